import type { Finding } from './finding.js';
import { noTimeout } from './resilience/no-timeout.js';
import { severities, type Fix } from './rule.js';
import { fill } from './text.js';

/**
 * Which finding makes which superfluous, from the catalogue: pairs of the rule that stays and the
 * rule that goes, and how the two must relate.
 */
const pairs: readonly {
  readonly stays: string;
  readonly goes: string;
  readonly on: 'element' | 'set';
}[] = [
  { stays: 'sync-cycle', goes: 'contract-cycle', on: 'set' },
  { stays: 'operation-cycle', goes: 'contract-cycle', on: 'set' },
  { stays: 'foreign-store-access', goes: 'shared-datastore', on: 'element' },
  { stays: 'non-critical-on-critical-path', goes: 'no-degradation', on: 'element' },
];

const staying: ReadonlySet<string> = new Set(pairs.map(({ stays }) => stays));

/** Findings without those that another one of the same place already says. */
export function subsume(findings: readonly Finding[]): readonly Finding[] {
  const keys = new Set<string>();
  const key = (rule: string, on: 'element' | 'set', finding: Finding) =>
    `${rule} ${on === 'element' ? finding.element : [...finding.elements].sort().join(' ')}`;
  for (const finding of findings) {
    if (!staying.has(finding.rule)) continue;
    for (const { stays, on } of pairs) {
      if (finding.rule === stays) keys.add(key(stays, on, finding));
    }
  }
  const merged = mergeResilience(findings);
  if (keys.size === 0) return merged;
  return merged.filter(
    (finding) =>
      !pairs.some(
        ({ stays, goes, on }) => finding.rule === goes && keys.has(key(stays, on, finding)),
      ),
  );
}

/**
 * no-timeout and no-circuit-breaker on one call are one finding, an error where both are at full
 * severity. Where one of them is no more than a hint, the other says enough; and where somebody
 * accepted one of them alone, they are two.
 */
function mergeResilience(findings: readonly Finding[]): readonly Finding[] {
  const breakers = new Map(
    findings
      .filter(({ rule }) => rule === 'no-circuit-breaker')
      .map((finding) => [finding.element, finding]),
  );
  if (breakers.size === 0) return findings;
  const gone = new Set<Finding>();
  const merged = findings.map((finding) => {
    const other = finding.rule === 'no-timeout' ? breakers.get(finding.element) : undefined;
    if (!other || (finding.accepted === undefined) !== (other.accepted === undefined)) {
      return finding;
    }
    const [isHint, isOtherHint] = [finding, other].map(({ severity }) => severity === 'hint');
    gone.add(isHint && !isOtherHint ? finding : other);
    return isHint || isOtherHint ? finding : withNeither(finding, other);
  });
  return merged.filter((finding) => !gone.has(finding));
}

/** A call without a timeout, and without a breaker, as one finding. */
function withNeither(timeout: Finding, breaker: Finding): Finding {
  const { what, why, remedy } = noTimeout.messages.neither;
  const data = timeout.data as Readonly<Record<string, string | number>>;
  const levels = [timeout, breaker].map(({ severity }) => severities.indexOf(severity));
  const isFull = levels.every((level) => level === severities.indexOf('warning'));
  return {
    ...timeout,
    data: { ...data, neither: true },
    severity: isFull ? 'error' : (severities[Math.max(...levels)] ?? timeout.severity),
    what: fill(what, data),
    why: fill(why, data),
    remedy: fill(remedy, data),
    fixes: bothAdded(timeout.fixes, breaker.fixes),
  };
}

/**
 * Findings of a file after an edit, where only `no-timeout` looked again: what lacked both when the
 * whole model was checked still does while no breaker is there.
 */
export function stillNeither(
  fresh: readonly Finding[],
  earlier: readonly Finding[],
): readonly Finding[] {
  const known = new Map(
    earlier
      .filter(({ rule, data }) => rule === noTimeout.id && data['neither'] === true)
      .map((finding) => [finding.fingerprint, finding]),
  );
  if (known.size === 0) return fresh;
  return fresh.map((finding) => {
    const before = finding.data['circuitBreaker'] === false && known.get(finding.fingerprint);
    if (!before) return finding;
    const { severity, what, why, remedy, fixes, data } = before;
    return { ...finding, severity, what, why, remedy, fixes, data };
  });
}

const added = 'Add ';

/** One fix in place of two that each add a policy at the same place. */
function bothAdded([one]: readonly Fix[], [other]: readonly Fix[]): readonly Fix[] {
  const [edit] = one?.edits ?? [];
  if (!one || !edit || !other) return [];
  const [first, second] = [one, other].map(({ title }) => title.slice(added.length));
  const both = `${first ?? ''}  ${second ?? ''}`;
  const text = edit.text.replace(first ?? '', () => both);
  return [{ title: `${added}${both}`, edits: [{ ...edit, text }] }];
}
