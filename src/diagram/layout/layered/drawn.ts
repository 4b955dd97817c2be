import type { Box, Point } from '../../picture.js';
import { simplified } from '../route.js';
import type { Columns } from './columns.js';
import type { LayeredRoute } from './graph.js';
import type { Insets } from './insets.js';
import type { LevelRoom } from './level-rooms.js';
import { corner as edgeCorner, type Extent, type Layers, type Slot } from './layers.js';
import type { Across } from './placement.js';

/** Towards the layer before and after, and in the layer towards its first and last vertex. */
export type PlateSide = Slot['side'] | 'first' | 'last';

/** A part with its edges pointing right; `x` is along them and `y` across. */
export interface Drawn extends Extent {
  readonly nodes: readonly Box[];
  readonly ports: readonly (Box & { readonly side: PlateSide })[];
  readonly edges: readonly LayeredRoute[];
  readonly frames: readonly Box[];
}

/** Boxes, plates and routes from where everything stands. */
export function drawn(
  { vertices, slots, pieces, turns, paths, levels, frames }: Layers,
  extents: readonly Extent[],
  plates: readonly Extent[],
  { first, last }: Insets,
  across: Across,
  rooms: readonly LevelRoom[],
  { starts, widths, along, frames: framed, ...bends }: Columns,
): Drawn {
  const reach = extents.map(() => 0);
  for (const { vertex, side, along: plate } of slots)
    if (side === 'before') reach[vertex] = Math.max(reach[vertex]!, plate);
  /** In the middle of the layer; what stands side by side with its box around one line. */
  const corner = (vertex: number): Point => {
    const { layer, along: length } = vertices[vertex]!;
    const room = widths[layer]! - length;
    const axis = axes.get(vertex);
    const x =
      axis === undefined
        ? room / 2
        : axis - starts[layer]! - reach[vertex]! - extents[vertex]!.along / 2;
    return { x: starts[layer]! + Math.max(0, Math.min(room, x)), y: across.vertices[vertex]! };
  };
  const axes = axesOf();
  const nodes = extents.map((extent, node): Box => {
    const { x, y } = corner(node);
    return {
      x: x + reach[node]!,
      y: y + first[node]!,
      width: extent.along,
      height: vertices[node]!.across - first[node]! - last[node]!,
    };
  });
  /** Where edges end at a slot. */
  const anchor = (slot: number): Point => {
    const { vertex, side, along: plate } = slots[slot]!;
    const { x, width } = nodes[vertex]!;
    return { x: side === 'before' ? x - plate : x + width + plate, y: across.slots[slot]! };
  };
  const middle = (vertex: number) =>
    across.vertices[vertex]! + Math.round(vertices[vertex]!.across / 2);
  const turned = (turn: number): Point[] => {
    const { slot, vertex } = turns[turn]!;
    const end = anchor(slot);
    const x = bends.turns.get(turn) ?? end.x;
    return [end, { x, y: end.y }, { x, y: middle(vertex) }];
  };
  const ports: Drawn['ports'][number][] = [];
  const routes = new Map<number, LayeredRoute>();
  for (const { edge, from, to, fromPort, toPort, label } of levels) {
    const [one, other] = [nodes[from]!, nodes[to]!];
    const layer = vertices[from]!.layer;
    // Straight through the middle of the layer, as far as both boxes reach there.
    const x = middleOf(starts[layer]! + widths[layer]! / 2, [one, other], [fromPort, toPort]);
    const inLayer = (left: number, length: number) =>
      Math.max(starts[layer]!, Math.min(left, starts[layer]! + widths[layer]! - length));
    const y = (node: number, port: number | undefined, side: 'first' | 'last') => {
      const box = nodes[node]!;
      if (port === undefined) return side === 'first' ? box.y : box.y + box.height;
      const { along: width, across: height } = plates[port]!;
      const top = side === 'first' ? box.y - height : box.y + box.height;
      ports[port] = { x: inLayer(x - width / 2, width), y: top, width, height, side };
      return side === 'first' ? top : top + height;
    };
    const forward = one.y < other.y;
    const points = [
      { x, y: y(from, fromPort, forward ? 'last' : 'first') },
      { x, y: y(to, toPort, forward ? 'first' : 'last') },
    ];
    const words = label === undefined ? undefined : vertices[label]!;
    const at = words && {
      x: inLayer(x - words.along / 2, words.along),
      y: across.vertices[label!]!,
    };
    routes.set(edge, { points, ...(at ? { label: at } : {}) });
  }
  /** By node of a chain: the middle of the box that has least room to move. */
  function axesOf(): Map<number, number> {
    const found = new Map<number, number>();
    for (const { nodes: chain, layer, before, after } of rooms) {
      const widest = chain.reduce((a, b) => (vertices[b]!.along > vertices[a]!.along ? b : a));
      const left = (widths[layer]! - vertices[widest]!.along) / 2 + reach[widest]!;
      const middle = left + extents[widest]!.along / 2;
      const axis = Math.max(before, Math.min(widths[layer]! - after, middle));
      for (const node of chain) found.set(node, starts[layer]! + axis);
    }
    return found;
  }
  function middleOf(
    wanted: number,
    boxes: readonly Box[],
    ends: readonly (number | undefined)[],
  ): number {
    const rooms = boxes.map(({ x, width }, index) => {
      const port = ends[index];
      const half = edgeCorner + (port === undefined ? 0 : plates[port]!.along / 2);
      return { least: x + half, most: x + width - half };
    });
    const least = Math.max(...rooms.map((room) => room.least));
    const most = Math.min(...rooms.map((room) => room.most));
    if (least <= most) return Math.max(least, Math.min(wanted, most));
    // There is no room for whole plates at both: at least the line ends at both boxes.
    const [left, right] = [
      Math.max(...boxes.map(({ x }) => x)),
      Math.min(...boxes.map(({ x, width }) => x + width)),
    ];
    return (left + right) / 2;
  }
  const edges = paths.map((path, edge): LayeredRoute => {
    if (!path) return routes.get(edge)!;
    const { start, pieces: own, end, label, reversed } = path;
    const points: Point[] = start === undefined ? [] : turned(start);
    for (const index of own) {
      const { from, to, fromSlot, toSlot } = pieces[index]!;
      if (fromSlot !== undefined) points.push(anchor(fromSlot));
      const y1 = fromSlot === undefined ? middle(from) : across.slots[fromSlot]!;
      const y2 = toSlot === undefined ? middle(to) : across.slots[toSlot]!;
      const x = bends.pieces.get(index);
      if (x !== undefined) points.push({ x, y: y1 }, { x, y: y2 });
      if (toSlot !== undefined) points.push(anchor(toSlot));
    }
    if (end !== undefined) points.push(...turned(end).reverse());
    const line = simplified(points);
    return {
      points: reversed ? [...line].reverse() : line,
      ...(label === undefined ? {} : { label: corner(label) }),
    };
  });
  for (const [index, { port, vertex, side, along: plate, across: height }] of slots.entries()) {
    if (port === undefined) continue;
    const { x, width } = nodes[vertex]!;
    const y = across.slots[index]! - height / 2;
    ports[port] = { x: side === 'before' ? x - plate : x + width, y, width: plate, height, side };
  }
  let most = 0;
  for (const [index, vertex] of vertices.entries())
    most = Math.max(most, across.vertices[index]! + vertex.across);
  for (const { points } of edges) for (const { y } of points) most = Math.max(most, y);
  const boxes = frames.map(({ borders }, index): Box => {
    const [upper, lower] = borders[0]!.map((border) => across.vertices[border]!) as [
      number,
      number,
    ];
    const { start, end } = framed[index]!;
    return { x: start, y: upper, width: end - start, height: lower - upper };
  });
  return { along, across: most, nodes, ports, edges, frames: boxes };
}
