import { gateText } from '../../../project/rule-table.js';
import { allRules } from '../../../rules/generated/index.js';
import { pageOf } from '../../../rules/page.js';
import { noSuchRule } from '../../known-rule.js';
import { json, Lists, page } from '../answer.js';
import { offset } from '../arguments.js';
import { oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

const categories = [...new Set(allRules.map(({ category }) => category))].sort() as [
  string,
  ...string[],
];

export const listRulesTool = tool({
  name: 'list_rules',
  title: 'List rules',
  description:
    'The catalogue of rules: id, category, severity, when it runs, and what it checks in a sentence. `explain_rule` says more of one.',
  input: strictObject({
    category: oneOf(categories).optional(),
    query: string().optional().describe('Words that stand in its id or summary.'),
  }),
  run({ category, query }) {
    const words = (query ?? '').toLowerCase().split(/\s+/);
    const rules = allRules
      .filter((rule) => category === undefined || rule.category === category)
      .filter(({ id, summary }) => {
        const text = `${id} ${summary}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ id, category: group, severity, gate, summary }) => ({
        ...{ id, category: group, severity, runs: gateText(gate), summary },
      }));
    const lists = new Lists(Infinity, 'narrow by `category` or `query`');
    return json({ rules: lists.take('rules', rules) }, ...lists.notes);
  },
});

export const explainRuleTool = tool({
  name: 'explain_rule',
  title: 'Explain a rule',
  description:
    'The page of one rule: what it checks and why, wrong and right examples, its options and sources.',
  input: strictObject({ rule: string().describe('Id of the rule.'), offset }),
  async run({ rule, offset: from }) {
    const text = await pageOf(rule);
    if (text === undefined) throw noSuchRule(rule);
    return page(text, from);
  },
});
