/** Which way a drawing should flow, from about how large it would be. */
import type { Size } from '../picture.js';
import type { Direction } from '../select.js';

/** A shape that is so near to the one wanted, as a factor, need not be compared with another. */
const nearEnough = 1.5;

/**
 * To the right where the shape that comes of it is near to `aspect`, width by height, else the
 * direction whose shape is nearer.
 */
export async function fittingDirection(
  aspect: number,
  shapeOf: (direction: Direction) => Promise<Size>,
): Promise<Direction> {
  const right = distance(await shapeOf('right'), aspect);
  if (right <= Math.log(nearEnough)) return 'right';
  return distance(await shapeOf('down'), aspect) < right ? 'down' : 'right';
}

/** How far a shape is from another one: the logarithm of the factor between them. */
function distance({ width, height }: Size, aspect: number): number {
  return Math.abs(Math.log(Math.max(1, width) / Math.max(1, height) / aspect));
}

/** Width of a usual drawing area by its height. */
export const screen = 1.6;

/** The height of the screen that shows a drawing at full size: the less, the larger it is on any. */
export function screenFor({ width, height }: Size): number {
  return Math.max(width / screen, height);
}

/** Width by height that an architect takes in at a glance. */
const pleasant = { least: 1, most: 2.2 } as const;

/** How far a drawing's shape is from what pleases, as a factor; 1 for one that does. */
export function offShape({ width, height }: Size): number {
  const aspect = Math.max(1, width) / Math.max(1, height);
  return Math.max(1, pleasant.least / aspect, aspect / pleasant.most);
}
