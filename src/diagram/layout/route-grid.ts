import type { Box, Point } from '../picture.js';

/** Room between an edge and a box. */
const clearance = 10;
/** Lines at these distances from boxes give several edges room side by side. */
const lanes = [clearance, clearance + 12, clearance + 24];
/** Edges that run closer than this beside each other look like one. */
const apart = 8;

/** The lines on which edges may run, and who runs there. */
export class Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly #blocked: Uint8Array;
  /** By grid point and direction (0 horizontal, 1 vertical): the bundles that pass. */
  readonly #used = new Map<number, Set<string>>();

  constructor(obstacles: readonly Box[], through: readonly Point[]) {
    const xs = new Set(through.map(({ x }) => x));
    const ys = new Set(through.map(({ y }) => y));
    for (const { x, y, width, height } of obstacles) {
      xs.add(x + width / 2);
      ys.add(y + height / 2);
      for (const lane of lanes) {
        xs.add(x - lane).add(x + width + lane);
        ys.add(y - lane).add(y + height + lane);
      }
    }
    this.xs = [...xs].sort((a, b) => a - b);
    this.ys = [...ys].sort((a, b) => a - b);
    this.#blocked = new Uint8Array(this.xs.length * this.ys.length);
    for (const box of obstacles) this.#block(box);
  }

  /** Index of a line at a coordinate that the grid was made with. */
  static indexOf(lines: readonly number[], value: number): number {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  blocked(column: number, row: number): boolean {
    return this.#blocked[row * this.xs.length + column] === 1;
  }

  /** How many other bundles run through a point in a direction (0 horizontal, 1 vertical). */
  others(column: number, row: number, direction: 0 | 1, bundle: string): number {
    const users = this.#used.get(this.#key(column, row, direction));
    if (!users) return 0;
    return users.size - (users.has(bundle) ? 1 : 0);
  }

  /** Marks a route, and the lines that are too near to it. */
  occupy(points: readonly Point[], bundle: string): void {
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1];
      const b = points[i];
      if (!a || !b) continue;
      const horizontal = a.y === b.y;
      const [along, across] = horizontal ? [this.xs, this.ys] : [this.ys, this.xs];
      const [from, to] = horizontal ? [a.x, b.x] : [a.y, b.y];
      const at = horizontal ? a.y : a.x;
      const first = Grid.indexOf(along, Math.min(from, to));
      for (
        let line = Grid.indexOf(across, at - apart);
        (across[line] ?? Infinity) <= at + apart;
        line++
      ) {
        for (let step = first; (along[step] ?? Infinity) <= Math.max(from, to); step++) {
          const key = horizontal ? this.#key(step, line, 0) : this.#key(line, step, 1);
          const users = this.#used.get(key);
          if (users) users.add(bundle);
          else this.#used.set(key, new Set([bundle]));
        }
      }
    }
  }

  #key(column: number, row: number, direction: 0 | 1): number {
    return (row * this.xs.length + column) * 2 + direction;
  }

  #block({ x, y, width, height }: Box): void {
    const room = clearance - 1;
    const [left, right] = [x - room, x + width + room];
    const [top, bottom] = [y - room, y + height + room];
    for (let row = Grid.indexOf(this.ys, top); (this.ys[row] ?? Infinity) <= bottom; row++) {
      for (
        let column = Grid.indexOf(this.xs, left);
        (this.xs[column] ?? Infinity) <= right;
        column++
      ) {
        this.#blocked[row * this.xs.length + column] = 1;
      }
    }
  }
}
