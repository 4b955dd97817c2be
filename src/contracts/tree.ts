/** Documents as plain data, before they become text. */

export type Tree = null | boolean | number | string | readonly Tree[] | TreeMap;

export interface TreeMap {
  readonly [key: string]: Tree;
}

/**
 * A map without the keys whose value is undefined, in the order given. Keys such as `__proto__`
 * become ordinary own keys, which an object literal with computed names would not guarantee.
 */
export function map(entries: Iterable<readonly [string, Tree | undefined]>): TreeMap {
  const present: [string, Tree][] = [];
  for (const [key, value] of entries) if (value !== undefined) present.push([key, value]);
  return Object.fromEntries(present);
}

/** The same for keys that are known when the program is written. */
export function compact(values: Readonly<Record<string, Tree | undefined>>): TreeMap {
  return map(Object.entries(values));
}

/** Undefined in place of a map without keys, for parts that are left out when empty. */
export function unlessEmpty(tree: TreeMap): TreeMap | undefined {
  return Object.keys(tree).length === 0 ? undefined : tree;
}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** The value of an own key; never something inherited, whatever the key is called. */
export function valueAt(tree: Tree | undefined, key: string): Tree | undefined {
  return isMap(tree) && Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** Code unit order, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The entries sorted by key. */
export function sortedEntries<T>(
  entries: Iterable<readonly [string, T]>,
): (readonly [string, T])[] {
  return [...entries].sort((a, b) => byText(a[0], b[0]));
}
