import type { Finding } from './finding.js';

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

/** Findings without those that another one of the same place already says. */
export function subsume(findings: readonly Finding[]): readonly Finding[] {
  const keys = new Set<string>();
  const key = (rule: string, on: 'element' | 'set', finding: Finding) =>
    `${rule} ${on === 'element' ? finding.element : [...finding.elements].sort().join(' ')}`;
  for (const { stays, on } of pairs) {
    for (const finding of findings) if (finding.rule === stays) keys.add(key(stays, on, finding));
  }
  const merged = mergeResilience(findings);
  return merged.filter(
    (finding) =>
      !pairs.some(
        ({ stays, goes, on }) => finding.rule === goes && keys.has(key(stays, on, finding)),
      ),
  );
}

/** no-timeout and no-circuit-breaker on one call are one finding, an error at full severity. */
function mergeResilience(findings: readonly Finding[]): readonly Finding[] {
  const open = new Set(
    findings.filter(({ rule }) => rule === 'no-circuit-breaker').map(({ element }) => element),
  );
  const both = new Set(
    findings
      .filter(({ rule, element }) => rule === 'no-timeout' && open.has(element))
      .map(({ element }) => element),
  );
  return findings
    .filter(({ rule, element }) => !(rule === 'no-circuit-breaker' && both.has(element)))
    .map((finding) =>
      finding.rule === 'no-timeout' && both.has(finding.element) && finding.severity === 'warning'
        ? { ...finding, severity: 'error' as const }
        : finding,
    );
}
