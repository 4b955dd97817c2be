import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import { counts, type Finding } from '../rules/finding.js';

export interface ExpiringException {
  readonly rules: readonly string[];
  readonly owner: string;
  readonly until: IsoDate;
}

export interface FindingChanges {
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly remaining: readonly Finding[];
  /** Counted before, accepted or in the baseline now; or new and accepted at once. */
  readonly accepted: readonly Finding[];
}

/** Findings of two revisions, matched by fingerprint; renames by the one from before. */
export function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
): FindingChanges {
  const then = new Map(before.map((finding) => [finding.fingerprint, finding]));
  const introduced: Finding[] = [];
  const remaining: Finding[] = [];
  const accepted: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of after) {
    const { fingerprint, formerFingerprint, severity } = finding;
    const known = then.get(fingerprint) ?? then.get(formerFingerprint ?? '');
    if (known) seen.add(known.fingerprint);
    if (severity === 'hint') continue;
    if (!counts(finding)) {
      if (!known || counts(known)) accepted.push(finding);
    } else if (known && counts(known)) remaining.push(finding);
    else introduced.push(finding);
  }
  const fixed = before.filter(
    (finding) => finding.severity !== 'hint' && counts(finding) && !seen.has(finding.fingerprint),
  );
  return { introduced, fixed, remaining, accepted };
}

/** Days ahead in which an exception counts as about to expire. */
export const expiryHorizon = 30;

/** Exceptions that end within the horizon, soonest first. */
export function expiringExceptions(model: Model, today: IsoDate): ExpiringException[] {
  const limit = new Date(Date.parse(`${today}T00:00:00Z`) + expiryHorizon * 86_400_000);
  const last = limit.toISOString().slice(0, 10);
  return [...model.elements.values()]
    .flatMap(({ id, accepts }) =>
      accepts.flatMap(({ rules, until }) =>
        until !== undefined && until >= today && until <= last ? [{ rules, owner: id, until }] : [],
      ),
    )
    .sort((a, b) => (`${a.until} ${a.owner}` < `${b.until} ${b.owner}` ? -1 : 1));
}
