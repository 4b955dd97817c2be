import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  networkSimplex,
  type Constraint,
} from '../../../src/diagram/layout/layered/network-simplex.js';

/** Constraints from lower to higher vertices that hang together. */
const problems = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    spine: fc.tuple(
      ...Array.from({ length: count - 1 }, (_, index) =>
        fc.record({
          from: fc.integer({ min: 0, max: index }),
          to: fc.constant(index + 1),
          length: fc.integer({ min: 0, max: 2 }),
          weight: fc.integer({ min: 0, max: 4 }),
        }),
      ),
    ),
    others: fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: 0, max: 2 }),
          fc.integer({ min: 0, max: 4 }),
        )
        .filter(([a, b]) => a !== b)
        .map(([a, b, length, weight]) => ({
          from: Math.min(a, b),
          to: Math.max(a, b),
          length,
          weight,
        })),
      { maxLength: 6 },
    ),
  }),
);

const holds = (values: readonly number[], { from, to, length }: Constraint) =>
  values[to]! - values[from]! >= length;

function costOf(values: readonly number[], constraints: readonly Constraint[]): number {
  return constraints.reduce(
    (sum, { from, to, weight }) => sum + weight * (values[to]! - values[from]!),
    0,
  );
}

/** The least cost of all values from 0 to `most`. */
function leastCost(count: number, constraints: readonly Constraint[], most: number): number {
  let least = Infinity;
  const values = new Array<number>(count).fill(0);
  const fill = (vertex: number): void => {
    if (vertex === count) {
      if (constraints.every((constraint) => holds(values, constraint)))
        least = Math.min(least, costOf(values, constraints));
      return;
    }
    for (let value = 0; value <= most; value++) {
      values[vertex] = value;
      fill(vertex + 1);
    }
  };
  fill(0);
  return least;
}

describe('the network simplex method', () => {
  it('finds values that satisfy all constraints at the least cost', () => {
    fc.assert(
      fc.property(problems, ({ count, spine, others }) => {
        const constraints = [...spine, ...others];
        const values = networkSimplex(count, constraints);
        expect(constraints.filter((constraint) => !holds(values, constraint))).toEqual([]);
        expect(Math.min(...values)).toBe(0);
        // Four constraints of length 2 in a row are the longest way there can be.
        expect(costOf(values, constraints)).toBe(leastCost(count, constraints, 8));
      }),
      { numRuns: 150 },
    );
  });

  it('refuses constraints that do not hang together', () => {
    const apart = [{ from: 0, to: 1, length: 1, weight: 1 }];
    expect(() => networkSimplex(3, apart)).toThrow('hang together');
  });
});
