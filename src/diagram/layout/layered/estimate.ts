import type { LayeredSpacing } from './graph.js';
import type { Extent, Layers } from './layers.js';
import { distance } from './placement.js';

/** So many of the pieces between two layers bend, and stand side by side there. */
const bending = 0.2;
/** What lines that pass through keep straight makes layers longer, for each of them on a node. */
const straight = 0.15;

/** About how large a part will be. */
export function estimatedExtent(
  { vertices, pieces, layers }: Layers,
  spacing: LayeredSpacing,
): Extent {
  const after = new Array<number>(layers.length).fill(0);
  const direct = new Array<boolean>(layers.length).fill(false);
  for (const { from, fromSlot, toSlot } of pieces) {
    const { layer } = vertices[from]!;
    after[layer]!++;
    if (fromSlot !== undefined && toSlot !== undefined) direct[layer] = true;
  }
  let along = 0;
  let across = 0;
  for (const [index, layer] of layers.entries()) {
    along += Math.max(...layer.map((vertex) => vertices[vertex]!.along));
    const sum = layer.reduce((total, vertex, at) => {
      const before = layer[at - 1];
      const gap =
        before === undefined ? 0 : distance(vertices[before]!, vertices[vertex]!, spacing);
      return total + gap + vertices[vertex]!.across;
    }, 0);
    across = Math.max(across, sum);
    if (index === layers.length - 1) continue;
    const tracks = bending * Math.max(0, after[index]! - 1) * spacing.edge;
    along += Math.max(2 * spacing.edgeNode + tracks, direct[index] ? spacing.layer : 0);
  }
  const passing = vertices.filter(({ kind }) => kind === 'pass').length;
  const nodes = vertices.filter(({ kind }) => kind === 'node').length;
  return { along, across: across * (1 + straight * Math.min(2, passing / nodes)) };
}
