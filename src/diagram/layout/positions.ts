import type { SizedNode } from '../measure.js';
import type { Box, Point } from '../picture.js';
import type { Selection } from '../select.js';
import { overlap } from './geometry.js';

/** Room that is kept between boxes that find a place beside others. */
const gap = 100;
/** Boxes, with the plates at their sides, closer than this are pushed apart. */
const least = 16;
/** A box keeps its size while what it holds has become smaller by no more than this. */
const slack = 90;

export type Places = Map<string, Box>;
/** Where a point that stood between the boxes goes along with them. */
export type Shift = (point: Point) => Point;
/** A box with the plates around it. */
export type Hull = (id: string, box: Box) => Box;
type Known = ReadonlyMap<string, Box & { readonly open: boolean }>;

/**
 * Places for boxes of which most had one before: those stay. A box that was opened or folded makes
 * the ones behind it move by as much as it grew, one that grew in place pushes only what it would
 * cover, and a new one takes the free place nearest to what it is related to.
 *
 * @returns with the places, how what runs between the boxes moves where boxes were opened or folded
 */
export function rearranged(
  nodes: readonly SizedNode[],
  known: Known,
  pins: Readonly<Record<string, Point>>,
  selection: Pick<Selection, 'relations' | 'links' | 'direction'>,
  hull: Hull,
): { readonly places: Places; readonly shift?: Shift } {
  const places: Places = new Map();
  const shifts: Shift[] = [];
  const pinned = (id: string) => Object.hasOwn(pins, id);
  for (const node of nodes) {
    const old = known.get(node.id);
    const pin = pinned(node.id) ? pins[node.id] : undefined;
    const at = pin ?? old;
    if (at) places.set(node.id, { x: at.x, y: at.y, ...sizeOf(node, old) });
  }
  for (const node of nodes) {
    const old = known.get(node.id);
    const place = places.get(node.id);
    if (old && place && old.open !== node.open)
      shifts.push(makeRoom(places, node.id, place, old, pinned));
  }
  for (const node of nodes) {
    if (!places.has(node.id)) places.set(node.id, freePlace(node, places, selection));
  }
  const cramped = (id: string) =>
    [...places].some(
      ([other, place]) =>
        other !== id && overlap(hull(id, places.get(id) ?? place), hull(other, place)),
    );
  const pushing = nodes.filter(({ id }) => grew(id, places, known) || cramped(id));
  pushApart(
    places,
    pinned,
    hull,
    pushing.map(({ id }) => id),
  );
  if (shifts.length === 0) return { places };
  return { places, shift: (point) => shifts.reduce((at, shift) => shift(at), point) };
}

function sizeOf(node: SizedNode, old: (Box & { readonly open: boolean }) | undefined) {
  const { width, height, open } = node;
  if (old?.open === open && fits(width, old.width) && fits(height, old.height)) {
    return { width: old.width, height: old.height };
  }
  return { width, height };
}

function fits(needed: number, had: number): boolean {
  return needed <= had && needed >= had - slack;
}

function grew(id: string, places: Places, known: Known): boolean {
  const [old, now] = [known.get(id), places.get(id)];
  return (
    !old ||
    !now ||
    now.width > old.width ||
    now.height > old.height ||
    now.x !== old.x ||
    now.y !== old.y
  );
}

/** Moves what stands right of and below a box that was opened or folded; folding undoes opening. */
function makeRoom(
  places: Places,
  id: string,
  now: Box,
  old: Box,
  pinned: (id: string) => boolean,
): Shift {
  const dx = now.width - old.width;
  const dy = now.height - old.height;
  const right = now.x + old.width;
  const bottom = now.y + old.height;
  const shift = ({ x, y }: Point): Point => ({
    x: x >= right ? x + dx : x,
    y: y >= bottom ? y + dy : y,
  });
  for (const [other, place] of places) {
    if (other === id || pinned(other)) continue;
    places.set(other, { ...place, ...shift(place) });
  }
  return shift;
}

/** Boxes that changed push others, which push others; along the axis that takes the least. */
function pushApart(
  places: Places,
  pinned: (id: string) => boolean,
  hull: Hull,
  changed: readonly string[],
): void {
  const queue = [...changed].sort();
  for (let turns = 0; queue.length > 0 && turns < 40 * places.size; turns++) {
    const id = queue.shift() ?? '';
    const box = places.get(id);
    if (!box) continue;
    for (const [other, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const apart =
        other === id || !overlap(hull(id, places.get(id) ?? box), hull(other, place), least);
      if (apart) continue;
      const [mover, still] = pinned(other) ? [id, other] : [other, id];
      if (pinned(mover)) continue;
      const moving = places.get(mover) ?? place;
      const by = push(hull(mover, moving), hull(still, places.get(still) ?? box));
      places.set(mover, { ...moving, x: moving.x + by.x, y: moving.y + by.y });
      queue.push(mover);
      if (mover === id) break;
    }
  }
}

/** How far right or down, whichever is less, a box must go to be clear of another one. */
function push(box: Box, still: Box): Point {
  const right = still.x + still.width + least - box.x;
  const down = still.y + still.height + least - box.y;
  return right <= down ? { x: right, y: 0 } : { x: 0, y: down };
}

/** The free place nearest to where a box would best stand: behind its upstream, before its downstream. */
function freePlace(
  node: SizedNode,
  places: Places,
  { relations, links, direction }: Pick<Selection, 'relations' | 'links' | 'direction'>,
): Box {
  const { width, height, id } = node;
  const wishes: Point[] = [];
  const down = direction === 'down';
  const beside = (other: string | undefined, behind: boolean) => {
    const place = other === undefined ? undefined : places.get(other);
    if (!place) return;
    if (down)
      wishes.push({
        x: place.x,
        y: behind ? place.y + place.height + gap : place.y - height - gap,
      });
    else
      wishes.push({ x: behind ? place.x + place.width + gap : place.x - width - gap, y: place.y });
  };
  for (const { upstream, downstream } of relations) {
    if (downstream === id) beside(upstream, true);
    if (upstream === id) beside(downstream, false);
  }
  for (const { from, to } of links) {
    if (to === id) beside(from, true);
    if (from === id) beside(to, false);
  }
  const boxes = [...places.values()];
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height + gap));
  const left = Math.min(0, ...boxes.map(({ x }) => x));
  const wish = wishes[0] ?? { x: left, y: bottom };
  const candidates = [
    wish,
    ...boxes.flatMap((box) => around(box, width, height)),
    { x: wish.x, y: bottom },
  ];
  const free = candidates
    .filter((at) => !boxes.some((box) => overlap({ ...at, width, height }, box, gap - 12)))
    .sort((a, b) => distance(a, wish) - distance(b, wish) || a.y - b.y || a.x - b.x);
  return { ...(free[0] ?? { x: left, y: bottom }), width, height };
}

function around(box: Box, width: number, height: number): Point[] {
  return [
    { x: box.x + box.width + gap, y: box.y },
    { x: box.x - width - gap, y: box.y },
    { x: box.x, y: box.y + box.height + gap },
    { x: box.x, y: box.y - height - gap },
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
