import type { Layers } from './layers.js';

/** Room that plates at the sides across take, by vertex: what a node is less than its vertex. */
export interface Insets {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Where plates stand of edges between nodes side by side, once it is known which comes first. */
export function insetsOf(
  { vertices, levels }: Layers,
  order: readonly (readonly number[])[],
  plates: readonly { readonly across: number }[],
): Insets {
  const place: number[] = [];
  for (const layer of order) for (const [index, vertex] of layer.entries()) place[vertex] = index;
  const first = new Array<number>(vertices.length).fill(0);
  const last = new Array<number>(vertices.length).fill(0);
  for (const { from, to, fromPort, toPort } of levels) {
    const forward = place[from]! < place[to]!;
    const room = (port: number | undefined) => (port === undefined ? 0 : plates[port]!.across);
    (forward ? last : first)[from] = room(fromPort);
    (forward ? first : last)[to] = room(toPort);
  }
  return { first, last };
}
