import type { Point } from '../picture.js';

/** The point at a share of the length of a line. */
export function along(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, i) => distance(points[i] ?? to, to));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, length] of lengths.entries()) {
    const from = points[i];
    const to = points[i + 1];
    if (!from || !to) break;
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** A path through the points whose corners are rounded. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M ${coordinates(first)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    const previous = index === 0 ? first : rest[index - 1];
    if (!next || !previous) {
      d += ` L ${coordinates(point)}`;
      continue;
    }
    const r = Math.min(radius, distance(previous, point) / 2, distance(point, next) / 2);
    d += ` L ${coordinates(toward(point, previous, r))} Q ${coordinates(point)} ${coordinates(toward(point, next, r))}`;
  }
  return d;
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}

function coordinates({ x, y }: Point): string {
  return `${String(Math.round(x * 2) / 2)} ${String(Math.round(y * 2) / 2)}`;
}
