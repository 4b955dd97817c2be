import { distance } from 'fastest-levenshtein';
import type { ElementId, ElementKind } from '../model/elements/identity.js';
import type { NameIndex } from '../model/resolve/name-index.js';
import { firstPart } from '../model/resolve/paths.js';
import type { Suggest } from '../rules/rule.js';

/**
 * Paths of one near name that are compared at most, those with the most letters in common; common names have
 * thousands.
 */
const compared = 200;

/**
 * Names that an author may have meant by a path that does not resolve, best first: by the last
 * part of the path, then by the whole of it. Each is a path that does resolve there.
 */
export function suggestFrom(names: NameIndex): Suggest {
  return (path, kinds, scope) => {
    const expected = kinds as readonly ElementKind[];
    const lower = path.toLowerCase();
    const last = path.slice(path.lastIndexOf('.') + 1);
    const own = `${firstPart(scope).toLowerCase()}.`;
    const distanceTo = (candidate: string) => {
      const whole = candidate.toLowerCase();
      const far = distance(lower, whole);
      return whole.startsWith(own) ? Math.min(far, distance(lower, whole.slice(own.length))) : far;
    };
    /** By what they lead to: the full and the short path of one element are one suggestion. */
    const found = new Map<ElementId, string>();
    for (const { pathsLike } of names.near(last)) {
      const scored: { candidate: string; target: ElementId; score: number }[] = [];
      for (const candidate of pathsLike(path)) {
        const target = names.reached(candidate, expected);
        if (target === undefined) continue;
        scored.push({ candidate, target, score: distanceTo(candidate) });
        if (scored.length === compared) break;
      }
      scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
      for (const { target } of scored) {
        if (found.size >= 3) break;
        if (found.has(target)) continue;
        const written = names.shortest(target, { scope, expected });
        if (written !== undefined) found.set(target, written);
      }
      if (found.size >= 3) break;
    }
    return [...found.values()];
  };
}
