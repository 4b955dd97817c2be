/** Which edges keep their routes where boxes moved, and which must be routed anew. */
import type { Box, PictureEdge, Point, Side } from '../picture.js';
import { anchorOf, type PlacedPort } from './attach.js';
import { bounds, movedEdge, overlap } from './geometry.js';
import { crosses } from './place-label.js';
import type { Shift } from './positions.js';
import { simplified, type Anchor, type RouteRequest } from './route.js';

/** An edge of the outer level that ends at two ports. */
export interface Ends {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fromPort: string;
  readonly toPort: string;
}

export interface KeptEdge {
  readonly edge: PictureEdge;
  readonly ends: Ends;
}

/** A box or plate, and by how much it moved; it is new or has another size where that is missing. */
export interface Obstacle {
  readonly box: Box;
  readonly moved?: Point;
  /** The group whose frame it is: lines of its members may run through it. */
  readonly group?: string;
}

/**
 * Keeps the route of an edge whose ends moved alike, and adapts it where they moved apart, if nothing
 * stands in its way that did not before. The others are to be routed.
 *
 * @param groupOf the group of a box
 * @param shift where boxes were opened or folded: how what runs between boxes makes room with them
 */
export function keepRoutes(
  former: readonly PictureEdge[],
  edges: readonly Ends[],
  placed: ReadonlyMap<string, PlacedPort>,
  obstacles: readonly Obstacle[],
  groupOf: ReadonlyMap<string, string>,
  shift?: Shift,
): { readonly kept: readonly KeptEdge[]; readonly requests: readonly RouteRequest[] } {
  const old = new Map(former.map((edge) => [edge.id, edge]));
  // All that can be in the way of an edge which stays where it was.
  const changed = obstacles.filter(({ moved }) => !moved || !same(moved, { x: 0, y: 0 }));
  const kept: KeptEdge[] = [];
  const requests: RouteRequest[] = [];
  for (const ends of edges) {
    const [source, target] = [placed.get(ends.fromPort), placed.get(ends.toPort)];
    if (!source || !target) continue;
    const [from, to] = [anchorOf(source), anchorOf(target)];
    const edge = old.get(ends.id);
    const groups = [groupOf.get(ends.from), groupOf.get(ends.to)].filter((id) => id !== undefined);
    const free = (points: readonly Point[], moved?: Point) => {
      const still = moved?.x === 0 && moved.y === 0;
      const possible = still ? changed : obstacles;
      if (possible.length === 0) return true;
      const line = inner(points);
      const around = bounds(line);
      return !possible.some(
        ({ box, moved: by, group }) =>
          box !== source &&
          box !== target &&
          !(group !== undefined && groups.includes(group)) &&
          // What moved along with the edge was there before, and did not stand in its way.
          !(moved && by && same(moved, by)) &&
          overlap(around, box) &&
          crosses(line, box),
      );
    };
    const adapted = edge && edgeBetween(edge, from, to, shift, free);
    if (adapted) kept.push({ edge: adapted, ends });
    else requests.push({ id: ends.id, from, to, bundle: ends.fromPort, groups });
  }
  return { kept, requests };
}

function edgeBetween(
  edge: PictureEdge,
  from: Anchor,
  to: Anchor,
  shift: Shift | undefined,
  free: (points: readonly Point[], moved?: Point) => boolean,
): PictureEdge | undefined {
  const [first, last] = [edge.points[0], edge.points.at(-1)];
  if (!first || !last) return undefined;
  const start = { x: from.x - first.x, y: from.y - first.y };
  const end = { x: to.x - last.x, y: to.y - last.y };
  // Lines that make room as boxes do stay beside each other as they were.
  const shifted = shift && adaptedBy(shift);
  if (shifted) return shifted;
  if (same(start, end)) {
    const moved = movedEdge(edge, start.x, start.y);
    if (free(moved.points, start)) return moved;
  }
  // Its middle stays, or goes along with one of its ends.
  return adaptedBy(by({ x: 0, y: 0 })) ?? adaptedBy(by(start)) ?? adaptedBy(by(end));

  function adaptedBy(move: Shift): PictureEdge | undefined {
    const points = stretched(edge.points, from, to, move);
    if (!points || !free(points)) return undefined;
    const { label, ...rest } = edge;
    const along = label && { ...label, ...move(label) };
    const onLine = along && crosses(points, along);
    return { ...rest, points, ...(onLine ? { label: along } : {}) };
  }
}

function by({ x, y }: Point): Shift {
  return (point) => ({ x: point.x + x, y: point.y + y });
}

/** Half pixels are lost where ports are rounded. */
function same(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1;
}

/**
 * A route of the same shape between other ends; undefined where the shape does not allow for that:
 * the first and last pieces must lead out of their boxes as they did.
 */
function stretched(
  points: readonly Point[],
  from: Anchor,
  to: Anchor,
  move: Shift,
): readonly Point[] | undefined {
  const middle = points.slice(1, -1).map((point): { x: number; y: number } => ({ ...move(point) }));
  const second = middle[0] ?? { ...to };
  const beforeLast = middle.at(-1) ?? { ...from };
  if (sideways(from.side)) second.y = from.y;
  else second.x = from.x;
  if (sideways(to.side)) beforeLast.y = to.y;
  else beforeLast.x = to.x;
  const result = [{ x: from.x, y: from.y }, ...middle, { x: to.x, y: to.y }];
  const orthogonal = result.every((point, index) => {
    const before = result[index - 1];
    return !before || before.x === point.x || before.y === point.y;
  });
  const leads = leadsOut(from, second) && leadsOut(to, beforeLast);
  return orthogonal && leads ? simplified(result) : undefined;
}

function sideways(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** Room that an arrow head and a bend need. */
const least = 12;

function leadsOut({ x, y, side }: Anchor, next: Point): boolean {
  switch (side) {
    case 'left':
      return next.x <= x - least;
    case 'right':
      return next.x >= x + least;
    case 'top':
      return next.y <= y - least;
    case 'bottom':
      return next.y >= y + least;
  }
}

/** A route without its very ends, which touch their boxes. */
function inner(points: readonly Point[]): Point[] {
  const [first, second] = points;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !beforeLast) return [];
  return [toward(first, second), ...points.slice(1, -1), toward(last, beforeLast)];
}

function toward(from: Point, to: Point): Point {
  const x = from.x + Math.sign(to.x - from.x) * Math.min(2, Math.abs(to.x - from.x));
  return { x, y: from.y + Math.sign(to.y - from.y) * Math.min(2, Math.abs(to.y - from.y)) };
}
