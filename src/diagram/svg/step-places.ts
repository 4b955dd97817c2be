import { overlap } from '../layout/geometry.js';
import type { Box, OverlayStep, Picture, PictureNode, Point } from '../picture.js';
import { clipped, textWidth } from '../text-metrics.js';
import { along, distance } from './path.js';

export const stepRadius = 11;

/** Steps at their place: one, or many on one way together. */
export interface PlacedSteps {
  readonly steps: readonly OverlayStep[];
  /** What stands there: their numbers. */
  readonly text: string;
  /** The middle. */
  readonly at: Point;
  readonly width: number;
  /** The line to draw where there is no edge to stand on. */
  readonly line?: readonly Point[];
}

/** More steps on one way than this stand on one plate. */
const mostApart = 3;
const textSize = 11.5;

/**
 * Where the numbers of steps stand: on their ways, one after the other on the same one, clear of
 * marks, of patterns, of the words on lines, and of each other.
 *
 * @param marks where the marks of the overlay stand
 */
export function placedSteps(
  steps: readonly OverlayStep[],
  picture: Picture,
  marks: readonly Box[],
): PlacedSteps[] {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const closed = picture.nodes.filter(({ open, shape }) => !open && shape !== 'group');
  const ways = new Map<string, OverlayStep[]>();
  for (const step of steps) ways.set(keyOf(step), [...(ways.get(keyOf(step)) ?? []), step]);
  const labels = picture.edges.flatMap(({ label }) => label ?? []);
  const taken: Box[] = [...marks, ...picture.ports, ...labels];
  return steps.flatMap((step) => {
    const same = ways.get(keyOf(step)) ?? [step];
    const together = same.length > mostApart;
    if (together && same[0] !== step) return [];
    const way = wayOf(step, picture, nodes);
    if (!way) return [];
    const own = together ? same : [step];
    const share = together ? 0.5 : (same.indexOf(step) + 1) / (same.length + 1);
    const text = clipped(numbersOf(own.map(({ number }) => number)), 150, textSize, 'bold');
    const width = Math.max(2 * stepRadius, textWidth(text, textSize, 'bold') + 10);
    const at = leastCovering(placesOn(way, share, closed, width), taken, width);
    const placed = { steps: own, text, at, width, ...(way.drawn ? {} : { line: way.points }) };
    taken.push(aroundSteps(placed));
    return [placed];
  });
}

function keyOf({ from, to }: OverlayStep): string {
  return [from, to].sort().join(' ');
}

/** `1–4, 7`: three and more in a row as a range. */
export function numbersOf(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs
    .map((run) =>
      run.length > 2 ? `${String(run[0])}–${String(run.at(-1))}` : run.map(String).join(', '),
    )
    .join(', ');
}

export function aroundSteps({ at, width }: Pick<PlacedSteps, 'at' | 'width'>): Box {
  return { x: at.x - width / 2, y: at.y - stepRadius, width, height: 2 * stepRadius };
}

/** The first place where a number covers nothing, else the first of those where it covers least. */
function leastCovering(places: readonly Point[], taken: readonly Box[], width: number): Point {
  let best = { at: places[0] ?? { x: 0, y: 0 }, covered: Infinity };
  for (const at of places) {
    const box = aroundSteps({ at, width });
    const covered = taken.filter((other) => overlap(box, other, 1)).length;
    if (covered < best.covered) best = { at, covered };
    if (covered === 0) break;
  }
  return best.at;
}

/**
 * Places for a number on a way: at a share of its length, then further and further from there, then
 * beside it where no box is.
 */
function placesOn(
  { points, box }: Way,
  share: number,
  closed: readonly Box[],
  width: number,
): Point[] {
  if (box) return placesAround(box, share);
  const steps = Array.from({ length: 12 }, (_, index) => (index + 1) * 0.04);
  const shares = [0, ...steps.flatMap((by) => [-by, by])]
    .map((by) => share + by)
    .filter((at) => at > 0.03 && at < 0.97);
  const beside = shares
    .flatMap((at) => placesBeside(points, at, width))
    .filter((at) => !closed.some((node) => overlap(aroundSteps({ at, width }), node)));
  return [...shares.map((at) => along(points, at)), ...beside];
}

/** Places at both sides of a line, touching it, and a little further. */
function placesBeside(points: readonly Point[], share: number, width: number): Point[] {
  const [at, next] = [along(points, share), along(points, share + 0.01)];
  const length = distance(at, next) || 1;
  const [dx, dy] = [(next.x - at.x) / length, (next.y - at.y) / length];
  return [1, -1, 2, -2].map((times) => {
    const [across, down] = [times * (width / 2 + 2), times * (stepRadius + 2)];
    return { x: at.x - dy * across, y: at.y + dx * down };
  });
}

/** Places at the upper side of a box, from the right, at its lower side, and at the others. */
function placesAround({ x, y, width, height }: Box, share: number): Point[] {
  const apart = 8;
  const along = (from: number, length: number) =>
    Array.from(
      { length: Math.max(0, Math.floor((length - 24) / apart)) },
      (_, index) => from + 12 + apart * index,
    );
  const across = [x + width - 60 + 60 * share, ...along(x, width).reverse()];
  const down = along(y, height);
  return [
    ...[y, y + height].flatMap((at) => across.map((one) => ({ x: one, y: at }))),
    ...[x + width, x].flatMap((at) => down.map((one) => ({ x: at, y: one }))),
  ];
}

/** What a step takes: an edge, a line of its own where there is none, or a box alone. */
interface Way {
  readonly points: readonly Point[];
  readonly drawn: boolean;
  readonly box?: Box;
}

/** The edge between two boxes, or a straight line where there is none. */
function wayOf(
  { from, to }: OverlayStep,
  { edges }: Picture,
  nodes: ReadonlyMap<string, PictureNode>,
): Way | undefined {
  const [a, b] = [nodes.get(from), nodes.get(to)];
  if (!a || !b) return undefined;
  if (a === b) return { points: [], drawn: true, box: a };
  const forth = edges.find((edge) => edge.from === from && edge.to === to);
  if (forth) return { points: forth.points, drawn: true };
  const back = edges.find((edge) => edge.from === to && edge.to === from);
  if (back) return { points: [...back.points].reverse(), drawn: true };
  return { points: [border(a, b), border(b, a)], drawn: false };
}

/** Where the line to another box's middle leaves a box. */
function border(box: PictureNode, other: PictureNode): Point {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const dx = other.x + other.width / 2 - x;
  const dy = other.y + other.height / 2 - y;
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: Math.round(x + dx * share), y: Math.round(y + dy * share) };
}
