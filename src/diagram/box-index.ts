import { overlap } from './layout/geometry.js';
import type { Box } from './picture.js';

/** Side of a cell in pixels: a box of a map lies in a few. */
const side = 256;

/** Finds what lies at a place of a map, without a look at all of it. */
export class BoxIndex<T> {
  readonly #cells = new Map<string, { readonly box: Box; readonly item: T }[]>();

  add(box: Box, item: T): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ box, item });
      else this.#cells.set(key, [{ box, item }]);
    }
  }

  /** What overlaps a box, each once. */
  overlapping(box: Box): T[] {
    const found = new Set<T>();
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (overlap(box, other.box)) found.add(other.item);
      }
    }
    return [...found];
  }
}

function* cellsOf({ x, y, width, height }: Box): Iterable<string> {
  const cell = (at: number) => Math.floor(at / side);
  for (let column = cell(x); column <= cell(x + width); column++) {
    for (let row = cell(y); row <= cell(y + height); row++)
      yield `${String(column)} ${String(row)}`;
  }
}
