import type { Box, Point } from '../../picture.js';
import { simplified } from '../route.js';
import type { Columns } from './columns.js';
import type { LayeredRoute } from './graph.js';
import type { Extent, Layers } from './layers.js';
import type { Across } from './placement.js';

/** A part with its edges pointing right; `x` is along them and `y` across. */
export interface Drawn extends Extent {
  readonly nodes: readonly Box[];
  readonly ports: readonly (Box & { readonly side: 'before' | 'after' })[];
  readonly edges: readonly LayeredRoute[];
}

/** Boxes, plates and routes from where everything stands. */
export function drawn(
  { vertices, slots, pieces, turns, paths }: Layers,
  extents: readonly Extent[],
  across: Across,
  { starts, widths, along, ...bends }: Columns,
): Drawn {
  const reach = extents.map((_, node) => {
    const own = slots.filter(({ vertex, side }) => vertex === node && side === 'before');
    return Math.max(0, ...own.map((slot) => slot.along));
  });
  const corner = (vertex: number): Point => {
    const { layer } = vertices[vertex]!;
    const x = starts[layer]! + (widths[layer]! - vertices[vertex]!.along) / 2;
    return { x, y: across.vertices[vertex]! };
  };
  const nodes = extents.map((extent, node): Box => {
    const { x, y } = corner(node);
    return {
      x: x + reach[node]!,
      y,
      width: extent.along,
      height: vertices[node]!.across,
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
  const edges = paths.map(({ start, pieces: own, end, label, reversed }): LayeredRoute => {
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
  const ports: Drawn['ports'][number][] = [];
  for (const [index, { port, vertex, side, along: plate, across: height }] of slots.entries()) {
    if (port === undefined) continue;
    const { x, width } = nodes[vertex]!;
    const y = across.slots[index]! - height / 2;
    ports[port] = { x: side === 'before' ? x - plate : x + width, y, width: plate, height, side };
  }
  const lines = edges.flatMap(({ points }) => points.map(({ y }) => y));
  const boxes = vertices.map((vertex, index) => across.vertices[index]! + vertex.across);
  return { along, across: Math.max(...boxes, ...lines), nodes, ports, edges };
}
