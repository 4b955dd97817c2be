import { contractKinds } from '../../../contracts/document.js';
import { contractJson } from '../../contracts/json.js';
import { contractsSummary } from '../../contracts/summary.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { dryRun } from '../dry-run.js';
import { elementNamed } from '../elements.js';
import { array, boolean, oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 30;

export const driftTool = tool({
  name: 'contract_drift',
  title: 'Drift of contracts',
  description:
    'What `archivolt generate` would do, without writing: for each contract its state (fresh, enriched by hand, stale, drifted, conflict, missing, orphan), ' +
    'the action, conflicts with the places in document and model, and hand changes. Fresh contracts are only counted.',
  input: strictObject({
    model,
    element: string()
      .optional()
      .describe('Only contracts of this service, API, message or context.'),
    only: array(oneOf(contractKinds)).optional().describe('Only these kinds.'),
    all: boolean().optional().describe('List fresh contracts, too.'),
    limit: limit(usual),
  }),
  async run({ model: name, element, only, all = false, limit: items = usual }, work) {
    const root = work.models.one(name);
    const { contracts } = await dryRun(root, work, {
      within: element === undefined ? undefined : elementNamed(root.project.model, element).id,
      only: only && new Set(only),
    });
    const lists = new Lists(items, 'narrow by `element` or `only`, or raise `limit`');
    const listed = contracts
      .filter(({ state }) => all || state !== 'fresh')
      .map((contract) => contractJson(root, contract));
    const told = {
      root: root.name,
      summary: contractsSummary(contracts),
      contracts: lists.take('contracts', listed),
    };
    return json({ version: 1, models: [told] }, ...lists.notes);
  },
});
