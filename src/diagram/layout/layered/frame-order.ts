/**
 * In which order frames stand in layers: the same in all that they share, so that each can be a
 * rectangle. Any such order is part of one of all frames, which is what is looked for.
 */
import type { Layers } from './layers.js';
import type { Rows, Units } from './units.js';

export class FrameOrder {
  readonly #units: Units;
  readonly #frames: Layers['frames'];
  #order: number[] = [];

  constructor(units: Units, frames: Layers['frames']) {
    this.#units = units;
    this.#frames = frames;
  }

  /** The frames, from first to last. */
  get order(): readonly number[] {
    return this.#order;
  }

  /**
   * Puts the units of each layer, in any order, into the blocks of their frames.
   *
   * @param order that of the frames; without, the one that their units come nearest to
   */
  nested(flat: Rows, order?: readonly number[]): number[][] {
    const units = this.#units;
    const places = this.#frames.map(() => ({ sum: 0, count: 0 }));
    for (const layer of flat) {
      for (const [index, unit] of layer.entries()) {
        const frame = units.frameAround(unit);
        if (frame === undefined) continue;
        places[frame]!.sum += (index + 0.5) / layer.length;
        places[frame]!.count++;
      }
    }
    const middles = places.map(({ sum, count }) => sum / count);
    this.#order = order
      ? [...order]
      : [...middles.keys()].sort((a, b) => middles[a]! - middles[b]! || a - b);
    const rank = new Map(this.#order.map((frame, index) => [frame, index]));
    return flat.map((layer, index) => {
      const rankOf = (block: number) => rank.get(units.frameOf(block))!;
      const blocks = [...units.blocksIn[index]!].sort((a, b) => rankOf(a) - rankOf(b));
      if (blocks.length === 0) return [...layer];
      const means = blocks.map((block) => {
        const frame = units.frameOf(block);
        const own = [...layer.keys()].filter((at) => units.frameAround(layer[at]!) === frame);
        units.setRow(
          block,
          own.map((at) => layer[at]!),
        );
        if (own.length === 0) return middles[frame]! * layer.length - 0.5;
        return own.reduce((sum, at) => sum + at, 0) / own.length;
      });
      const weights = blocks.map((block) => Math.max(1, units.row(block).length));
      const rising = nonDecreasing(means, weights);
      const entries = [
        ...blocks.map((unit, at) => ({ unit, mean: rising[at]! })),
        ...layer.flatMap((unit, mean) =>
          units.frameAround(unit) === undefined ? [{ unit, mean }] : [],
        ),
      ];
      return entries.sort((a, b) => a.mean - b.mean).map(({ unit }) => unit);
    });
  }

  /** Pairs of frames that may change places, as nothing stands between them that both share layers with. */
  *neighbours(): Generator<readonly [first: number, second: number]> {
    for (const first of [...this.#order]) {
      const second = this.#order
        .slice(this.#order.indexOf(first) + 1)
        .find((frame) => this.#meet(first, frame));
      if (second !== undefined) yield [first, second];
    }
  }

  /** Changes the places of two neighbours in all layers that they share; answers which these are. */
  swap(rows: Rows, first: number, second: number): number[] {
    const units = this.#units;
    const [a, b] = [this.#frames[first]!, this.#frames[second]!];
    const layers: number[] = [];
    for (let layer = Math.max(a.from, b.from); layer <= Math.min(a.to, b.to); layer++) {
      const row = rows[layer]!;
      const [one, other] = [
        units.blocksOf[first]![layer - a.from]!,
        units.blocksOf[second]![layer - b.from]!,
      ];
      const [at, otherAt] = [row.indexOf(one), row.indexOf(other)];
      row[at] = other;
      row[otherAt] = one;
      layers.push(layer);
    }
    // The one that came first meets none of those between the two.
    const before = this.#order.indexOf(first) < this.#order.indexOf(second);
    const [mover, still] = before ? [first, second] : [second, first];
    this.#order = this.#order.filter((frame) => frame !== mover);
    this.#order.splice(this.#order.indexOf(still) + 1, 0, mover);
    return layers;
  }

  #meet(one: number, other: number): boolean {
    const [a, b] = [this.#frames[one]!, this.#frames[other]!];
    return a.from <= b.to && b.from <= a.to;
  }
}

/** All orders in which one item stands elsewhere. */
export function* reordered(order: readonly number[]): Generator<readonly number[]> {
  for (const [at, item] of order.entries()) {
    const rest = order.filter((_, index) => index !== at);
    for (let to = 0; to < order.length; to++)
      // The same as moving the one before it back.
      if (to !== at && to !== at - 1) yield [...rest.slice(0, to), item, ...rest.slice(to)];
  }
}

/** The nearest values to these, weighted, of which none is less than the one before. */
export function nonDecreasing(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [index, value] of values.entries()) {
    let pool = { sum: value * weights[index]!, weight: weights[index]!, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.weight >= pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, weight, count }) => new Array<number>(count).fill(sum / weight));
}
