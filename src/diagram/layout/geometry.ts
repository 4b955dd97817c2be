import type { Box, PictureEdge, Point } from '../picture.js';

/** Half pixels are fine enough, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 2) / 2;
}

export function shifted<T extends Point>(point: T, dx: number, dy: number): T {
  if (dx === 0 && dy === 0) return point;
  return { ...point, x: round(point.x + dx), y: round(point.y + dy) };
}

/** An edge moved with its label. */
export function movedEdge(edge: PictureEdge, dx: number, dy: number): PictureEdge {
  if (dx === 0 && dy === 0) return edge;
  return {
    ...edge,
    points: edge.points.map(({ x, y }) => ({ x: round(x + dx), y: round(y + dy) })),
    ...(edge.label ? { label: shifted(edge.label, dx, dy) } : {}),
  };
}

export function overlap(a: Box, b: Box, room = 0): boolean {
  return (
    a.x < b.x + b.width + room &&
    b.x < a.x + a.width + room &&
    a.y < b.y + b.height + room &&
    b.y < a.y + a.height + room
  );
}

/** The box around boxes and lines, of which there is at least one with a point. */
export function enclosing(boxes: readonly Box[], lines: readonly (readonly Point[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number, width: number, height: number) => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + width > right) right = x + width;
    if (y + height > bottom) bottom = y + height;
  };
  for (const { x, y, width, height } of boxes) include(x, y, width, height);
  for (const line of lines) for (const { x, y } of line) include(x, y, 0, 0);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box around points, of which there is at least one. */
export function bounds(points: readonly Point[]): Box {
  return enclosing([], [points]);
}
