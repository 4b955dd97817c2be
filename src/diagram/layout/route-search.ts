import type { Point, Side } from '../picture.js';
import { Grid } from './route-grid.js';
import { Heap } from './heap.js';

/** What is bad about a route, in pixels of detour that it is worth. */
const costs = { bend: 60, crossing: 45, along: 5, through: 40 } as const;
/** How far outside of its two ends an edge looks for a way. */
const margin = 420;
/** Points that are looked at before a way counts as not found. */
const patience = 150_000;

/** Directions: right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const outward: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

/** The part of the grid in which a way is looked for, as first and last lines. */
interface Window {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The best way between two points of the grid; undefined where there is none.
 *
 * @param eagerness 1 for the best way; above, ways that come nearer are followed first, which finds
 * one sooner that costs at most so many times as much
 */
export function search(
  grid: Grid,
  from: Point,
  fromSide: Side,
  to: Point,
  toSide: Side,
  eagerness: number,
): Point[] | undefined {
  const { xs, ys } = grid;
  const { left, top, columns, rows } = windowAround(grid, from, to);
  const state = (column: number, row: number, direction: number) =>
    ((row - top) * columns + column - left) * 4 + direction;
  const start = state(Grid.indexOf(xs, from.x), Grid.indexOf(ys, from.y), outward[fromSide]);
  const goalColumn = Grid.indexOf(xs, to.x);
  const goalRow = Grid.indexOf(ys, to.y);
  const arriving = (outward[toSide] + 2) % 4;
  const cost = new Float64Array(columns * rows * 4).fill(Infinity);
  const before = new Int32Array(columns * rows * 4).fill(-1);
  const open = new Heap();
  cost[start] = 0;
  open.push(start, 0);
  let looked = 0;
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (++looked > patience) return undefined;
    const direction = current % 4;
    const cell = (current - direction) / 4;
    const column = left + (cell % columns);
    const row = top + Math.floor(cell / columns);
    if (column === goalColumn && row === goalRow && direction === arriving) {
      return pathTo(current, before, grid, { left, top, columns, rows });
    }
    const known = cost[current]!;
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (direction + 2) % 4) continue;
      const [dx, dy] = steps[turn]!;
      const nextColumn = column + dx;
      const nextRow = row + dy;
      if (nextColumn < left || nextColumn >= left + columns) continue;
      if (nextRow < top || nextRow >= top + rows) continue;
      const x = xs[nextColumn]!;
      const y = ys[nextRow]!;
      const goal = nextColumn === goalColumn && nextRow === goalRow;
      const length = Math.abs(x - xs[column]!) + Math.abs(y - ys[row]!);
      // Only an end that is walled in leads through a box.
      const shut = !goal && grid.shut(column, row, nextColumn, nextRow);
      const total =
        known +
        length *
          (1 +
            costs.along * grid.beside(nextColumn, nextRow, dy === 0) +
            (shut ? costs.through : 0)) +
        (turn === direction ? 0 : costs.bend) +
        costs.crossing * grid.between(column, row, nextColumn, nextRow);
      const next = state(nextColumn, nextRow, turn);
      if (total >= cost[next]!) continue;
      cost[next] = total;
      before[next] = current;
      open.push(next, total + eagerness * (Math.abs(x - to.x) + Math.abs(y - to.y)));
    }
  }
  return undefined;
}

function windowAround({ xs, ys }: Grid, from: Point, to: Point): Window {
  const left = Grid.indexOf(xs, Math.min(from.x, to.x) - margin);
  const top = Grid.indexOf(ys, Math.min(from.y, to.y) - margin);
  return {
    left,
    top,
    columns: Grid.indexOf(xs, Math.max(from.x, to.x) + margin) - left,
    rows: Grid.indexOf(ys, Math.max(from.y, to.y) + margin) - top,
  };
}

function pathTo(end: number, before: Int32Array, { xs, ys }: Grid, window: Window): Point[] {
  const { left, top, columns } = window;
  const points: Point[] = [];
  for (let current = end; current >= 0; current = before[current]!) {
    const cell = Math.floor(current / 4);
    points.push({ x: xs[left + (cell % columns)]!, y: ys[top + Math.floor(cell / columns)]! });
  }
  return points.reverse();
}
