import type { Layers } from './layers.js';

/** Sweeps without a better order after which the best one is taken. */
const patience = 4;
const mostSweeps = 24;

/** Vertices of the neighbouring layers, by vertex. */
interface Neighbours {
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

/**
 * Orders the vertices of each layer so that few pieces cross: by the mean place of their neighbours,
 * forth and back, and by swapping pairs side by side.
 */
export function ordered({ vertices, pieces, layers }: Layers): number[][] {
  const before: number[][] = vertices.map(() => []);
  const after: number[][] = vertices.map(() => []);
  for (const { from, to } of pieces) {
    after[from]!.push(to);
    before[to]!.push(from);
  }
  const neighbours = { before, after };
  const starts = [inDepth(layers, neighbours), layers.map((layer) => [...layer])];
  let best: number[][] = [];
  let least = Infinity;
  for (const start of starts) {
    if (least === 0) break;
    const { order, crossings } = improved(start, neighbours);
    if (crossings < least) [best, least] = [order, crossings];
  }
  return best;
}

function improved(start: number[][], { before, after }: Neighbours) {
  const order = start.map((layer) => [...layer]);
  let best = start;
  let least = crossingsOf(order, after);
  const place: number[] = [];
  for (const layer of order) remember(layer, place);
  for (let sweep = 0, since = 0; sweep < mostSweeps && since < patience && least > 0; sweep++) {
    const forth = sweep % 2 === 0;
    for (let step = 1; step < order.length; step++) {
      const at = forth ? step : order.length - 1 - step;
      sortByMean(order[at]!, forth ? before : after, place);
      remember(order[at]!, place);
    }
    swapPairs(order, before, after, place);
    const crossings = crossingsOf(order, after);
    since++;
    if (crossings < least) {
      [least, since] = [crossings, 0];
      best = order.map((layer) => [...layer]);
    }
  }
  return { order: best, crossings: least };
}

/** Vertices in the order in which they are met when edges are followed: trees do not cross then. */
function inDepth(layers: readonly (readonly number[])[], { before, after }: Neighbours) {
  const order: number[][] = layers.map(() => []);
  const met = new Set<number>();
  const layerOf = new Map(
    layers.flatMap((layer, index) => layer.map((vertex) => [vertex, index] as const)),
  );
  const visit = (start: number) => {
    const open = [start];
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      if (met.has(vertex)) continue;
      met.add(vertex);
      order[layerOf.get(vertex)!]!.push(vertex);
      open.push(...[...before[vertex]!].reverse(), ...[...after[vertex]!].reverse());
    }
  };
  for (const layer of layers) for (const vertex of layer) visit(vertex);
  return order;
}

function remember(layer: readonly number[], place: number[]): void {
  for (const [index, vertex] of layer.entries()) place[vertex] = index;
}

/** Vertices without neighbours stay where they are. */
function sortByMean(
  layer: number[],
  neighbours: readonly (readonly number[])[],
  place: readonly number[],
): void {
  const mean = new Map<number, number>();
  for (const vertex of layer) {
    const list = neighbours[vertex]!;
    if (list.length === 0) continue;
    mean.set(vertex, list.reduce((sum, other) => sum + place[other]!, 0) / list.length);
  }
  const sorted = layer
    .filter((vertex) => mean.has(vertex))
    .sort((a, b) => mean.get(a)! - mean.get(b)! || place[a]! - place[b]!);
  let next = 0;
  for (const [index, vertex] of layer.entries()) {
    if (mean.has(vertex)) layer[index] = sorted[next++]!;
  }
}

/** Swaps neighbours in a layer as long as fewer of their pieces cross then. */
function swapPairs(
  order: readonly number[][],
  before: Neighbours['before'],
  after: Neighbours['after'],
  place: number[],
): void {
  for (let better = true, round = 0; better && round < 8; round++) {
    better = false;
    for (const layer of order) {
      for (let index = 1; index < layer.length; index++) {
        const [a, b] = [layer[index - 1]!, layer[index]!];
        const gain = [before, after].reduce(
          (sum, side) =>
            sum + crossed(side[a]!, side[b]!, place) - crossed(side[b]!, side[a]!, place),
          0,
        );
        if (gain <= 0) continue;
        [layer[index - 1], layer[index]] = [b, a];
        place[a] = index;
        place[b] = index - 1;
        better = true;
      }
    }
  }
}

/** Crossings between the pieces of two vertices, the first of which stands before the second. */
function crossed(
  first: readonly number[],
  second: readonly number[],
  place: readonly number[],
): number {
  let count = 0;
  for (const a of first) for (const b of second) if (place[a]! > place[b]!) count++;
  return count;
}

/** Pieces that cross, between all layers. */
function crossingsOf(order: readonly (readonly number[])[], after: Neighbours['after']): number {
  let count = 0;
  const place: number[] = [];
  for (const layer of order) remember(layer, place);
  for (const layer of order) {
    // Ends of the pieces in the order of their starts; each pair out of order is a crossing.
    const ends: number[] = [];
    for (const vertex of layer) {
      const own = after[vertex]!.map((other) => place[other]!).sort((a, b) => a - b);
      for (const end of own) {
        let index = ends.length;
        while (index > 0 && ends[index - 1]! > end) index--;
        count += ends.length - index;
        ends.splice(index, 0, end);
      }
    }
  }
  return count;
}
