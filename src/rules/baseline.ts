/** Findings that a team has taken over from the past: known, counted, and not to grow. */
import type { Finding } from './finding.js';

/** One finding in a baseline; rule and element are there for the people who review the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly element: string;
}

export type Baseline = readonly BaselineEntry[];

/** Rules whose findings are never hidden, whatever the configuration says. */
const alwaysReported: ReadonlySet<string> = new Set(['syntax', 'unused-exception']);

/** Whether a finding may be put in a baseline: a crash, a hint or an exception is not one. */
export function mayBeBaselined(finding: Finding, never: ReadonlySet<string>): boolean {
  const { rule, severity, data } = finding;
  return !(
    severity === 'hint' ||
    alwaysReported.has(rule) ||
    never.has(rule) ||
    finding.accepted !== undefined ||
    data['crash'] === true
  );
}

/** Today's findings as a baseline. */
export function baselineOf(findings: readonly Finding[], never: ReadonlySet<string>): Baseline {
  return findings
    .filter((finding) => mayBeBaselined(finding, never))
    .map(({ fingerprint, rule, element }) => ({ fingerprint, rule, element }));
}

export interface AppliedBaseline {
  readonly findings: readonly Finding[];
  /** Entries that no finding answers to any more. */
  readonly stale: Baseline;
}

/**
 * Marks the findings that a baseline holds. One that was renamed (`@renamedFrom`) answers to the
 * fingerprint that it had before.
 *
 * @param never ids of rules whose findings no baseline hides
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  never: ReadonlySet<string>,
): AppliedBaseline {
  if (baseline.length === 0) return { findings, stale: [] };
  const open = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  const answers = ({ fingerprint, formerFingerprint }: Finding) =>
    [fingerprint, formerFingerprint].find((known) => known !== undefined && open.has(known));
  const used = new Set<string>();
  const marked = findings.map((finding) => {
    if (!mayBeBaselined(finding, never)) return finding;
    const known = answers(finding);
    if (known === undefined) return finding;
    used.add(known);
    return { ...finding, baselined: true };
  });
  return { findings: marked, stale: baseline.filter(({ fingerprint }) => !used.has(fingerprint)) };
}
