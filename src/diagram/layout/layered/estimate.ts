import type { LayeredSpacing } from './graph.js';
import type { Extent, Layers } from './layers.js';
import { distance } from './placement.js';

/** So many of the pieces between two layers bend, and stand side by side there. */
const bending = 0.2;
/** … where frames keep what is related apart. */
const bendingFramed = 0.35;
/** What lines that pass through keep straight makes layers longer, for each of them on a node. */
const straight = 0.15;

/** About how large a part will be. */
export function estimatedExtent(graph: Layers, spacing: LayeredSpacing): Extent {
  const { vertices, pieces, layers, frames } = graph;
  const after = new Array<number>(layers.length).fill(0);
  const direct = new Array<boolean>(layers.length).fill(false);
  for (const { from, fromSlot, toSlot } of pieces) {
    const { layer } = vertices[from]!;
    after[layer]!++;
    if (fromSlot !== undefined && toSlot !== undefined) direct[layer] = true;
  }
  const share = frames.length === 0 ? bending : bendingFramed;
  let along = 0;
  for (const [index, layer] of layers.entries()) {
    along += Math.max(...layer.map((vertex) => vertices[vertex]!.along));
    for (const side of ['before', 'after'] as const) {
      const own = frames.filter(({ from, to }) => (side === 'before' ? from : to) === index);
      along += Math.max(0, ...own.map((frame) => frame[side]));
    }
    if (index === layers.length - 1) continue;
    const tracks = share * Math.max(0, after[index]! - 1) * spacing.edge;
    along += Math.max(2 * spacing.edgeNode + tracks, direct[index] ? spacing.layer : 0);
  }
  const passing = vertices.filter(({ kind }) => kind === 'pass').length;
  const nodes = vertices.filter(({ kind }) => kind === 'node').length;
  const across = widest(graph, spacing);
  return { along, across: across * (1 + straight * Math.min(2, passing / nodes)) };
}

/** How long the longest layer is at least; a frame is as wide in each layer as in its widest one. */
function widest({ vertices, layers, frames }: Layers, spacing: LayeredSpacing): number {
  const sum = (list: readonly number[]) =>
    list.reduce((total, vertex, at) => {
      const before = list[at - 1];
      const gap =
        before === undefined ? 0 : distance(vertices[before]!, vertices[vertex]!, spacing);
      return total + gap + vertices[vertex]!.across;
    }, 0);
  const held = (layer: number, frame: number | undefined) =>
    layers[layer]!.filter((vertex) => {
      const { kind, frame: own } = vertices[vertex]!;
      return kind !== 'border' && own === frame;
    });
  const widths = frames.map(({ from, to, first, last, least }, frame) => {
    let most = 0;
    for (let layer = from; layer <= to; layer++) most = Math.max(most, sum(held(layer, frame)));
    return Math.max(first + most + last, least.across);
  });
  return layers.reduce((most, _, layer) => {
    const own = widths.filter((_, frame) => {
      const { from, to } = frames[frame]!;
      return layer >= from && layer <= to;
    });
    const gaps = spacing.node * Math.max(0, own.length - 1);
    const framed = own.reduce((total, width) => total + width, gaps);
    return Math.max(most, framed + sum(held(layer, undefined)));
  }, 0);
}
