import type { ElementId } from '../../model/elements/identity.js';
import type { Box, Point } from '../picture.js';
import type { Places } from './push-apart.js';
import type { Related } from './related.js';

/** What a crossing costs, and a box in the way of a line, in px of line. */
const disturbance = 250;

/**
 * What lines cost that a box would have at some place, as if they were straight: where they cross
 * others, and where a box stands in their way.
 */
export function lineCosts(
  id: ElementId,
  places: Places,
  related: readonly Related[],
): (box: Box) => number {
  const partners = new Set(
    related.flatMap(({ upstream, downstream }) =>
      upstream === id ? [downstream] : downstream === id ? [upstream] : [],
    ),
  );
  const lines = related.flatMap(({ upstream: from, downstream: to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b && a !== b ? [{ from, to, a: middle(a), b: middle(b) }] : [];
  });
  return (box) => {
    let cost = 0;
    for (const partner of partners) {
      const other = places.get(partner);
      if (!other) continue;
      const [a, b] = [middle(box), middle(other)];
      for (const line of lines)
        if (line.from !== partner && line.to !== partner && cross(a, b, line.a, line.b))
          cost += disturbance;
      for (const [foreign, place] of places)
        if (foreign !== partner && foreign !== id && hits(a, b, place)) cost += disturbance;
    }
    // Lines of others that it would stand in the way of.
    for (const line of lines)
      if (line.from !== id && line.to !== id && hits(line.a, line.b, box)) cost += disturbance;
    return cost;
  };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** On which side of a line a point lies. */
function side(a: Point, b: Point, p: Point): number {
  return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

function hits(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return corners.some((corner, index) => cross(a, b, corner, corners[(index + 1) % 4] ?? corner));
}
