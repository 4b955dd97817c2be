import { chainFrom } from '../../../diagram/chain.js';
import { UsageError } from '../../failure.js';
import { json, Lists } from '../answer.js';
import { element, limit, model } from '../arguments.js';
import { elementNamed } from '../elements.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 60;

export const chainTool = tool({
  name: 'request_chain',
  title: 'What a request waits for',
  description:
    'The synchronous calls behind an operation or service, breadth first: how long each is waited for at most, the latency and availability that the callee promises, ' +
    'and what that leaves of the promises of the entry. Milliseconds; availabilities are ratios.',
  input: strictObject({ model, element, limit: limit(usual) }),
  run({ model: name, element: wanted, limit: items = usual }, { models }) {
    const { project } = models.one(name);
    const { id } = elementNamed(project.model, wanted);
    const chain = chainFrom(project.model, id);
    if (!chain) throw new UsageError(`${id} waits for nobody: no synchronous call leaves it.`);
    const lists = new Lists(items, 'raise `limit`');
    return json({ ...chain, links: lists.take('calls', chain.links) }, ...lists.notes);
  },
});
