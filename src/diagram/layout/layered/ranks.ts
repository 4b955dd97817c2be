import { fewBackward } from './acyclic.js';
import { framesOfNodes, spansOf, type FrameExtent } from './frames.js';
import type { Extent, PartEdge } from './layers.js';
import type { Chain } from './level.js';
import { networkSimplex } from './network-simplex.js';
import { settled } from './settled.js';

/** What it costs that a frame is one layer longer, in edges that are. */
const holding = 2;

/** Layers of nodes, and the order that tells which edges point backwards. */
export interface Ranks {
  readonly ranks: readonly number[];
  readonly order: readonly number[];
}

/** How frames that edges join stand: side by side where that is shorter, or one after the other. */
export type Framing = 'beside' | 'behind';

/**
 * Puts nodes in layers so that edges are short in sum, and frames too.
 *
 * @param level edges whose ends stand side by side, in chains
 */
export function ranked(
  nodes: readonly Extent[],
  chains: readonly Chain[],
  edges: readonly PartEdge[],
  level: ReadonlySet<number>,
  frames: readonly FrameExtent[],
  framing: Framing,
): Ranks {
  // Nodes side by side count as one.
  const group = nodes.map((_, node) => node);
  for (const chain of chains) for (const node of chain.nodes) group[node] = chain.nodes[0]!;
  const numbers = new Map([...new Set(group)].map((node, index) => [node, index]));
  const of = group.map((node) => numbers.get(node)!);
  const arcs = edges
    .filter((_, index) => !level.has(index))
    .map(({ from, to, label }) => ({
      from: of[from]!,
      to: of[to]!,
      length: label ? 2 : 1,
      weight: 1,
    }));
  const framed = frames.map((frame) => ({
    ...frame,
    members: [...new Set(frame.members.map((node) => of[node]!))],
  }));
  const blocks = framing === 'behind' ? blocksOf(numbers.size, framed) : undefined;
  const order = blocks ? blockwise(blocks, arcs) : fewBackward(numbers.size, arcs);
  const forward = arcs.map((arc) => {
    const { from, to, length, weight } = arc;
    return order[from]! > order[to]! ? { from: to, to: from, length, weight } : arc;
  });
  const along = new Array<number>(numbers.size).fill(0);
  for (const [node, index] of of.entries())
    along[index] = Math.max(along[index]!, nodes[node]!.along);
  const bounds = framed.flatMap(({ members }, index) => {
    const from = numbers.size + 2 * index;
    return [
      { from, to: from + 1, length: 0, weight: holding },
      ...members.flatMap((node) => [
        { from, to: node, length: 0, weight: 0 },
        { from: node, to: from + 1, length: 0, weight: 0 },
      ]),
    ];
  });
  if (blocks) bounds.push(...behind(blocks, forward, numbers.size, frames.length));
  const best = networkSimplex(numbers.size + 2 * frames.length, [...forward, ...bounds]);
  const ranks = settledWithin(best.slice(0, numbers.size), along, forward, framed);
  return { ranks: of.map((index) => ranks[index]!), order: of.map((index) => order[index]!) };
}

/** By node: its frame, or a number of its own after those of all frames. */
function blocksOf(count: number, frames: readonly FrameExtent[]): number[] {
  return framesOfNodes(count, frames).map((frame, node) => frame ?? frames.length + node);
}

/** The place of each node in an order of frames and of other nodes, in which few arcs lead backwards. */
function blockwise(
  blocks: readonly number[],
  arcs: readonly { readonly from: number; readonly to: number; readonly weight: number }[],
): number[] {
  const between = arcs
    .map(({ from, to, weight }) => ({ from: blocks[from]!, to: blocks[to]!, weight }))
    .filter(({ from, to }) => from !== to);
  const within = arcs.filter(({ from, to }) => blocks[from] === blocks[to]);
  const outer = fewBackward(Math.max(...blocks) + 1, between);
  const inner = fewBackward(blocks.length, within);
  return blocks.map((block, node) => outer[block]! * blocks.length + inner[node]!);
}

/** Keeps frames that an edge leads to behind what it comes from. */
function behind(
  blocks: readonly number[],
  forward: readonly { readonly from: number; readonly to: number; readonly length: number }[],
  count: number,
  frames: number,
) {
  const first = (node: number) => (blocks[node]! < frames ? count + 2 * blocks[node]! : node);
  const last = (node: number) => (blocks[node]! < frames ? count + 2 * blocks[node]! + 1 : node);
  return forward
    .filter(({ from, to }) => blocks[from] !== blocks[to])
    .map(({ from, to, length }) => ({ from: last(from), to: first(to), length, weight: 0 }));
}

/** No frame becomes longer so. */
function settledWithin(
  ranks: readonly number[],
  along: readonly number[],
  arcs: Parameters<typeof settled>[2],
  frames: readonly FrameExtent[],
): readonly number[] {
  if (frames.length === 0) return settled(ranks, along, arcs);
  const frameOf = framesOfNodes(ranks.length, frames);
  const spans = spansOf(frames, ranks);
  const result = settled(ranks, along, arcs, (node, layer) => {
    const frame = frameOf[node];
    return frame === undefined || (layer >= spans[frame]!.from && layer <= spans[frame]!.to);
  });
  return withoutGaps(result, arcs);
}

/** Where frames alone hold a part together, layers may be left of which nothing is in need. */
function withoutGaps(
  ranks: readonly number[],
  arcs: readonly { readonly from: number; readonly to: number }[],
): readonly number[] {
  const used = new Uint8Array(Math.max(...ranks) + 1);
  for (const rank of ranks) used[rank] = 1;
  for (const { from, to } of arcs)
    for (let layer = ranks[from]! + 1; layer < ranks[to]!; layer++) used[layer] = 1;
  let next = 0;
  const layers = [...used].map((isUsed) => (isUsed === 1 ? next++ : next));
  return ranks.map((rank) => layers[rank]!);
}
