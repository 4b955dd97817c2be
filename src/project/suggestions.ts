import { distance } from 'fastest-levenshtein';
import type { ElementKind } from '../model/model.js';
import type { NameIndex } from '../model/resolve/name-index.js';
import type { Suggest } from '../rules/rule.js';

/** Paths of one near name that are compared at most; common names have thousands. */
const compared = 200;

/**
 * Names that an author may have meant by a path that does not resolve, best first: by the last
 * part of the path, then by the whole of it.
 */
export function suggestFrom(names: NameIndex): Suggest {
  return (path, expected) => {
    const kinds = expected as readonly ElementKind[];
    const lower = path.toLowerCase();
    const last = path.slice(path.lastIndexOf('.') + 1);
    const found: string[] = [];
    for (const { paths } of names.near(last)) {
      const scored: { candidate: string; score: number }[] = [];
      for (const candidate of paths) {
        if (!names.has(candidate, kinds)) continue;
        scored.push({ candidate, score: distance(lower, candidate.toLowerCase()) });
        if (scored.length === compared) break;
      }
      scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
      found.push(...scored.slice(0, 3).map(({ candidate }) => candidate));
      if (found.length >= 3) break;
    }
    return found.slice(0, 3);
  };
}
