import { fonts, spacing, wordsHeight } from '../measure.js';
import type { NodeShape, PictureNode } from '../picture.js';

const inner: ReadonlySet<NodeShape> = new Set(['service', 'store', 'event']);

/** Size of type of a box's name. */
export function nameSize({ shape, ghost }: PictureNode): number {
  return inner.has(shape) || ghost ? fonts.inner : fonts.name;
}

/** Where the words of a closed box begin: they stand in the middle of what its APIs leave. */
export function wordsTop(node: PictureNode, size: number): number {
  const top = node.shape === 'actor' ? spacing.person : 0;
  const free = node.height - top - rowsHeight(node) - wordsHeight(node, size);
  return node.y + top + free / 2 + (node.shape === 'store' ? 5 : 0);
}

/** Height of the list of APIs in a box. */
export function rowsHeight({ rows }: PictureNode): number {
  return rows.length === 0 ? 0 : spacing.rows + rows.length * spacing.row;
}
