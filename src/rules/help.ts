import { ruleById } from './generated/index.js';

const home = 'https://github.com/archivolt/archivolt/blob/main';

/** Where a rule's page can be read; for what no rule has found, the page of the language. */
export function helpUrl(rule: string): string {
  const category = ruleById.get(rule)?.category;
  return category === undefined
    ? `${home}/docs/language.md`
    : `${home}/src/rules/${category}/${rule}.md`;
}
