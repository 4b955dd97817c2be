import type { Adjacency } from './adjacency.js';

/**
 * How many pieces of two vertices cross less where they change places.
 *
 * @param place by vertex: its place in its layer; `first` stands before `second`
 */
export function swapGain(
  { starts, ends }: Adjacency,
  place: Int32Array,
  first: number,
  second: number,
): number {
  const [from, to] = [starts[second]!, starts[second + 1]!];
  let gain = 0;
  for (let a = starts[first]!; a < starts[first + 1]!; a++) {
    const at = place[ends[a]!]!;
    for (let b = from; b < to; b++) {
      const other = place[ends[b]!]!;
      if (at > other) gain++;
      else if (at < other) gain--;
    }
  }
  return gain;
}

/**
 * Counts the pieces that cross between two layers, those of one vertex not among each other
 * (W. Barth, P. Mutzel, M. Jünger: Simple and efficient bilayer cross counting, 2004).
 */
export class CrossingCounter {
  readonly #pieces: Adjacency;
  readonly #place: Int32Array;
  /** Sums over ranges of places, of the pieces so far that end there (P. M. Fenwick, 1994). */
  readonly #sums: Int32Array;

  /** @param widest the most vertices in a layer */
  constructor(pieces: Adjacency, place: Int32Array, widest: number) {
    this.#pieces = pieces;
    this.#place = place;
    this.#sums = new Int32Array(widest + 1);
  }

  /** Crossings between a layer and the next one. */
  count(layer: readonly number[]): number {
    const { starts, ends } = this.#pieces;
    const [place, sums] = [this.#place, this.#sums];
    sums.fill(0);
    let total = 0;
    let crossings = 0;
    for (const vertex of layer) {
      const [from, to] = [starts[vertex]!, starts[vertex + 1]!];
      for (let piece = from; piece < to; piece++) {
        let before = 0;
        for (let at = place[ends[piece]!]! + 1; at > 0; at &= at - 1) before += sums[at]!;
        crossings += total - before;
      }
      for (let piece = from; piece < to; piece++) {
        for (let at = place[ends[piece]!]! + 1; at < sums.length; at += at & -at) sums[at]!++;
      }
      total += to - from;
    }
    return crossings;
  }
}
