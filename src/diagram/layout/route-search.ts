import type { Point, Side } from '../picture.js';
import { Grid } from './route-grid.js';
import { Heap } from './heap.js';

/** What is bad about a route, in pixels of detour that it is worth. */
const costs = { bend: 60, crossing: 45, along: 5, frame: 4, through: 40 } as const;
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

/** What a search has found out so far, by state; kept from one to the next, as it is large. */
class Scratch {
  readonly open = new Heap();
  cost = new Float64Array(0);
  before = new Int32Array(0);
  /** In which search a state was reached, and in which its best way was known. */
  reached = new Uint32Array(0);
  settled = new Uint32Array(0);
  search = 0;

  begin(states: number): void {
    this.open.clear();
    this.search++;
    if (states <= this.cost.length) return;
    this.cost = new Float64Array(states);
    this.before = new Int32Array(states);
    this.reached = new Uint32Array(states);
    this.settled = new Uint32Array(states);
  }
}

const scratch = new Scratch();

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
  const window = windowAround(grid, from, to);
  const { left, top, columns, rows } = window;
  const state = (column: number, row: number, direction: number) =>
    ((row - top) * columns + column - left) * 4 + direction;
  const start = state(Grid.indexOf(xs, from.x), Grid.indexOf(ys, from.y), outward[fromSide]);
  const goalColumn = Grid.indexOf(xs, to.x);
  const goalRow = Grid.indexOf(ys, to.y);
  const arriving = (outward[toSide] + 2) % 4;
  const goal = state(goalColumn, goalRow, arriving);
  scratch.begin(columns * rows * 4);
  const { open, cost, before, reached, settled, search: turn } = scratch;
  cost[start] = 0;
  before[start] = -1;
  reached[start] = turn;
  open.push(start, 0);
  let looked = 0;
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (settled[current] === turn) continue;
    settled[current] = turn;
    if (current === goal) return pathTo(current, before, grid, window);
    if (++looked > patience) return undefined;
    const direction = current % 4;
    const cell = (current - direction) / 4;
    const column = left + (cell % columns);
    const row = top + Math.floor(cell / columns);
    const known = cost[current]!;
    for (let next = 0; next < 4; next++) {
      if (next === (direction + 2) % 4) continue;
      const [dx, dy] = steps[next]!;
      const nextColumn = column + dx;
      const nextRow = row + dy;
      if (nextColumn < left || nextColumn >= left + columns) continue;
      if (nextRow < top || nextRow >= top + rows) continue;
      const reaches = state(nextColumn, nextRow, next);
      if (settled[reaches] === turn) continue;
      const x = xs[nextColumn]!;
      const y = ys[nextRow]!;
      const length = Math.abs(x - xs[column]!) + Math.abs(y - ys[row]!);
      // Only an end that is walled in leads through a box.
      const shut =
        !(nextColumn === goalColumn && nextRow === goalRow) &&
        grid.shut(column, row, nextColumn, nextRow);
      const total =
        known +
        length *
          (1 +
            costs.along * grid.beside(nextColumn, nextRow, dy === 0) +
            costs.frame * grid.framesBetween(column, row, nextColumn, nextRow) +
            (shut ? costs.through : 0)) +
        (next === direction ? 0 : costs.bend) +
        costs.crossing * grid.between(column, row, nextColumn, nextRow);
      if (reached[reaches] === turn && total >= cost[reaches]!) continue;
      reached[reaches] = turn;
      cost[reaches] = total;
      before[reaches] = current;
      const distance = Math.abs(x - to.x) + Math.abs(y - to.y);
      const bends = leastBends(to.x - x, to.y - y, next, arriving);
      open.push(reaches, total + eagerness * (distance + costs.bend * bends));
    }
  }
  return undefined;
}

/** The bends that a way still makes at least, from the direction it goes in to the one it arrives in. */
function leastBends(dx: number, dy: number, direction: number, arriving: number): number {
  if (direction === arriving) {
    const [stepX, stepY] = steps[direction]!;
    // Straight on, or beside: two bends lead there, four where it lies behind.
    const ahead = dx * stepX + dy * stepY;
    if (ahead < 0) return 4;
    return dx * stepY === 0 && dy * stepX === 0 ? 0 : 2;
  }
  if ((direction + 2) % 4 === arriving) return 2;
  const [stepX, stepY] = steps[direction]!;
  const [endX, endY] = steps[arriving]!;
  return dx * stepX + dy * stepY >= 0 && dx * endX + dy * endY >= 0 ? 1 : 3;
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
