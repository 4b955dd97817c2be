/** Pictures as differences, so that an edit sends what it changed and not the whole map. */
import type { Picture, PictureEdge, PictureNode, PicturePort } from './picture.js';

/** What is new in a list, by key; `order` where the keys or their order changed. */
export interface ListChanges<T> {
  readonly set: readonly T[];
  readonly order?: readonly string[];
}

export interface PictureChanges {
  readonly head: Omit<Picture, 'nodes' | 'ports' | 'edges'>;
  readonly nodes: ListChanges<PictureNode>;
  readonly ports: ListChanges<PicturePort>;
  readonly edges: ListChanges<PictureEdge>;
}

/** What must be sent to someone who has `before`. */
export function changesBetween(before: Picture, after: Picture): PictureChanges {
  const { nodes, ports, edges, ...head } = after;
  return {
    head,
    nodes: listChanges(before.nodes, nodes, idOf),
    ports: listChanges(before.ports, ports, idOf),
    edges: listChanges(before.edges, edges, edgeKey),
  };
}

/** The picture after changes. */
export function applyChanges(before: Picture, changes: PictureChanges): Picture {
  return {
    ...changes.head,
    nodes: applied(before.nodes, changes.nodes, idOf),
    ports: applied(before.ports, changes.ports, idOf),
    edges: applied(before.edges, changes.edges, edgeKey),
  };
}

/** An edge's key in its picture: an event may be listened to inside of several contexts. */
export function edgeKey({ inside = '', id, from, to }: PictureEdge): string {
  return `${inside} ${id} ${from} ${to}`;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** What is sent was compared before, and is again with what follows it. */
const texts = new WeakMap<object, string>();

function textOf(item: object): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  texts.set(item, text);
  return text;
}

function listChanges<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListChanges<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const set = after.filter((item) => {
    const other = old.get(keyOf(item));
    return other === undefined || textOf(other) !== textOf(item);
  });
  const sameOrder =
    before.length === after.length &&
    after.every((item, index) => {
      const other = before[index];
      return other !== undefined && keyOf(other) === keyOf(item);
    });
  return sameOrder ? { set } : { set, order: after.map(keyOf) };
}

function applied<T>(
  before: readonly T[],
  { set, order }: ListChanges<T>,
  keyOf: (item: T) => string,
): T[] {
  const items = new Map(before.map((item) => [keyOf(item), item]));
  for (const item of set) items.set(keyOf(item), item);
  return (order ?? before.map(keyOf)).flatMap((key) => items.get(key) ?? []);
}
