import type { Group } from '../groups.js';
import type { SizedNode } from '../measure.js';
import type { Box, Point } from '../picture.js';
import type { Selection } from '../select.js';
import { freePlace } from './free-place.js';
import { overlap } from './geometry.js';
import { settling } from './loose.js';
import { framesAround, type FormerFrame } from './group-frames.js';
import type { Related } from './related.js';
import { pushApart, type Hull, type Places } from './push-apart.js';

/** A box keeps its size while what it holds has become smaller by no more than this. */
const slack = 90;

/** Where a point that stood between the boxes goes along with them. */
export type Shift = (point: Point) => Point;
type Known = ReadonlyMap<string, FormerBox>;

interface FormerBox extends Box {
  readonly open: boolean;
  readonly loose?: true;
  /** Its group. */
  readonly parent?: string;
}

export interface Rearranged {
  readonly places: Places;
  /** By group. */
  readonly frames: ReadonlyMap<string, Box>;
  /** How what runs between the boxes moves where boxes were opened or folded. */
  readonly shift?: Shift;
}

/**
 * Places for boxes of which most had one before: those stay. A box that was opened or folded makes
 * the ones behind it move by as much as it grew, one that grew in place pushes only what it would
 * cover, and a new one takes the free place nearest to what it is related to. Frames move as one, and
 * a box that has come into a group is new.
 */
export function rearranged(
  nodes: readonly SizedNode[],
  known: Known,
  formerFrames: ReadonlyMap<string, FormerFrame>,
  pins: Readonly<Record<string, Point>>,
  { groups, direction = 'right' }: Pick<Selection, 'direction' | 'groups'>,
  related: readonly Related[],
  hull: Hull,
): Rearranged {
  const places: Places = new Map();
  const shifts: Shift[] = [];
  const groupOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group])));
  const found = settling(related, known);
  const before = (id: string) => {
    const old = found.has(id) && !groupOf.has(id) ? undefined : known.get(id);
    return old?.parent === groupOf.get(id)?.id ? old : undefined;
  };
  const pinned = (id: string) => Object.hasOwn(pins, id);
  for (const node of nodes) {
    const old = before(node.id);
    const pin = pinned(node.id) ? pins[node.id] : undefined;
    const at = pin ?? old;
    if (at) places.set(node.id, { x: at.x, y: at.y, ...sizeOf(node, old) });
  }
  for (const node of nodes) {
    const old = before(node.id);
    const place = places.get(node.id);
    if (old && place && old.open !== node.open)
      shifts.push(makeRoom(places, node.id, place, old, pinned));
  }
  const framesNow = () => framesAround(groups, places, hull, formerFrames);
  for (const node of nodes) {
    if (places.has(node.id)) continue;
    const group = groupOf.get(node.id);
    const fellows = (group?.members ?? []).flatMap((id) => places.get(id) ?? []);
    const others = [...framesNow()].filter(([id]) => id !== group?.id).map(([, frame]) => frame);
    const free = [...places].filter(([id]) => !groupOf.has(id)).map(([, box]) => box);
    const obstacles = [...free, ...others, ...fellows];
    const beside = fellows.length > 0 ? fellows : undefined;
    places.set(node.id, freePlace(node, places, { related, direction }, obstacles, beside));
  }
  const pushing = new Set(
    nodes.filter(({ id }) => grew(places.get(id), before(id))).map(({ id }) => id),
  );
  for (const { members } of groups) {
    const own = new Map(members.flatMap((id) => (places.has(id) ? [[id, places.get(id)!]] : [])));
    const all = new Set([...pushing, ...cramped(own, hull)]);
    pushApart(
      own,
      pinned,
      hull,
      [...all].filter((id) => own.has(id)),
    );
    for (const [id, box] of own) places.set(id, box);
  }
  const frames = framesNow();
  moveApart(places, frames, groups, pinned, hull, (id) =>
    frames.has(id) ? grew(frames.get(id), formerFrames.get(id)?.frame) : pushing.has(id),
  );
  if (shifts.length === 0) return { places, frames };
  return { places, frames, shift: (point) => shifts.reduce((at, shift) => shift(at), point) };
}

/** Frames, with what they hold, and boxes outside of them push each other apart. */
function moveApart(
  places: Places,
  frames: Map<string, Box>,
  groups: readonly Group[],
  pinned: (id: string) => boolean,
  hull: Hull,
  pushes: (id: string) => boolean,
): void {
  const members = new Map(groups.map((group) => [group.id, group.members]));
  const framed = new Set(groups.flatMap((group) => group.members));
  const units: Places = new Map([...places].filter(([id]) => !framed.has(id)));
  for (const [id, frame] of frames) units.set(id, frame);
  const hullOf: Hull = (id, box) => (frames.has(id) ? box : hull(id, box));
  const isPinned = (id: string) => members.get(id)?.some(pinned) ?? pinned(id);
  const pushing = new Set([...units.keys()].filter(pushes));
  for (const id of cramped(units, hullOf)) pushing.add(id);
  pushApart(units, isPinned, hullOf, [...pushing]);
  for (const [id, box] of units) {
    const frame = frames.get(id);
    if (!frame) {
      places.set(id, box);
      continue;
    }
    frames.set(id, box);
    for (const member of members.get(id) ?? []) {
      const place = places.get(member);
      if (!place) continue;
      places.set(member, { ...place, x: place.x + box.x - frame.x, y: place.y + box.y - frame.y });
    }
  }
}

/** What others come too near to. */
function cramped(places: Places, hull: Hull): string[] {
  const hulls = [...places].map(([id, box]) => ({ id, box: hull(id, box) }));
  return hulls
    .filter(({ id, box }) => hulls.some((other) => other.id !== id && overlap(box, other.box)))
    .map(({ id }) => id);
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

function grew(now: Box | undefined, old: Box | undefined): boolean {
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
