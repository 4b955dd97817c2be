import { describe, expect, it } from 'vitest';
import { packed } from '../../../src/diagram/layout/layered/pack.js';

const small = { width: 150, height: 60 };

describe('parts of a map that do not hang together', () => {
  it('stand in a column beside a tall one, as a row would make the map wider for nothing', () => {
    const { corners, size } = packed([{ width: 1800, height: 1850 }, small, small, small], 40, 1.6);
    expect(size).toEqual({ width: 1800 + 40 + 150, height: 1850 });
    expect(corners.slice(1).map(({ x }) => x)).toEqual([1840, 1840, 1840]);
    expect(corners.slice(1).map(({ y }) => y)).toEqual([0, 100, 200]);
  });

  it('stand below a wide one', () => {
    const { size } = packed([{ width: 1800, height: 400 }, small, small], 40, 1.6);
    expect(size).toEqual({ width: 1800, height: 500 });
  });

  it('come to the shape of a screen where they are alike', () => {
    const { size } = packed(
      Array.from({ length: 40 }, () => small),
      40,
      1.6,
    );
    expect(size.width / size.height).toBeGreaterThan(1.2);
    expect(size.width / size.height).toBeLessThan(2.1);
  });

  it('never overlap', () => {
    const boxes = Array.from({ length: 30 }, (_, index) => ({
      width: 60 + ((index * 37) % 211),
      height: 40 + ((index * 53) % 97),
    }));
    const { corners } = packed(boxes, 20, 1.6);
    for (const [a, one] of corners.entries()) {
      for (const [b, other] of corners.entries()) {
        if (a >= b) continue;
        const apart =
          one.x + boxes[a]!.width + 20 <= other.x ||
          other.x + boxes[b]!.width + 20 <= one.x ||
          one.y + boxes[a]!.height + 20 <= other.y ||
          other.y + boxes[b]!.height + 20 <= one.y;
        expect(apart, `${String(a)} and ${String(b)}`).toBe(true);
      }
    }
  });
});
