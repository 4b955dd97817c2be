import { adjacency, type Adjacency } from './adjacency.js';
import { CrossingCounter, swapGain } from './crossings.js';
import { nonDecreasing, type FrameOrder } from './frame-order.js';
import { borderPieces } from './frames.js';
import type { Layers } from './layers.js';
import type { Rows, Units } from './units.js';

/** Sweeps without a better order after which the best one is taken. */
const patience = 4;
const mostSweeps = 24;
/** Rounds of swaps after each sweep. */
const mostRounds = 8;
/** So many crossings of lines are better than one line through the border of a frame. */
const border = 3;

/** An order, as vertices, and how many pieces cross in it. */
export interface Ordered {
  readonly order: readonly (readonly number[])[];
  readonly crossings: number;
}

/**
 * Orders the vertices of each layer so that few pieces cross: by the mean place of their neighbours,
 * forth and back, and by swapping what stands side by side. Chains stay together, and what is in a
 * frame, between its borders.
 */
export class Ordering {
  readonly #units: Units;
  readonly #frames: FrameOrder | undefined;
  readonly #before: Adjacency;
  readonly #after: Adjacency;
  readonly #counter: CrossingCounter;
  /** By vertex: its place in its layer. */
  readonly #place: Int32Array;
  /** By unit: the mean place of its neighbours. */
  readonly #mean: Float64Array;
  /** By unit: how many neighbours these are. */
  readonly #count: Int32Array;
  /** By layer: crossings between it and the next one, as counted last. */
  readonly #crossings: Int32Array;
  /** By layer: when it was changed, looked through for swaps, and counted with the next one. */
  readonly #changed: Int32Array;
  readonly #looked: Int32Array;
  readonly #counted: Int32Array;
  #clock = 0;

  constructor(graph: Layers, units: Units, frames?: FrameOrder) {
    const { vertices, layers } = graph;
    this.#units = units;
    this.#frames = frames;
    const borders = borderPieces(graph.frames);
    const pieces = [...graph.pieces, ...Array.from({ length: border }, () => borders).flat()];
    this.#after = adjacency(vertices.length, pieces);
    const backward = pieces.map(({ from, to }) => ({ from: to, to: from }));
    this.#before = adjacency(vertices.length, backward);
    this.#place = new Int32Array(vertices.length);
    this.#mean = new Float64Array(units.count);
    this.#count = new Int32Array(units.count);
    const widest = layers.reduce((most, layer) => Math.max(most, layer.length), 0);
    this.#counter = new CrossingCounter(this.#after, this.#place, widest);
    const byLayer = () => new Int32Array(layers.length);
    this.#crossings = byLayer();
    this.#changed = byLayer();
    this.#looked = byLayer();
    this.#counted = byLayer();
  }

  /** An order but for what stands side by side and crosses less the other way. */
  touchedUp(order: number[][]): Ordered {
    for (const index of order.keys()) this.#remember(order, index);
    this.#swapPairs(order);
    return { order: this.#units.vertices(order), crossings: this.#countAll(order) };
  }

  /** Improves an order; answers the best one found, as vertices. */
  improved(order: number[][]): Ordered {
    for (const index of order.keys()) this.#remember(order, index);
    let best = this.#units.vertices(order);
    let least = this.#countAll(order);
    for (let sweep = 0, since = 0; sweep < mostSweeps && since < patience && least > 0; sweep++) {
      const forth = sweep % 2 === 0;
      for (let step = 1; step < order.length; step++) {
        const index = forth ? step : order.length - 1 - step;
        const neighbours = forth ? this.#before : this.#after;
        if (this.#sort(order[index]!, neighbours)) this.#remember(order, index);
      }
      this.#swapPairs(order);
      this.#swapFrames(order);
      const crossings = this.#countAll(order);
      since++;
      if (crossings < least) {
        [least, since] = [crossings, 0];
        best = this.#units.vertices(order);
      }
    }
    return { order: best, crossings: least };
  }

  /** Keeps in mind where vertices stand in a layer that was changed. */
  #remember(order: Rows, index: number): void {
    const place = this.#place;
    let at = 0;
    for (const unit of order[index]!) {
      if (this.#units.isCompound(unit))
        for (const vertex of this.#units.members(unit)) place[vertex] = at++;
      else place[unit] = at++;
    }
    this.#changed[index] = ++this.#clock;
  }

  /** Sorts a row, and those of its blocks. Answers whether it was in another order. */
  #sort(row: number[], neighbours: Adjacency): boolean {
    let isSorted = true;
    for (const unit of row) {
      if (!this.#units.isBlock(unit) || !this.#sortByMean(this.#units.row(unit), neighbours))
        continue;
      this.#units.rejoin(unit);
      isSorted = false;
    }
    return this.#sortByMean(row, neighbours) || !isSorted;
  }

  /** Units without neighbours stay where they are. Answers whether others do not. */
  #sortByMean(layer: number[], { starts, ends }: Adjacency): boolean {
    const [mean, count, place] = [this.#mean, this.#count, this.#place];
    const sorted: number[] = [];
    const blocks: number[] = [];
    for (const unit of layer) {
      let sum = 0;
      count[unit] = 0;
      for (const vertex of this.#units.members(unit)) {
        const to = starts[vertex + 1]!;
        for (let at = starts[vertex]!; at < to; at++) sum += place[ends[at]!]!;
        count[unit] += to - starts[vertex]!;
      }
      if (this.#units.isBlock(unit)) blocks.push(unit);
      if (count[unit] === 0) continue;
      mean[unit] = sum / count[unit];
      sorted.push(unit);
    }
    if (blocks.length > 1) this.#keepOrder(blocks, sorted);
    const isSorted = sorted.every((unit, at) => at === 0 || mean[sorted[at - 1]!]! <= mean[unit]!);
    if (isSorted) return false;
    sorted.sort((a, b) => mean[a]! - mean[b]!);
    let next = 0;
    for (let index = 0; index < layer.length; index++) {
      if (count[layer[index]!] !== 0) layer[index] = sorted[next++]!;
    }
    return true;
  }

  /** Blocks of frames keep their order: that of the frames. */
  #keepOrder(blocks: readonly number[], sorted: number[]): void {
    const [mean, count] = [this.#mean, this.#count];
    const own = blocks.filter((block) => count[block] !== 0);
    if (own.length < blocks.length) {
      // One without neighbours stays where it is, and so do the others.
      const isBlock = new Set(blocks);
      for (const block of own) count[block] = 0;
      const rest = sorted.filter((unit) => !isBlock.has(unit));
      sorted.splice(0, sorted.length, ...rest);
      return;
    }
    const rising = nonDecreasing(
      own.map((block) => mean[block]!),
      own.map((block) => count[block]!),
    );
    for (const [index, block] of own.entries()) mean[block] = rising[index]!;
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

  #swapIn(order: Rows, index: number): boolean {
    let better = false;
    for (const unit of order[index]!) {
      if (!this.#units.isBlock(unit)) continue;
      const rejoin = () => {
        this.#units.rejoin(unit);
        this.#remember(order, index);
      };
      if (!this.#swapInRow(this.#units.row(unit), rejoin)) continue;
      rejoin();
      better = true;
    }
    const remember = () => {
      this.#remember(order, index);
    };
    if (this.#swapInRow(order[index]!, remember)) better = true;
    if (better) this.#changed[index] = ++this.#clock;
    return better;
  }

  #swapInRow(row: number[], remember: () => void): boolean {
    const units = this.#units;
    let better = false;
    for (let at = 0; at < row.length; at++) {
      const unit = row[at]!;
      if (units.isChain(unit) && this.#turnGain(unit) > 0) {
        units.turn(unit);
        remember();
        better = true;
      }
      const other = row[at - 1];
      if (other === undefined || (units.isBlock(unit) && units.isBlock(other))) continue;
      if (this.#swapGain(other, unit) <= 0) continue;
      row[at - 1] = unit;
      row[at] = other;
      if (units.isCompound(unit) || units.isCompound(other)) {
        remember();
      } else {
        this.#place[unit]!--;
        this.#place[other]!++;
      }
      better = true;
    }
    return better;
  }

  /** Frames that change places do so in all layers that they share, if fewer pieces cross then. */
  #swapFrames(order: Rows): void {
    if (!this.#frames) return;
    let least = this.#countAll(order);
    for (const [first, second] of this.#frames.neighbours()) {
      const swap = () => {
        for (const layer of this.#frames!.swap(order, first, second)) this.#remember(order, layer);
        return this.#countAll(order);
      };
      const crossings = swap();
      if (crossings < least) least = crossings;
      else swap();
    }
  }

  #swapGain(first: number, second: number): number {
    const units = this.#units;
    if (!units.isCompound(first) && !units.isCompound(second)) return this.#pairGain(first, second);
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
  #countAll(order: readonly (readonly number[])[]): number {
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
