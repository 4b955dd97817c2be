import { adjacency, type Adjacency } from './adjacency.js';
import { CrossingCounter, swapGain } from './crossings.js';
import type { Layers } from './layers.js';
import { Units } from './units.js';

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
  const units = new Units(graph);
  const ordering = new Ordering(graph, units);
  let best: number[][] = [];
  let least = Infinity;
  for (const start of [units.inDepth, units.asGiven]) {
    if (least === 0) break;
    const { order, crossings } = ordering.improved(start());
    if (crossings < least) [best, least] = [order, crossings];
  }
  return best;
}

/** Improves orders of units. */
class Ordering {
  readonly #units: Units;
  readonly #before: Adjacency;
  readonly #after: Adjacency;
  readonly #counter: CrossingCounter;
  /** By vertex: its place in its layer. */
  readonly #place: Int32Array;
  /** By unit: the mean place of its neighbours. */
  readonly #mean: Float64Array;
  /** By layer: crossings between it and the next one, as counted last. */
  readonly #crossings: Int32Array;
  /** By layer: when it was changed, looked through for swaps, and counted with the next one. */
  readonly #changed: Int32Array;
  readonly #looked: Int32Array;
  readonly #counted: Int32Array;
  #clock = 0;

  constructor({ vertices, pieces, layers }: Layers, units: Units) {
    this.#units = units;
    this.#after = adjacency(vertices.length, pieces);
    const backward = pieces.map(({ from, to }) => ({ from: to, to: from }));
    this.#before = adjacency(vertices.length, backward);
    this.#place = new Int32Array(vertices.length);
    this.#mean = new Float64Array(units.count);
    const widest = layers.reduce((most, layer) => Math.max(most, layer.length), 0);
    this.#counter = new CrossingCounter(this.#after, this.#place, widest);
    const byLayer = () => new Int32Array(layers.length);
    this.#crossings = byLayer();
    this.#changed = byLayer();
    this.#looked = byLayer();
    this.#counted = byLayer();
  }

  /** Improves an order; answers the best one found, as vertices. */
  improved(order: number[][]): { readonly order: number[][]; readonly crossings: number } {
    for (const index of order.keys()) this.#remember(order, index);
    let best = this.#units.vertices(order);
    let least = this.#count(order);
    for (let sweep = 0, since = 0; sweep < mostSweeps && since < patience && least > 0; sweep++) {
      const forth = sweep % 2 === 0;
      for (let step = 1; step < order.length; step++) {
        const index = forth ? step : order.length - 1 - step;
        const neighbours = forth ? this.#before : this.#after;
        if (this.#sortByMean(order[index]!, neighbours)) this.#remember(order, index);
      }
      this.#swapPairs(order);
      const crossings = this.#count(order);
      since++;
      if (crossings < least) {
        [least, since] = [crossings, 0];
        best = this.#units.vertices(order);
      }
    }
    return { order: best, crossings: least };
  }

  /** Keeps in mind where vertices stand in a layer that was changed. */
  #remember(order: readonly (readonly number[])[], index: number): void {
    const place = this.#place;
    let at = 0;
    for (const unit of order[index]!) {
      if (this.#units.isChain(unit))
        for (const vertex of this.#units.members(unit)) place[vertex] = at++;
      else place[unit] = at++;
    }
    this.#changed[index] = ++this.#clock;
  }

  /** Units without neighbours stay where they are. Answers whether others do not. */
  #sortByMean(layer: number[], { starts, ends }: Adjacency): boolean {
    const [mean, place] = [this.#mean, this.#place];
    const sorted: number[] = [];
    let isSorted = true;
    for (const unit of layer) {
      let sum = 0;
      let count = 0;
      for (const vertex of this.#units.members(unit)) {
        const to = starts[vertex + 1]!;
        for (let at = starts[vertex]!; at < to; at++) sum += place[ends[at]!]!;
        count += to - starts[vertex]!;
      }
      mean[unit] = count === 0 ? -1 : sum / count;
      if (count === 0) continue;
      const last = sorted.at(-1);
      if (last !== undefined && mean[last]! > mean[unit]) isSorted = false;
      sorted.push(unit);
    }
    if (isSorted) return false;
    sorted.sort((a, b) => mean[a]! - mean[b]!);
    let next = 0;
    for (let index = 0; index < layer.length; index++) {
      if (mean[layer[index]!] !== -1) layer[index] = sorted[next++]!;
    }
    return true;
  }

  /** Swaps units side by side, and turns chains around, as long as fewer pieces cross then. */
  #swapPairs(order: readonly number[][]): void {
    for (let better = true, round = 0; better && round < mostRounds; round++) {
      better = false;
      for (const index of order.keys()) {
        // Where neither a layer nor those beside it changed, there is nothing new to swap.
        if (this.#isOlder(this.#looked, index, index - 1, index + 1)) {
          this.#looked[index] = ++this.#clock;
          if (this.#swapIn(order, index)) better = true;
        }
      }
    }
  }

  /** Whether something was done to a layer before one of the layers from `first` to `last` changed. */
  #isOlder(times: Int32Array, index: number, first: number, last: number): boolean {
    for (let other = Math.max(0, first); other <= last && other < times.length; other++)
      if (this.#changed[other]! > times[index]!) return true;
    return false;
  }

  #swapIn(order: readonly number[][], index: number): boolean {
    const layer = order[index]!;
    const units = this.#units;
    let better = false;
    for (let at = 0; at < layer.length; at++) {
      const unit = layer[at]!;
      if (units.isChain(unit) && this.#turnGain(unit) > 0) {
        units.turn(unit);
        this.#remember(order, index);
        better = true;
      }
      const other = layer[at - 1];
      if (other === undefined || this.#swapGain(other, unit) <= 0) continue;
      layer[at - 1] = unit;
      layer[at] = other;
      if (units.isChain(unit) || units.isChain(other)) {
        this.#remember(order, index);
      } else {
        this.#place[unit]!--;
        this.#place[other]!++;
      }
      better = true;
    }
    if (better) this.#changed[index] = ++this.#clock;
    return better;
  }

  #swapGain(first: number, second: number): number {
    const units = this.#units;
    if (!units.isChain(first) && !units.isChain(second)) return this.#pairGain(first, second);
    let gain = 0;
    for (const a of units.members(first))
      for (const b of units.members(second)) gain += this.#pairGain(a, b);
    return gain;
  }

  #turnGain(chain: number): number {
    const members = this.#units.members(chain);
    let gain = 0;
    for (let a = 0; a < members.length; a++)
      for (let b = a + 1; b < members.length; b++) gain += this.#pairGain(members[a]!, members[b]!);
    return gain;
  }

  #pairGain(first: number, second: number): number {
    const place = this.#place;
    return (
      swapGain(this.#before, place, first, second) + swapGain(this.#after, place, first, second)
    );
  }

  /** Pieces that cross, between all layers. */
  #count(order: readonly (readonly number[])[]): number {
    let sum = 0;
    for (const [index, layer] of order.entries()) {
      if (this.#isOlder(this.#counted, index, index, index + 1)) {
        this.#counted[index] = ++this.#clock;
        this.#crossings[index] = this.#counter.count(this.#units.verticesOf(layer));
      }
      sum += this.#crossings[index]!;
    }
    return sum;
  }
}
