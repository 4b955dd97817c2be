import { describe, expect, it } from 'vitest';
import { crosses } from '../../src/diagram/layout/place-label.js';
import { routeEdges, type RouteProblem } from '../../src/diagram/layout/route.js';
import type { Point } from '../../src/diagram/picture.js';

const request = {
  id: 'edge',
  bundle: 'edge',
  from: { x: 0, y: 50, side: 'right' },
  to: { x: 400, y: 50, side: 'left' },
} as const;

function routeOf(problem: Partial<RouteProblem>): readonly Point[] {
  const all = { obstacles: [], around: [], kept: [], requests: [request], ...problem };
  return routeEdges(all)['edge']!;
}

describe('an edge that is routed anew', () => {
  it('leads straight where nothing is in its way', () => {
    expect(routeOf({})).toEqual([
      { x: 0, y: 50 },
      { x: 400, y: 50 },
    ]);
  });

  it('leads around a box, at right angles', () => {
    const box = { x: 150, y: 0, width: 80, height: 120 };
    const points = routeOf({ obstacles: [box], around: [box] });
    expect(crosses(points, box)).toBe(false);
    expect([points[0], points.at(-1)]).toEqual([
      { x: 0, y: 50 },
      { x: 400, y: 50 },
    ]);
    for (const [index, { x, y }] of points.slice(1).entries()) {
      expect(x === points[index]!.x || y === points[index]!.y).toBe(true);
    }
  });

  it('leads around boxes also where many are routed at once', () => {
    const box = { x: 150, y: 200, width: 80, height: 50 };
    const requests = Array.from({ length: 30 }, (_, index) => ({
      id: `edge ${index}`,
      bundle: `edge ${index}`,
      from: { x: 0, y: 20 * index, side: 'right' as const },
      to: { x: 400, y: 20 * index, side: 'left' as const },
    }));
    const routes = routeEdges({ obstacles: [box], around: [box], kept: [], requests });
    expect(Object.values(routes)).toHaveLength(30);
    expect(Object.values(routes).filter((points) => crosses(points, box))).toEqual([]);
  });

  const along = [
    { x: 14, y: 50 },
    { x: 386, y: 50 },
  ];
  const elsewhere = [{ x: 100, y: 200, width: 100, height: 50 }];

  it('does not run along another one, but along those of its own port', () => {
    const apart = routeOf({ kept: [{ bundle: 'other', points: along }], around: elsewhere });
    expect(apart.length).toBeGreaterThan(2);
    const together = routeOf({ kept: [{ bundle: 'edge', points: along }], around: elsewhere });
    expect(together).toHaveLength(2);
  });

  it('avoids what it would cross, also where so much stays that no lines are drawn beside it', () => {
    const wall = Array.from({ length: 90 }, (_, index) => ({
      bundle: `other ${index}`,
      points: [
        { x: 150 + index, y: -200 },
        { x: 150 + index, y: 100 },
      ],
    }));
    const around = [...elsewhere, { x: 300, y: 200, width: 20, height: 50 }];
    const points = routeOf({ kept: wall, around });
    expect(Math.max(...points.map(({ y }) => y))).toBeGreaterThan(100);
  });

  it('leads around the frame of others, but straight through the one of its end', () => {
    const frame = { id: 'team:T', box: { x: 150, y: 0, width: 80, height: 120 } };
    const problem = { around: [frame.box], frames: [frame] };
    expect(crosses(routeOf(problem), frame.box)).toBe(false);
    const own = { ...request, groups: ['team:T'] };
    expect(routeOf({ ...problem, requests: [own] })).toHaveLength(2);
  });

  it('leads through the frame of others where the way around is much longer', () => {
    const frame = { id: 'team:T', box: { x: 150, y: -3000, width: 40, height: 6000 } };
    expect(routeOf({ around: [frame.box], frames: [frame] })).toHaveLength(2);
  });

  it('does not run along the border of a frame', () => {
    const frame = { id: 'team:T', box: { x: 40, y: -200, width: 320, height: 250 } };
    const own = { ...request, groups: ['team:T'] };
    const around = [frame.box, { x: 150, y: -100, width: 100, height: 40 }];
    const points = routeOf({ around, frames: [frame], requests: [own] });
    const length = points.slice(1).reduce((sum, { x, y }, at) => {
      const before = points[at]!;
      return y === 50 && before.y === 50 ? sum + Math.abs(x - before.x) : sum;
    }, 0);
    expect(length).toBeLessThan(200);
  });
});
