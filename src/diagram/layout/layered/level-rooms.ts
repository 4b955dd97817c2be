import { corner, type Extent, type Layers } from './layers.js';

/** Nodes side by side in a layer that lines join: where the lines may run. */
export interface LevelRoom {
  readonly layer: number;
  readonly nodes: readonly number[];
  /** The lines are so far from the beginning of the layer, and from its end, at least. */
  readonly before: number;
  readonly after: number;
}

/**
 * Where lines may run so that each reaches the boxes of both its ends: plates at the one may be longer
 * than the box of the other.
 */
export function levelRooms(
  { slots, levels, vertices }: Layers,
  plates: readonly Extent[],
): LevelRoom[] {
  const reach = { before: new Map<number, number>(), after: new Map<number, number>() };
  for (const { vertex, side, along } of slots)
    reach[side].set(vertex, Math.max(along, reach[side].get(vertex) ?? 0));
  return chainsOf(levels).map((nodes): LevelRoom => {
    const ports = levels.flatMap(({ from, fromPort, toPort }) =>
      nodes.includes(from) ? [fromPort, toPort] : [],
    );
    const longest = Math.max(
      0,
      ...ports.map((port) => (port === undefined ? 0 : plates[port]!.along)),
    );
    const own = corner + longest / 2;
    const most = (side: 'before' | 'after') =>
      Math.max(...nodes.map((node) => reach[side].get(node) ?? 0));
    const { layer } = vertices[nodes[0]!]!;
    return { layer, nodes, before: most('before') + own, after: most('after') + own };
  });
}

/** Nodes that level edges join, directly or by others. */
function chainsOf(levels: Layers['levels']): number[][] {
  const chainOf = new Map<number, number[]>();
  for (const { from, to } of levels) {
    const [one, other] = [chainOf.get(from) ?? [from], chainOf.get(to) ?? [to]];
    const both = one === other ? one : [...one, ...other];
    for (const node of both) chainOf.set(node, both);
  }
  return [...new Set(chainOf.values())];
}
