import type { Point } from '../picture.js';

/** The point at a share of the length of a line. */
export function along(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, i) => distance(points[i] ?? to, to));
  let left = lengthOf(points) * share;
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
  const [first] = points;
  if (!first) return '';
  return roundedRuns(points, radius).reduce(
    (d, { to, corner }) => `${d} L ${coordinates(to)}${corner ? ` ${bend(corner)}` : ''}`,
    `M ${coordinates(first)}`,
  );
}

/**
 * The same line in pieces, for dashes: a browser cuts a single straight line to what it draws, but of
 * any other path it lays all dashes for each tile that the path may touch, a hundred times as long.
 */
export function roundedPieces(points: readonly Point[], radius: number): string[] {
  const runs = roundedRuns(points, radius);
  const corners = runs.flatMap(({ to, corner }) =>
    corner ? `M ${coordinates(to)} ${bend(corner)}` : [],
  );
  return [
    ...runs.map(({ from, to }) => `M ${coordinates(from)} L ${coordinates(to)}`),
    ...(corners.length > 0 ? [corners.join(' ')] : []),
  ];
}

/** The length of a line. */
export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, to, i) => sum + distance(points[i] ?? to, to), 0);
}

/** A straight part of a line and the corner after it. */
interface Run {
  readonly from: Point;
  readonly to: Point;
  readonly corner?: { readonly at: Point; readonly end: Point };
}

function roundedRuns(points: readonly Point[], radius: number): Run[] {
  const runs: Run[] = [];
  let [from] = points;
  for (const [index, point] of points.entries()) {
    const previous = points[index - 1];
    if (!from || !previous) continue;
    const next = points[index + 1];
    if (!next) return [...runs, { from, to: point }];
    const r = Math.min(radius, distance(previous, point) / 2, distance(point, next) / 2);
    const end = toward(point, next, r);
    runs.push({ from, to: toward(point, previous, r), corner: { at: point, end } });
    from = end;
  }
  return runs;
}

function bend({ at, end }: NonNullable<Run['corner']>): string {
  return `Q ${coordinates(at)} ${coordinates(end)}`;
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
