import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxIndex } from '../../src/diagram/box-index.js';
import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box } from '../../src/diagram/picture.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const box: fc.Arbitrary<Box> = fc.record({
  x: number(-900, 900),
  y: number(-900, 900),
  width: number(0, 700),
  height: number(0, 700),
});

describe('an index of boxes', () => {
  it('finds each that overlaps, once, and no other', () => {
    fc.assert(
      fc.property(fc.array(box), box, (boxes, place) => {
        const index = new BoxIndex<number>();
        for (const [at, one] of boxes.entries()) index.add(one, at);
        const expected = boxes.flatMap((one, at) => (overlap(place, one) ? [at] : []));
        expect(index.overlapping(place).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
