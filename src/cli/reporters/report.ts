import type { Finding } from '../../rules/finding.js';
import { counts } from '../../rules/finding.js';
import type { LoadedRoot } from '../load.js';

/** What a check found in one root. */
export interface RootReport {
  readonly root: LoadedRoot;
  readonly findings: readonly Finding[];
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
