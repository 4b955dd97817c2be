/** AsyncAPI names channels and operations as it likes; these are told by what they are. */
import { isList, isMap, valueAt, type Tree, type TreeMap } from '../tree.js';

/** The tree with the keys that another document has for the same channels and operations. */
export function withKeysOf(tree: Tree, like: Tree): Tree {
  if (!isMap(tree) || valueAt(tree, 'asyncapi') === undefined) return tree;
  const channels = keysOf(tree, like, 'channels', (one) => address(valueAt(one, 'address')));
  const named = renamed(tree, 'channels', channels);
  const operations = keysOf(named, like, 'operations', (one) =>
    [
      valueAt(one, 'action'),
      valueAt(valueAt(one, 'channel'), '$ref'),
      ...messagesOf(one).map((ref) => ref.slice(ref.lastIndexOf('/') + 1)),
    ].join(' '),
  );
  return renamed(named, 'operations', operations);
}

/** By our key, theirs; for what has one identity on both sides, and only once. */
function keysOf(
  tree: Tree,
  like: Tree,
  section: string,
  identity: (one: Tree) => string | undefined,
): Map<string, string> {
  const theirs = byIdentity(valueAt(like, section), identity);
  const found = new Map<string, string>();
  for (const [id, keys] of byIdentity(valueAt(tree, section), identity)) {
    const other = theirs.get(id);
    if (keys.length === 1 && other?.length === 1) found.set(keys[0]!, other[0]!);
  }
  return found;
}

function byIdentity(
  all: Tree | undefined,
  identity: (one: Tree) => string | undefined,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, one] of isMap(all) ? Object.entries(all) : []) {
    const id = identity(one);
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), key]);
  }
  return found;
}

/** Contracts have no templates in addresses. */
function address(value: Tree | undefined): string | undefined {
  return typeof value === 'string' ? value.replace(/[?#{}]/g, '').replace(/\/+$/, '') : undefined;
}

function messagesOf(operation: Tree): string[] {
  const list = valueAt(operation, 'messages');
  return (isList(list) ? list : []).map((one) => String(valueAt(one, '$ref'))).sort();
}

function renamed(tree: TreeMap, section: string, keys: ReadonlyMap<string, string>): TreeMap {
  const moves = [...keys].filter(([from, to]) => from !== to);
  if (moves.length === 0) return tree;
  const moved = new Map(moves);
  const prefix = `#/${section}/`;
  const visit = (value: Tree): Tree => {
    if (isList(value)) return value.map(visit);
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === '$ref' && typeof one === 'string' && one.startsWith(prefix) ? ref(one) : visit(one),
      ]),
    );
  };
  const ref = (text: string): string => {
    const [key = '', ...rest] = text.slice(prefix.length).split('/');
    return prefix + [escaped(moved.get(unescaped(key)) ?? unescaped(key)), ...rest].join('/');
  };
  const result = visit(tree) as TreeMap;
  const all = valueAt(result, section);
  if (!isMap(all)) return result;
  return {
    ...result,
    [section]: Object.fromEntries(
      Object.entries(all).map(([key, one]) => [moved.get(key) ?? key, one]),
    ),
  };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
