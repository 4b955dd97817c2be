import type { Box, PictureLabel, Point } from '../picture.js';
import { overlap } from './geometry.js';

/** A label of some lines that has no place yet. */
export interface UnplacedLabel {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const shares = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85];

/**
 * A place for a label on its route: the middle of a long segment if nothing is there, else beside
 * the route. Nothing of `taken` is covered; undefined where there is no room at all.
 */
export function placeLabel(
  label: UnplacedLabel,
  points: readonly Point[],
  taken: readonly Box[],
  lines: readonly (readonly Point[])[],
): PictureLabel | undefined {
  const { width, height } = label;
  const candidates = [...onRoute(points, width, height), ...besideRoute(points, width, height)];
  const free = candidates.filter(
    (at) => !taken.some((box) => overlap({ ...at, width, height }, box, 3)),
  );
  const clear = free.find((at) => !lines.some((line) => crosses(line, { ...at, width, height })));
  const at = clear ?? free[0];
  return at && { ...label, x: Math.round(at.x * 2) / 2, y: Math.round(at.y * 2) / 2 };
}

interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
}

function segmentsOf(points: readonly Point[]): Segment[] {
  return points
    .slice(1)
    .flatMap((b, index): Segment[] => {
      const a = points[index];
      return a ? [{ a, b, length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y) }] : [];
    })
    .sort((one, other) => other.length - one.length);
}

function onRoute(points: readonly Point[], width: number, height: number): Point[] {
  return segmentsOf(points).flatMap(({ a, b, length }) => {
    const horizontal = a.y === b.y;
    const needed = (horizontal ? width : height) + 12;
    if (length < needed) return [];
    return shares.flatMap((share) => {
      const at = share * length;
      if (at < needed / 2 || at > length - needed / 2) return [];
      return [
        { x: a.x + (b.x - a.x) * share - width / 2, y: a.y + (b.y - a.y) * share - height / 2 },
      ];
    });
  });
}

function besideRoute(points: readonly Point[], width: number, height: number): Point[] {
  return segmentsOf(points).flatMap(({ a, b }) =>
    shares.flatMap((share) => {
      const x = a.x + (b.x - a.x) * share;
      const y = a.y + (b.y - a.y) * share;
      return a.y === b.y
        ? [
            { x: x - width / 2, y: y - height - 4 },
            { x: x - width / 2, y: y + 4 },
          ]
        : [
            { x: x + 5, y: y - height / 2 },
            { x: x - width - 5, y: y - height / 2 },
          ];
    }),
  );
}

/** Whether an orthogonal line runs through a box. */
export function crosses(points: readonly Point[], box: Box): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    if (!a) return false;
    const segment = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    return overlap(segment, box);
  });
}
