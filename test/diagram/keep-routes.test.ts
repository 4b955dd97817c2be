import { describe, expect, it } from 'vitest';
import type { PlacedPort } from '../../src/diagram/layout/attach.js';
import { keepRoutes, type Obstacle } from '../../src/diagram/layout/keep-routes.js';
import type { Box, PictureEdge, Point } from '../../src/diagram/picture.js';

const ends = { id: 'relation:A->B', from: 'A', to: 'B', fromPort: 'out', toPort: 'in' };
const edge: PictureEdge = {
  id: ends.id,
  style: 'derived',
  from: 'A',
  to: 'B',
  arrow: true,
  description: '',
  points: [
    { x: 120, y: 20 },
    { x: 160, y: 20 },
    { x: 160, y: 80 },
    { x: 280, y: 80 },
  ],
};

function plate(id: string, node: string, side: 'left' | 'right', x: number, y: number): PlacedPort {
  const port = { id, node, width: 20, height: 20, edges: [ends.id] };
  return { port, side, x, y, width: 20, height: 20 };
}

/** Keeps the edge from A's right side to B's left side, after both have moved. */
function after(
  from: Point,
  to: Point,
  obstacles: readonly Obstacle[] = [],
  shift?: (point: Point) => Point,
  groupOf: ReadonlyMap<string, string> = new Map(),
) {
  const placed = new Map([
    ['out', plate('out', 'A', 'right', 100 + from.x, 10 + from.y)],
    ['in', plate('in', 'B', 'left', 280 + to.x, 70 + to.y)],
  ]);
  return keepRoutes([edge], [ends], placed, obstacles, groupOf, shift);
}

const still = { x: 0, y: 0 };
const inTheWay: Box = { x: 140, y: 40, width: 40, height: 20 };

describe('the route of an edge, after its ends moved', () => {
  it('moves along with both', () => {
    const by = { x: 300, y: 40 };
    const { kept, requests } = after(by, by);
    expect(requests).toEqual([]);
    expect(kept[0]?.edge.points).toEqual(
      edge.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    );
  });

  it('is stretched between ends that moved apart', () => {
    const { kept } = after(still, { x: 500, y: 30 });
    expect(kept[0]?.edge.points).toEqual([
      { x: 120, y: 20 },
      { x: 160, y: 20 },
      { x: 160, y: 110 },
      { x: 780, y: 110 },
    ]);
  });

  it('is stretched on the other side of a box that has come between them', () => {
    const { kept } = after(still, { x: 500, y: 0 }, [{ box: inTheWay }]);
    expect(kept[0]?.edge.points[1]).toEqual({ x: 660, y: 20 });
  });

  it('makes room as the boxes do where one was opened', () => {
    const shift = ({ x, y }: Point) => ({ x: x >= 150 ? x + 200 : x, y: y >= 50 ? y + 70 : y });
    const { kept } = after(still, { x: 200, y: 70 }, [], shift);
    expect(kept[0]?.edge.points).toEqual(edge.points.map(shift));
  });

  it('is looked for anew where its shape does not fit any more', () => {
    const { kept, requests } = after(still, { x: -250, y: 0 });
    expect(kept).toEqual([]);
    expect(requests.map(({ id, from, to }) => [id, from.x, to.x])).toEqual([[ends.id, 120, 30]]);
  });

  it('is looked for anew where something new is in its way', () => {
    expect(after(still, still, [{ box: inTheWay }]).requests).toHaveLength(1);
    const moved = { box: inTheWay, moved: { x: 40, y: 0 } };
    expect(after(still, still, [moved]).requests).toHaveLength(1);
  });

  it('stays where it found no better way before', () => {
    expect(after(still, still, [{ box: inTheWay, moved: still }]).kept).toHaveLength(1);
  });

  it('is looked for anew where a frame has come into its way, but for that of an end', () => {
    const frame: Obstacle = { box: { x: 130, y: 40, width: 60, height: 200 }, group: 'team:T' };
    expect(after(still, still, [frame]).requests).toHaveLength(1);
    const own = new Map([['B', 'team:T']]);
    expect(after(still, still, [frame], undefined, own).kept).toHaveLength(1);
    const others = new Map([['B', 'team:U']]);
    const { requests } = after(still, still, [frame], undefined, others);
    expect(requests.map(({ groups }) => groups)).toEqual([['team:U']]);
  });
});
