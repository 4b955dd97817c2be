/**
 * Routes edges between boxes that have their places already: after an edit, or around boxes that
 * were put somewhere by hand. Routes are orthogonal, keep off boxes, and avoid running along or
 * across other edges. A* on a sparse grid of the lines that matter; deterministic.
 */
import type { Box, Point, Side } from '../picture.js';
import { Grid } from './route-grid.js';
import { search } from './route-search.js';

/** Where an edge leaves a box or reaches it. */
export interface Anchor extends Point {
  readonly side: Side;
}

export interface RouteRequest {
  readonly id: string;
  readonly from: Anchor;
  readonly to: Anchor;
  /** Edges of one bundle start at a common port and may run together. */
  readonly bundle: string;
  /** The frames that its ends are in. */
  readonly groups?: readonly string[];
}

export interface RouteProblem {
  /** Boxes, plates and labels that no edge may cross. */
  readonly obstacles: readonly Box[];
  /** Boxes with their plates, which edges run around. */
  readonly around: readonly Box[];
  /** Frames that only edges with an end in them should run through. */
  readonly frames?: readonly { readonly id: string; readonly box: Box }[];
  /** Edges that stay as they are. */
  readonly kept: readonly { readonly bundle: string; readonly points: readonly Point[] }[];
  readonly requests: readonly RouteRequest[];
}

export type Routes = Readonly<Record<string, readonly Point[]>>;

/** How far an edge runs straight out of its port. */
const stub = 14;

/** With more edges than this that stay, lines beside each of them would make too large a grid. */
const mostKept = 80;

/** With more edges to route than this, one waits for them: ways need not be the very best. */
const fewRequests = 20;
const hurried = 5;

/** Routes all requests, near ones first. An edge that finds no way gets the simplest bent line. */
export function routeEdges(problem: RouteProblem): Routes {
  const { obstacles, around, frames = [], kept, requests } = problem;
  const stubs = requests.flatMap(({ from, to }) => [away(from), away(to)]);
  const beside = kept.length > mostKept ? [] : kept.flatMap(({ points }) => points);
  const grid = new Grid(obstacles, around, [...stubs, ...beside]);
  const bundles = new Map<string, (readonly Point[])[]>();
  const add = (bundle: string, points: readonly Point[]) => {
    grid.occupy(points, 1);
    const known = bundles.get(bundle);
    if (known) known.push(points);
    else bundles.set(bundle, [points]);
  };
  for (const { points, bundle } of kept) add(bundle, points);
  for (const { box } of frames) {
    grid.discourage(box, 1);
    // Lines that run along a border look like a part of it.
    grid.occupy(outline(box), 1);
  }
  const eagerness = requests.length > fewRequests ? hurried : 1;
  const routes: [string, readonly Point[]][] = [];
  const ordered = [...requests].sort((a, b) => reach(a) - reach(b) || (a.id < b.id ? -1 : 1));
  for (const request of ordered) {
    const { id, from, to, bundle, groups = [] } = request;
    // Edges of a bundle may run along each other.
    const own = bundles.get(bundle) ?? [];
    const homes = frames.filter((frame) => groups.includes(frame.id));
    for (const points of own) grid.occupy(points, -1);
    for (const { box } of homes) grid.discourage(box, -1);
    const found = search(grid, away(from), from.side, away(to), to.side, eagerness);
    for (const points of own) grid.occupy(points, 1);
    for (const { box } of homes) grid.discourage(box, 1);
    const points = simplified([from, ...(found ?? bent(away(from), from.side, away(to))), to]);
    add(bundle, points);
    routes.push([id, points]);
  }
  return Object.fromEntries(routes);
}

/** The point at which an edge may turn first. */
function away({ x, y, side }: Anchor): Point {
  switch (side) {
    case 'left':
      return { x: x - stub, y };
    case 'right':
      return { x: x + stub, y };
    case 'top':
      return { x, y: y - stub };
    case 'bottom':
      return { x, y: y + stub };
  }
}

function outline({ x, y, width, height }: Box): Point[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ];
}

function reach({ from, to }: RouteRequest): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
}

function bent(from: Point, side: Side, to: Point): Point[] {
  const corner =
    side === 'left' || side === 'right' ? { x: from.x, y: to.y } : { x: to.x, y: from.y };
  return [from, corner, to];
}

/** Without points that lie on the line between their neighbours. */
export function simplified(points: readonly Point[]): Point[] {
  const result: Point[] = [];
  for (const { x, y } of points) {
    const last = result.at(-1);
    const before = result.at(-2);
    if (last?.x === x && last.y === y) continue;
    if (
      last &&
      before &&
      ((before.x === last.x && last.x === x) || (before.y === last.y && last.y === y))
    ) {
      result.pop();
    }
    result.push({ x, y });
  }
  return result;
}
