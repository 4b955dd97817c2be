import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/diagram/layout/layered/constraint.js';
import { networkSimplex } from '../../../src/diagram/layout/layered/network-simplex.js';

/** What a constraint costs; it may fall short in half of the cases. */
const costs = {
  length: fc.integer({ min: 0, max: 2 }),
  weight: fc.integer({ min: 0, max: 4 }),
  short: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
};

/** Constraints from lower to higher vertices that hang together. */
const problems = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    spine: fc.tuple(
      ...Array.from({ length: count - 1 }, (_, index) =>
        fc.record({
          from: fc.integer({ min: 0, max: index }),
          to: fc.constant(index + 1),
          ...costs,
        }),
      ),
    ),
    others: fc.array(
      fc
        .record({
          from: fc.integer({ min: 0, max: count - 1 }),
          to: fc.integer({ min: 0, max: count - 1 }),
          ...costs,
        })
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, ...rest }) => ({
          ...rest,
          from: Math.min(from, to),
          to: Math.max(from, to),
        })),
      { maxLength: 6 },
    ),
  }),
);

/** Constraints without a key that has no value, as the program reads them. */
function stated(
  constraints: readonly (Omit<Constraint, 'short'> & { readonly short: number | undefined })[],
): Constraint[] {
  return constraints.map(({ short, ...rest }) => (short === undefined ? rest : { ...rest, short }));
}

const slack = (values: readonly number[], { from, to, length }: Constraint) =>
  values[to]! - values[from]! - length;

const holds = (values: readonly number[], constraint: Constraint) =>
  constraint.short !== undefined || slack(values, constraint) >= 0;

function costOf(values: readonly number[], constraints: readonly Constraint[]): number {
  return constraints.reduce((sum, constraint) => {
    const by = slack(values, constraint);
    return sum + (by > 0 ? by * constraint.weight : -by * (constraint.short ?? 0));
  }, 0);
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
        const constraints = stated([...spine, ...others]);
        const values = networkSimplex(count, constraints);
        expect(constraints.filter((constraint) => !holds(values, constraint))).toEqual([]);
        expect(Math.min(...values)).toBe(0);
        // Four constraints of length 2 in a row are the longest way there can be.
        expect(costOf(values, constraints)).toBe(leastCost(count, constraints, 8));
      }),
      { numRuns: 250 },
    );
  });

  it('brings together what nothing pulls', () => {
    const idle = { length: 3, weight: 0 };
    const values = networkSimplex(4, [
      { from: 0, to: 1, ...idle },
      { from: 2, to: 1, ...idle },
      { from: 2, to: 3, ...idle },
    ]);
    expect(values).toEqual([0, 3, 0, 3]);
  });

  it('refuses constraints that contradict each other', () => {
    const ahead = { length: 1, weight: 1 };
    const contradiction = [
      { from: 0, to: 1, ...ahead },
      { from: 1, to: 0, ...ahead },
    ];
    expect(() => networkSimplex(2, contradiction)).toThrow('contradict');
  });

  it('refuses constraints that do not hang together', () => {
    const apart = [{ from: 0, to: 1, length: 1, weight: 1 }];
    expect(() => networkSimplex(3, apart)).toThrow('hang together');
  });
});
