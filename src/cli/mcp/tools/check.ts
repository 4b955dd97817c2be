import { knownRules } from '../../known-rule.js';
import { jsonFinding } from '../../reporters/json.js';
import { summarize } from '../../reporters/report.js';
import { introducedSince } from '../../since.js';
import { todayIso, type CheckResult } from '../../../project/project.js';
import type { Finding } from '../../../rules/finding.js';
import { severities, type Severity } from '../../../rules/rule.js';
import type { LoadedRoot } from '../../load.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { elementNamed, fileNamed, isWithin } from '../elements.js';
import { worstFirst } from '../worst-first.js';
import { array, oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 30;

export const checkTool = tool({
  name: 'check',
  title: 'Check models',
  description:
    'What the rules say of the models on disk: findings with what is wrong, why and what to do, worst first. ' +
    'Answers JSON as `archivolt check --format json` does; lines and columns count from 1, `summary` counts all findings that fit the filters. ' +
    'Use `check_proposal` for text that is not saved yet.',
  input: strictObject({
    model,
    rules: array(string()).optional().describe('Only these rules, by id.'),
    severity: oneOf(severities)
      .optional()
      .describe('Lowest severity to list; info if left out, as hints are for editors.'),
    file: string().optional().describe('Only findings in this file, by its path in the model.'),
    element: string().optional().describe('Only findings that concern this element or its parts.'),
    since: string()
      .optional()
      .describe('Only what the change since this git revision introduced: main, HEAD~3, v1.0.'),
    limit: limit(usual),
  }),
  async run({ rules, since, limit: items = usual, ...filter }, work) {
    const only = rules && knownRules(rules);
    const lists = new Lists(
      items,
      'narrow by `rules`, `severity`, `file` or `element`, or raise `limit`',
    );
    const models = [];
    // Elements and files are those of one model.
    const isOne = filter.element !== undefined || filter.file !== undefined;
    const roots = isOne ? [work.models.one(filter.model)] : work.models.some(filter.model);
    for (const root of roots) {
      const result = await checked(root);
      const findings = worstFirst(result.findings.filter(wanted(root, filter)));
      models.push({
        root: root.name,
        files: root.project.model.files.length,
        services: root.project.model.services.length,
        summary: summarize(findings),
        findings: lists.take(`findings of ${root.name}`, findings.map(jsonFinding)),
        ...(result.stale.length === 0 ? {} : { stale: result.stale }),
      });
    }
    return json({ version: 1, models }, ...lists.notes);

    async function checked(root: LoadedRoot): Promise<CheckResult> {
      const today = todayIso();
      // Comparing leaves traces in a project.
      if (since !== undefined) {
        return introducedSince(work.models.copy(root), since, today, only);
      }
      return only ? root.project.check(today, only) : checkInSteps(root.project, today, work);
    }
  },
});

interface Filter {
  readonly severity?: Severity | undefined;
  readonly file?: string | undefined;
  readonly element?: string | undefined;
}

/** @throws UsageError for an element or file that the model does not have */
function wanted(
  { project }: LoadedRoot,
  { severity = 'info', file, element }: Filter,
): (finding: Finding) => boolean {
  const lowest = severities.indexOf(severity);
  if (file !== undefined) fileNamed(project, file);
  const within = element === undefined ? undefined : elementNamed(project.model, element);
  return (finding) =>
    severities.indexOf(finding.severity) >= lowest &&
    (file === undefined || finding.span.file === file) &&
    (!within || [finding.element, ...finding.elements].some((id) => isWithin(within, id)));
}
