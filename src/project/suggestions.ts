import { closest } from '../language/closest.js';
import type { ElementKind } from '../model/model.js';
import type { NameIndex } from '../model/resolve/name-index.js';
import type { Suggest } from '../rules/rule.js';

/** Names near to one that does not resolve: whole paths first, then elements of the same name. */
export function suggestFrom(names: NameIndex): Suggest {
  return (path, expected) => {
    const kinds = expected as readonly ElementKind[];
    const last = path.slice(path.lastIndexOf('.') + 1);
    const known = [...names.paths(kinds)];
    const near = closest(path, known, 3);
    if (near.length > 0) return near;
    const elsewhere = known.filter((candidate) => candidate.endsWith(`.${last}`));
    if (elsewhere.length > 0) return elsewhere.sort((a, b) => a.length - b.length).slice(0, 3);
    const simple = new Map(known.map((candidate) => [lastPart(candidate), candidate]));
    return closest(last, simple.keys(), 3).map((name) => simple.get(name) ?? name);
  };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
