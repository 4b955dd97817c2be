import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacency } from '../../../src/diagram/layout/layered/adjacency.js';
import { CrossingCounter, swapGain } from '../../../src/diagram/layout/layered/crossings.js';

/** Six vertices in a layer, and six in the next one, with pieces between them. */
const pieces = fc.uniqueArray(
  fc.record({ from: fc.integer({ min: 0, max: 5 }), to: fc.integer({ min: 6, max: 11 }) }),
  { selector: ({ from, to }) => `${from} ${to}` },
);
const orders = fc.record({
  first: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  second: fc.shuffledSubarray([6, 7, 8, 9, 10, 11], { minLength: 6 }),
});

/** Pairs of pieces of which one starts before the other and ends behind it. */
function crossingPairs(
  list: readonly { readonly from: number; readonly to: number }[],
  place: Int32Array,
): number {
  return list.flatMap((one) =>
    list.filter(
      (other) => place[one.from]! < place[other.from]! && place[one.to]! > place[other.to]!,
    ),
  ).length;
}

function placesOf(...layers: readonly (readonly number[])[]): Int32Array {
  const place = new Int32Array(12);
  for (const layer of layers) for (const [at, vertex] of layer.entries()) place[vertex] = at;
  return place;
}

describe('crossings between two layers', () => {
  it('are the pairs of pieces that change sides', () => {
    fc.assert(
      fc.property(pieces, orders, (list, { first, second }) => {
        const place = placesOf(first, second);
        const counter = new CrossingCounter(adjacency(12, list), place, 6);
        expect(counter.count(first)).toBe(crossingPairs(list, place));
        // What was counted before does not matter.
        expect(counter.count(first)).toBe(crossingPairs(list, place));
      }),
    );
  });

  it('are less by the gain where two vertices side by side change places', () => {
    fc.assert(
      fc.property(pieces, orders, fc.nat(4), (list, { first, second }, at) => {
        const place = placesOf(first, second);
        const swapped = [...first];
        [swapped[at], swapped[at + 1]] = [first[at + 1]!, first[at]!];
        const gain = swapGain(adjacency(12, list), place, first[at]!, first[at + 1]!);
        expect(crossingPairs(list, place) - gain).toBe(
          crossingPairs(list, placesOf(swapped, second)),
        );
      }),
    );
  });
});
