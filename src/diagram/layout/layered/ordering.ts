import type { Layers } from './layers.js';

/** Sweeps without a better order after which the best one is taken. */
const patience = 4;
const mostSweeps = 24;
/** Rounds of swaps after each sweep. */
const mostRounds = 8;

/**
 * Orders the vertices of each layer so that few pieces cross: by the mean place of their neighbours,
 * forth and back, and by swapping what stands side by side. Chains stay together.
 */
export function ordered(graph: Layers): number[][] {
  const ordering = new Ordering(graph);
  let best: number[][] = [];
  let least = Infinity;
  for (const start of [ordering.inDepth, ordering.asGiven]) {
    if (least === 0) break;
    const { order, crossings } = ordering.improved(start());
    if (crossings < least) [best, least] = [order, crossings];
  }
  return best;
}

/**
 * Layers are lists of units: a vertex by its number, or a chain by its number after those of all
 * vertices.
 */
class Ordering {
  readonly #layers: readonly (readonly number[])[];
  readonly #before: readonly (readonly number[])[];
  readonly #after: readonly (readonly number[])[];
  /** By unit; chains may be turned around. */
  readonly #members: number[][];
  readonly #isChain: (unit: number) => boolean;
  readonly #place: Float64Array;
  readonly #mean: Float64Array;

  constructor({ vertices, pieces, layers, chains }: Layers) {
    const before: number[][] = vertices.map(() => []);
    const after: number[][] = vertices.map(() => []);
    for (const { from, to } of pieces) {
      after[from]!.push(to);
      before[to]!.push(from);
    }
    this.#before = before;
    this.#after = after;
    this.#members = [
      ...vertices.map((_, vertex) => [vertex]),
      ...chains.map((chain) => [...chain]),
    ];
    this.#isChain = (unit) => unit >= vertices.length;
    const unitOf = Int32Array.from(vertices, (_, vertex) => vertex);
    for (const [index, chain] of chains.entries())
      for (const vertex of chain) unitOf[vertex] = vertices.length + index;
    this.#layers = layers.map((layer) => [...new Set(layer.map((vertex) => unitOf[vertex]!))]);
    this.#place = new Float64Array(vertices.length);
    this.#mean = new Float64Array(this.#members.length);
  }

  readonly asGiven = (): number[][] => this.#layers.map((layer) => [...layer]);

  /** Units in the order in which they are met when edges are followed: trees do not cross then. */
  readonly inDepth = (): number[][] => {
    const order: number[][] = this.#layers.map(() => []);
    const layerOf = new Int32Array(this.#members.length);
    const unitOf = new Int32Array(this.#place.length);
    for (const [index, layer] of this.#layers.entries()) {
      for (const unit of layer) {
        layerOf[unit] = index;
        for (const vertex of this.#members[unit]!) unitOf[vertex] = unit;
      }
    }
    const met = new Uint8Array(this.#members.length);
    const open: number[] = [];
    for (const layer of this.#layers) {
      for (const start of layer) {
        open.push(start);
        for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
          if (met[unit] === 1) continue;
          met[unit] = 1;
          order[layerOf[unit]!]!.push(unit);
          for (const side of [this.#before, this.#after]) {
            const next = this.#members[unit]!.flatMap((vertex) => side[vertex]!);
            for (let at = next.length - 1; at >= 0; at--) open.push(unitOf[next[at]!]!);
          }
        }
      }
    }
    return order;
  };

  /** Improves an order; answers the best one found, as vertices. */
  improved(order: number[][]): { readonly order: number[][]; readonly crossings: number } {
    for (const layer of order) this.#remember(layer);
    let best = this.#vertices(order);
    let least = this.#crossings(order);
    for (let sweep = 0, since = 0; sweep < mostSweeps && since < patience && least > 0; sweep++) {
      const forth = sweep % 2 === 0;
      for (let step = 1; step < order.length; step++) {
        const layer = order[forth ? step : order.length - 1 - step]!;
        this.#sortByMean(layer, forth ? this.#before : this.#after);
        this.#remember(layer);
      }
      this.#swapPairs(order);
      const crossings = this.#crossings(order);
      since++;
      if (crossings < least) {
        [least, since] = [crossings, 0];
        best = this.#vertices(order);
      }
    }
    return { order: best, crossings: least };
  }

  /** With the vertices of chains as they are turned now. */
  #vertices(order: readonly (readonly number[])[]): number[][] {
    return order.map((layer) => layer.flatMap((unit) => this.#members[unit]!));
  }

  #remember(layer: readonly number[]): void {
    let at = 0;
    for (const unit of layer) for (const vertex of this.#members[unit]!) this.#place[vertex] = at++;
  }

  /** Units without neighbours stay where they are. */
  #sortByMean(layer: number[], neighbours: readonly (readonly number[])[]): void {
    const mean = this.#mean;
    const place = this.#place;
    const sorted: number[] = [];
    for (const unit of layer) {
      let sum = 0;
      let count = 0;
      for (const vertex of this.#members[unit]!) {
        const list = neighbours[vertex]!;
        for (const other of list) sum += place[other]!;
        count += list.length;
      }
      if (count === 0) {
        mean[unit] = -1;
        continue;
      }
      mean[unit] = sum / count;
      sorted.push(unit);
    }
    const first = (unit: number) => place[this.#members[unit]![0]!]!;
    sorted.sort((a, b) => mean[a]! - mean[b]! || first(a) - first(b));
    let next = 0;
    for (let index = 0; index < layer.length; index++) {
      if (mean[layer[index]!] !== -1) layer[index] = sorted[next++]!;
    }
  }

  /** Swaps units side by side, and turns chains around, as long as fewer pieces cross then. */
  #swapPairs(order: readonly number[][]): void {
    for (let better = true, round = 0; better && round < mostRounds; round++) {
      better = false;
      for (const layer of order) {
        for (let index = 0; index < layer.length; index++) {
          const unit = layer[index]!;
          if (this.#isChain(unit) && this.#turnGain(unit) > 0) {
            this.#members[unit]!.reverse();
            this.#remember(layer);
            better = true;
          }
          const other = layer[index - 1];
          if (other === undefined || this.#swapGain(other, unit) <= 0) continue;
          layer[index - 1] = unit;
          layer[index] = other;
          if (this.#isChain(unit) || this.#isChain(other)) this.#remember(layer);
          else {
            this.#place[unit]!--;
            this.#place[other]!++;
          }
          better = true;
        }
      }
    }
  }

  #swapGain(first: number, second: number): number {
    let gain = 0;
    for (const a of this.#members[first]!)
      for (const b of this.#members[second]!) gain += this.#pairGain(a, b);
    return gain;
  }

  #turnGain(chain: number): number {
    const members = this.#members[chain]!;
    let gain = 0;
    for (let a = 0; a < members.length; a++)
      for (let b = a + 1; b < members.length; b++) gain += this.#pairGain(members[a]!, members[b]!);
    return gain;
  }

  /** Crossings between the pieces of two vertices that there are less where they change places. */
  #pairGain(first: number, second: number): number {
    return (
      this.#excess(this.#before[first]!, this.#before[second]!) +
      this.#excess(this.#after[first]!, this.#after[second]!)
    );
  }

  #excess(first: readonly number[], second: readonly number[]): number {
    const place = this.#place;
    let count = 0;
    for (const a of first) {
      const at = place[a]!;
      for (const b of second) {
        const other = place[b]!;
        if (at > other) count++;
        else if (at < other) count--;
      }
    }
    return count;
  }

  /** Pieces that cross, between all layers. */
  #crossings(order: readonly (readonly number[])[]): number {
    let count = 0;
    const place = this.#place;
    for (const layer of order) {
      // Ends of the pieces in the order of their starts; each pair out of order is a crossing.
      const ends: number[] = [];
      for (const unit of layer) {
        for (const vertex of this.#members[unit]!) {
          const own = this.#after[vertex]!;
          const from = ends.length;
          for (const other of own) {
            const end = place[other]!;
            // Pieces of one vertex do not cross each other.
            let index = from;
            while (index > 0 && ends[index - 1]! > end) index--;
            count += from - index;
          }
          for (const other of own) {
            const end = place[other]!;
            let index = ends.length;
            ends.push(end);
            for (; index > 0 && ends[index - 1]! > end; index--) ends[index] = ends[index - 1]!;
            ends[index] = end;
          }
        }
      }
    }
    return count;
  }
}
