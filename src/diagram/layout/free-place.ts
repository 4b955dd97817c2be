import type { SizedNode } from '../measure.js';
import type { Box, Point } from '../picture.js';
import type { Direction } from '../select.js';
import { screenFor } from './fitting.js';
import { enclosing, overlap } from './geometry.js';
import { lineCosts } from './line-costs.js';
import type { Places } from './push-apart.js';
import { gap, type Related } from './related.js';

/** A pixel along the flow of a map counts as so many across it: what stands there is in another layer. */
const layerCost = 1.5;

/** So many of the nearest places are looked at for what lines they make. */
const tried = 24;

/**
 * The free place nearest to where a box would best stand: behind its upstream, before its downstream.
 * What is related to nothing fills the map up to a shape that a screen has.
 *
 * @param obstacles where it must not stand
 * @param fellows what it must stand beside; without, it may stand anywhere
 */
export function freePlace(
  node: SizedNode,
  places: Places,
  { related, direction }: Edges,
  obstacles: readonly Box[],
  fellows?: readonly Box[],
): Box {
  const { width, height } = node;
  const wishes = wishesOf(node, places, related, direction);
  const bottom = Math.max(0, ...obstacles.map((box) => box.y + box.height + gap));
  const left = Math.min(0, ...obstacles.map(({ x }) => x));
  const isRelated = wishes.length > 0;
  const others = fellows ?? obstacles;
  const all = others.length > 0 ? [enclosing(others, [])] : [];
  // To the right and below: on the other sides the whole picture would move.
  const isInside = ({ x, y }: Point) => all.every((hull) => x >= hull.x && y >= hull.y);
  const beside = others
    .flatMap((box) => around(box, width, height))
    .filter((at) => isRelated || isInside(at));
  const cost = isRelated
    ? (at: Point) => farness(at, wishes, direction)
    : (at: Point) => screenFor(enclosing([...all, { ...at, width, height }], []));
  const nearest = inOrder(
    fellows ? beside : [...between(wishes, node), ...beside, { x: left, y: bottom }],
    cost,
  );
  const isFree = (at: Point) =>
    !obstacles.some((box) => overlap({ ...at, width, height }, box, gap - 12));
  const free = first(nearest, isFree, isRelated ? tried : 1);
  const lines = lineCosts(node.id, places, related);
  const [best] = isRelated
    ? inOrder(free, (at) => cost(at) + lines({ ...at, width, height }))
    : free;
  // What stands there will be pushed away.
  const at = best ?? (fellows ? nearest[0] : undefined) ?? { x: left, y: bottom };
  return { ...at, width, height };
}

interface Edges {
  readonly related: readonly Related[];
  /** Where upstream flows to. */
  readonly direction: Direction;
}

/** Where a box would stand if it had each of its neighbours for itself. */
function wishesOf(
  { id, width, height }: SizedNode,
  places: Places,
  related: readonly Related[],
  direction: Direction,
): Point[] {
  const beside = (other: string, room: number, behind: boolean): Point[] => {
    const place = places.get(other);
    if (!place) return [];
    const { x, y } = place;
    if (direction === 'down')
      return [{ x, y: behind ? y + place.height + room : y - height - room }];
    return [{ x: behind ? x + place.width + room : x - width - room, y }];
  };
  return related.flatMap(({ upstream, downstream, room }) => {
    if (downstream === id) return beside(upstream, room, true);
    return upstream === id ? beside(downstream, room, false) : [];
  });
}

function around(box: Box, width: number, height: number): Point[] {
  return [
    { x: box.x + box.width + gap, y: box.y },
    { x: box.x - width - gap, y: box.y },
    { x: box.x, y: box.y + box.height + gap },
    { x: box.x, y: box.y - height - gap },
  ];
}

/** Where a box would stand best, beside that, and in the middle between the best places. */
function between(wishes: readonly Point[], { width, height }: SizedNode): Point[] {
  const beside = wishes.flatMap((at) => around({ ...at, width, height }, width, height));
  if (wishes.length < 2) return [...wishes, ...beside];
  const xs = wishes.map(({ x }) => x);
  const ys = wishes.map(({ y }) => y);
  const [x, y] = [sum(xs) / xs.length, sum(ys) / ys.length];
  const middles = [
    { x, y },
    { x: Math.max(...xs), y },
    { x, y: Math.max(...ys) },
  ];
  return [...wishes, ...beside, ...middles];
}

/** Of all wishes: the root of the mean square, so that a place between two is better than one of both. */
function farness(at: Point, wishes: readonly Point[], direction: Direction): number {
  const squares = wishes.map((wish) => {
    const [dx, dy] = [at.x - wish.x, at.y - wish.y];
    return direction === 'down' ? dx ** 2 + (layerCost * dy) ** 2 : (layerCost * dx) ** 2 + dy ** 2;
  });
  return Math.sqrt(wishes.length * sum(squares));
}

/** The first so many of those that hold. */
function first(points: readonly Point[], holds: (at: Point) => boolean, count: number): Point[] {
  const found: Point[] = [];
  for (const at of points) {
    if (found.length === count) break;
    if (holds(at)) found.push(at);
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function inOrder(points: readonly Point[], cost: (at: Point) => number): Point[] {
  return points
    .map((at) => ({ at, cost: cost(at) }))
    .sort((a, b) => a.cost - b.cost || a.at.y - b.at.y || a.at.x - b.at.x)
    .map(({ at }) => at);
}
