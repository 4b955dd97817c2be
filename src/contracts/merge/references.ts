/** References inside of a document. */
import { isList, isMap, valueAt, type Tree } from '../tree.js';
import { pointerParts } from './locate.js';

/** Every `$ref` to a place of the document itself, with its `#`. */
export function referencesIn(tree: Tree, found = new Set<string>()): Set<string> {
  if (isList(tree)) for (const item of tree) referencesIn(item, found);
  if (!isMap(tree)) return found;
  for (const [key, value] of Object.entries(tree)) {
    if (key === '$ref' && typeof value === 'string' && value.startsWith('#/')) found.add(value);
    else referencesIn(value, found);
  }
  return found;
}

/** The value at a path of keys and indices. */
export function at(tree: Tree, parts: readonly string[]): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const part of parts) value = isList(value) ? value[Number(part)] : valueAt(value, part);
  return value;
}

/**
 * Pointers that references in `tree` follow to where it has nothing and `there` has something, and
 * those of what they lie in.
 */
export function missingTargets(tree: Tree, there: Tree): string[] {
  const found = new Set<string>();
  for (const reference of referencesIn(tree)) {
    const parts = pointerParts(reference.slice(1));
    if (at(tree, parts) !== undefined || at(there, parts) === undefined) continue;
    const segments = reference.slice(1).split('/');
    for (let n = segments.length; n > 1; n--) found.add(segments.slice(0, n).join('/'));
  }
  return [...found];
}
