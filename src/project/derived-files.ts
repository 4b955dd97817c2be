/** Files that follow from the sources and are committed: `npm run generate` writes them. */
import { configurationSchema } from './configuration-schema.js';
import { checkSchema } from './check-schema.js';
import { approvalsSchema, reviewSchema } from './review-schema.js';
import { ruleTable } from './rule-table.js';
import { allRules } from '../rules/generated/index.js';

/** Text by path from the project's root. */
export function derivedFiles(): Readonly<Record<string, string>> {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  return {
    'schemas/archivolt.schema.json': json(configurationSchema(allRules)),
    'schemas/check.schema.json': json(checkSchema()),
    'schemas/review.schema.json': json(reviewSchema()),
    'schemas/approvals.schema.json': json(approvalsSchema()),
    'docs/rules.md': ruleTable(allRules),
  };
}
