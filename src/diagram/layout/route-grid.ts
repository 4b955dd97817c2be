import type { Box, Point } from '../picture.js';

/** Room between an edge and a box. */
const clearance = 10;
/** Lines at these distances from boxes give several edges room side by side. */
const lanes = [clearance, clearance + 12, clearance + 24];
/** Edges that run closer than this beside each other look like one. */
const apart = 8;

/** The lines on which edges may run, and what runs there already. */
export class Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By grid point: whether the way to it from the left, and from above, leads through an obstacle. */
  readonly #shutFlat: Uint8Array;
  readonly #shutSteep: Uint8Array;
  /** By grid point: frames that are run through on the way to it from the left, and from above. */
  readonly #framedFlat: Uint8Array;
  readonly #framedSteep: Uint8Array;
  /** By grid point: edges that run there, or beside it so near that they would look like one. */
  readonly #flat: Uint16Array;
  readonly #steep: Uint16Array;
  /** By grid point: edges that are crossed on the way to it from the left, and from above. */
  readonly #acrossFlat: Uint16Array;
  readonly #acrossSteep: Uint16Array;

  /**
   * @param obstacles what no edge may run through
   * @param around what edges find lanes beside
   * @param through points that lie on lines of the grid
   */
  constructor(obstacles: readonly Box[], around: readonly Box[], through: readonly Point[]) {
    const xs = new Set(through.map(({ x }) => x));
    const ys = new Set(through.map(({ y }) => y));
    for (const { x, y, width, height } of around) {
      for (const lane of lanes) {
        xs.add(x - lane).add(x + width + lane);
        ys.add(y - lane).add(y + height + lane);
      }
    }
    this.xs = [...xs].sort((a, b) => a - b);
    this.ys = [...ys].sort((a, b) => a - b);
    const size = this.xs.length * this.ys.length;
    this.#shutFlat = new Uint8Array(size);
    this.#shutSteep = new Uint8Array(size);
    this.#framedFlat = new Uint8Array(size);
    this.#framedSteep = new Uint8Array(size);
    this.#flat = new Uint16Array(size);
    this.#steep = new Uint16Array(size);
    this.#acrossFlat = new Uint16Array(size);
    this.#acrossSteep = new Uint16Array(size);
    for (const box of obstacles) this.#block(box);
  }

  /** Index of the first line that is not before a value; the number of lines where there is none. */
  static indexOf(lines: readonly number[], value: number): number {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the way between two neighbouring points leads through an obstacle. */
  shut(column: number, row: number, nextColumn: number, nextRow: number): boolean {
    const at = Math.max(row, nextRow) * this.xs.length + Math.max(column, nextColumn);
    return (column === nextColumn ? this.#shutSteep : this.#shutFlat)[at] === 1;
  }

  /** How many frames the way between two neighbouring points leads through. */
  framesBetween(column: number, row: number, nextColumn: number, nextRow: number): number {
    const at = Math.max(row, nextRow) * this.xs.length + Math.max(column, nextColumn);
    return (column === nextColumn ? this.#framedSteep : this.#framedFlat)[at] ?? 0;
  }

  /** Marks a frame that edges should keep out of (`by` 1), or takes that back (`by` -1). */
  discourage({ x, y, width, height }: Box, by: 1 | -1): void {
    const columns = this.xs.length;
    // Lines in the frame, and one more at which a way through it ends.
    const inside = (lines: readonly number[], from: number, to: number) =>
      [Grid.indexOf(lines, from + 0.01), Grid.indexOf(lines, to)] as const;
    const [left, right] = inside(this.xs, x, x + width);
    const [top, bottom] = inside(this.ys, y, y + height);
    for (let row = top; row < bottom; row++)
      for (let column = left; column < Math.min(right + 1, columns); column++)
        this.#framedFlat[row * columns + column]! += by;
    for (let row = top; row < Math.min(bottom + 1, this.ys.length); row++)
      for (let column = left; column < right; column++)
        this.#framedSteep[row * columns + column]! += by;
  }

  /** How many edges run along at a point, for one that runs horizontally or vertically there. */
  beside(column: number, row: number, horizontal: boolean): number {
    return (horizontal ? this.#flat : this.#steep)[row * this.xs.length + column] ?? 0;
  }

  /** How many edges are crossed between two neighbouring points. */
  between(column: number, row: number, nextColumn: number, nextRow: number): number {
    const at = Math.max(row, nextRow) * this.xs.length + Math.max(column, nextColumn);
    return (column === nextColumn ? this.#acrossSteep : this.#acrossFlat)[at] ?? 0;
  }

  /** Marks a route (`by` 1), or takes its marks away again (`by` -1). */
  occupy(points: readonly Point[], by: 1 | -1): void {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (a && b) this.#occupy(a, b, by);
    }
  }

  #occupy(a: Point, b: Point, by: 1 | -1): void {
    const columns = this.xs.length;
    const horizontal = a.y === b.y;
    const [along, across] = horizontal ? [this.xs, this.ys] : [this.ys, this.xs];
    const [from, to] = horizontal ? [a.x, b.x] : [a.y, b.y];
    const at = horizontal ? a.y : a.x;
    const runs = horizontal ? this.#flat : this.#steep;
    const crossed = horizontal ? this.#acrossSteep : this.#acrossFlat;
    const first = Grid.indexOf(along, Math.min(from, to));
    const end = Grid.indexOf(along, Math.max(from, to) + 0.01);
    const index = (step: number, line: number) =>
      horizontal ? line * columns + step : step * columns + line;
    const cut = Grid.indexOf(across, at);
    let line = Grid.indexOf(across, at - apart);
    for (let step = first; step < end && cut < across.length; step++)
      crossed[index(step, cut)]! += by;
    for (; line < across.length && (across[line] ?? 0) <= at + apart; line++) {
      for (let step = first; step < end; step++) runs[index(step, line)]! += by;
    }
  }

  #block({ x, y, width, height }: Box): void {
    const room = clearance - 1;
    const columns = this.xs.length;
    const [left, right] = [x - room, x + width + room];
    const [top, bottom] = [y - room, y + height + room];
    // Lines that run through it, and those at which a way through it would end.
    const [firstColumn, endColumn] = [Grid.indexOf(this.xs, left), Grid.indexOf(this.xs, right)];
    const [firstRow, endRow] = [Grid.indexOf(this.ys, top), Grid.indexOf(this.ys, bottom)];
    for (let row = firstRow; row < endRow; row++) {
      const end = Math.min(endColumn + 1, columns);
      this.#shutFlat.fill(1, row * columns + firstColumn, row * columns + end);
    }
    for (let row = firstRow; row < Math.min(endRow + 1, this.ys.length); row++) {
      this.#shutSteep.fill(1, row * columns + firstColumn, row * columns + endColumn);
    }
  }
}
