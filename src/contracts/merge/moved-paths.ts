/** Paths that the model gave another template, found again by the operations below them. */
import { isMap, valueAt, type Tree } from '../tree.js';
import type { Renames } from './renames.js';

/**
 * The renames with those of paths: `/orders/{id}` that is `/orders/{orderId}` or `/v2/orders/{id}`
 * now is the same place, and what a team wrote there belongs to it.
 */
export function withMovedPaths(renames: Renames, base: Tree | undefined, model: Tree): Renames {
  const before = operationsByPath(base);
  const now = operationsByPath(model);
  const pathOf = new Map<string, string>();
  for (const [path, ids] of before) {
    if (!now.has(path)) for (const id of ids) pathOf.set(id, path);
  }
  if (pathOf.size === 0) return renames;
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, former } of candidates(before, now, pathOf)) {
    if (found.has(path) || taken.has(former)) continue;
    found.set(path, former);
    taken.add(former);
  }
  return found.size === 0 ? renames : new Map([...renames, ['/paths', found]]);
}

/** New paths with old ones that had some of their operations, those with the most first. */
function candidates(
  before: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, readonly string[]>,
  pathOf: ReadonlyMap<string, string>,
) {
  const found = [];
  for (const [path, ids] of now) {
    if (before.has(path)) continue;
    const formers = ids.flatMap((id) => pathOf.get(id) ?? []);
    for (const former of new Set(formers)) {
      found.push({ path, former, shared: formers.filter((one) => one === former).length });
    }
  }
  return found.sort((a, b) => b.shared - a.shared);
}

function operationsByPath(document: Tree | undefined): Map<string, string[]> {
  const paths = valueAt(document, 'paths');
  return new Map(
    Object.entries(isMap(paths) ? paths : {}).map(([path, item]) => [
      path,
      Object.values(isMap(item) ? item : {}).flatMap((operation) => {
        const id = valueAt(operation, 'x-arch-id');
        return typeof id === 'string' ? [id] : [];
      }),
    ]),
  );
}
