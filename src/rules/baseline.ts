/** Findings that a team has taken over from the past: known, counted, and not to grow. */
import type { Finding } from './finding.js';

/** One finding in a baseline; rule and element are there for the people who review the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly element: string;
}

export type Baseline = readonly BaselineEntry[];

export interface ReadBaseline {
  readonly baseline: Baseline;
  /** What is wrong with the file; nothing is hidden then. */
  readonly problem?: string;
}

/** Reads the file of a baseline; no file is an empty one. */
export function readBaseline(text: string | undefined): ReadBaseline {
  if (text === undefined) return { baseline: [] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { baseline: [], problem: `The baseline is not JSON: ${reason}.` };
  }
  const { version, findings } = isRecord(data) ? data : {};
  if (version !== 1 || !Array.isArray(findings)) {
    return { baseline: [], problem: 'The baseline has no `"version": 1` and `"findings": […]`.' };
  }
  const entries: readonly unknown[] = findings;
  const baseline = entries.filter(isEntry);
  if (baseline.length === entries.length) return { baseline };
  return {
    baseline,
    problem: 'An entry of the baseline lacks `fingerprint`, `rule` or `element`.',
  };
}

/** A baseline as a file: sorted, one line for each entry, so that branches merge. */
export function writeBaseline(baseline: Baseline): string {
  const lines = [...baseline].sort(byRuleAndElement).map(({ fingerprint, rule, element }) => {
    const members = { fingerprint, rule, element };
    const words = Object.entries(members).map(
      ([key, value]) => `"${key}": ${JSON.stringify(value)}`,
    );
    return `    { ${words.join(', ')} }`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}

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

function byRuleAndElement(a: BaselineEntry, b: BaselineEntry): number {
  const key = ({ rule, element, fingerprint }: BaselineEntry) => [rule, element, fingerprint];
  const [left, right] = [key(a), key(b)];
  for (const [index, word] of left.entries()) {
    const other = right[index] ?? '';
    if (word !== other) return word < other ? -1 : 1;
  }
  return 0;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  return ['fingerprint', 'rule', 'element'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
