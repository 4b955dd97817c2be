/** Schemas that a document refers to; an answer to HEAD names a type that it never sends, say. */
import { isList, isMap, map, type Tree, type TreeMap } from '../tree.js';

const prefix = '#/components/schemas/';

/** Those of `schemas` that `parts` refer to, and that these refer to in turn, in the same order. */
export function usedSchemas(parts: readonly Tree[], schemas: TreeMap): TreeMap {
  const used = new Set<string>();
  const waiting: Tree[] = [...parts];
  for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
    if (isList(tree)) waiting.push(...tree);
    if (!isMap(tree)) continue;
    for (const [key, value] of Object.entries(tree)) {
      if (key !== '$ref' || typeof value !== 'string') waiting.push(value);
      else if (value.startsWith(prefix)) {
        const name = value.slice(prefix.length);
        if (used.has(name) || !Object.hasOwn(schemas, name)) continue;
        used.add(name);
        waiting.push(schemas[name]!);
      }
    }
  }
  return map(Object.entries(schemas).filter(([name]) => used.has(name)));
}
