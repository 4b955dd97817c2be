import type { CheckResult } from '../../project/project.js';
import type { Finding } from '../../rules/finding.js';
import { counts } from '../../rules/finding.js';
import type { LoadedRoot } from '../load.js';

/** What a check found in one root. */
export interface RootReport extends CheckResult {
  readonly root: LoadedRoot;
}

/** Path of a model's file, relative to the working directory, with `/`. */
export function pathOf(root: LoadedRoot, file: string): string {
  return root.name === '.' ? file : `${root.name}/${file}`;
}

/** Why a finding does not count: accepted where it stands, or taken over in the baseline. */
export function markOf({ accepted, baselined }: Finding): string | undefined {
  if (accepted) {
    const until = accepted.until === undefined ? '' : ` until ${accepted.until}`;
    const adr = accepted.adr === undefined ? '' : ` (${accepted.adr})`;
    return `Accepted${until}: ${accepted.because}${adr}`;
  }
  return baselined === true ? 'In the baseline' : undefined;
}

/** What machines and reviewers are told: hints are for the editor alone. */
export function reported(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}

export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  readonly accepted: number;
  readonly baselined: number;
}

export function summarize(findings: readonly Finding[]): Summary {
  const summary = { error: 0, warning: 0, info: 0, hint: 0, accepted: 0, baselined: 0 };
  for (const finding of findings) {
    if (finding.accepted) summary.accepted++;
    else if (finding.baselined) summary.baselined++;
    else summary[finding.severity]++;
  }
  return summary;
}

export function addSummaries(summaries: readonly Summary[]): Summary {
  const total = summarize([]);
  const sum = (key: keyof Summary) => summaries.reduce((value, one) => value + one[key], 0);
  return Object.fromEntries(
    Object.keys(total).map((key) => [key, sum(key as keyof Summary)]),
  ) as unknown as Summary;
}

const order = { hint: 0, info: 1, warning: 2, error: 3, never: 4 } as const;
export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Whether a finding makes the command fail. */
export function fails(finding: Finding, failOn: FailOn): boolean {
  return counts(finding) && order[finding.severity] >= order[failOn];
}
