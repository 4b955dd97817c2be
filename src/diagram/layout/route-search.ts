import type { Point, Side } from '../picture.js';
import { Grid } from './route-grid.js';
import { Heap } from './heap.js';

/** What is bad about a route, in pixels of detour that it is worth. */
const costs = { bend: 60, crossing: 45, along: 5, through: 40 } as const;
/** How far outside of its two ends an edge looks for a way. */
const margin = 420;

/** Directions: right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const outward: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

/** The best way between two points of the grid; undefined where there is none. */
export function search(
  grid: Grid,
  from: Point,
  fromSide: Side,
  to: Point,
  toSide: Side,
  bundle: string,
): Point[] | undefined {
  const { xs, ys } = grid;
  const columns = xs.length;
  const start = state(Grid.indexOf(xs, from.x), Grid.indexOf(ys, from.y), outward[fromSide]);
  const goalColumn = Grid.indexOf(xs, to.x);
  const goalRow = Grid.indexOf(ys, to.y);
  const arriving = (outward[toSide] + 2) % 4;
  const low = { x: Math.min(from.x, to.x) - margin, y: Math.min(from.y, to.y) - margin };
  const high = { x: Math.max(from.x, to.x) + margin, y: Math.max(from.y, to.y) + margin };
  const cost = new Map<number, number>([[start, 0]]);
  const before = new Map<number, number>();
  const open = new Heap();
  open.push(start, 0);

  function state(column: number, row: number, direction: number): number {
    return (row * columns + column) * 4 + direction;
  }

  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const direction = current % 4;
    const cell = (current - direction) / 4;
    const column = cell % columns;
    const row = (cell - column) / columns;
    if (column === goalColumn && row === goalRow && direction === arriving) {
      return pathTo(current, before, grid);
    }
    const known = cost.get(current) ?? 0;
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (direction + 2) % 4) continue;
      const [dx, dy] = steps[turn] ?? [0, 0];
      const nextColumn = column + dx;
      const nextRow = row + dy;
      const x = xs[nextColumn];
      const y = ys[nextRow];
      if (x === undefined || y === undefined) continue;
      if (x < low.x || x > high.x || y < low.y || y > high.y) continue;
      const goal = nextColumn === goalColumn && nextRow === goalRow;
      const length = Math.abs(x - (xs[column] ?? 0)) + Math.abs(y - (ys[row] ?? 0));
      // Only an end that is walled in leads through a box.
      const shut = !goal && grid.blocked(nextColumn, nextRow);
      const axis = dx === 0 ? 1 : 0;
      const beside = grid.others(nextColumn, nextRow, axis, bundle);
      const across = grid.others(nextColumn, nextRow, axis === 0 ? 1 : 0, bundle);
      const next = state(nextColumn, nextRow, turn);
      const total =
        known +
        length * (1 + costs.along * beside + (shut ? costs.through : 0)) +
        (turn === direction ? 0 : costs.bend) +
        costs.crossing * across;
      if (total >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, total);
      before.set(next, current);
      open.push(next, total + Math.abs(x - to.x) + Math.abs(y - to.y));
    }
  }
  return undefined;
}

function pathTo(end: number, before: ReadonlyMap<number, number>, { xs, ys }: Grid): Point[] {
  const points: Point[] = [];
  for (
    let current: number | undefined = end;
    current !== undefined;
    current = before.get(current)
  ) {
    const cell = Math.floor(current / 4);
    const column = cell % xs.length;
    points.push({ x: xs[column] ?? 0, y: ys[(cell - column) / xs.length] ?? 0 });
  }
  return points.reverse();
}
