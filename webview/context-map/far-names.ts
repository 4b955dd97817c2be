import { BoxIndex } from '../../src/diagram/box-index.js';
import { largestName, lineHeight } from '../../src/diagram/largest-name.js';
import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, Picture, PictureNode } from '../../src/diagram/picture.js';
import { placedOverlay } from '../../src/diagram/svg/overlay.js';
import { nameSize } from '../../src/diagram/svg/words-place.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { spacing } from '../../src/diagram/measure.js';
import { badgeBox } from './badge.js';
import { grownFrom } from './far-marks.js';
import type { Scene } from './scene.js';

const namespace = 'http://www.w3.org/2000/svg';
/** The largest size of type on the map; most boxes have no room for it. */
const most = 40;
/** Between names and the borders of boxes, in pixels. */
const padding = { across: 6, down: 3 } as const;
/** Between a name and the mark of an overlay, or a badge, at its box. */
const gap = 3;
/** How much smaller than near by a name may be where they take of its room. */
const shared = 0.7;
/** Height of what is above the inside of an opened context or a frame. */
const header = 44;

/**
 * Names for maps seen from afar. Where marks, patterns and details are too small to be read, the name
 * has its box to itself and is written as large as fits. Made when first needed.
 */
export class FarNames {
  readonly #scene: Scene;
  #nodes: readonly PictureNode[] = [];
  /** Where an overlay has something to say at boxes, by their ids. */
  #marks: () => ReadonlyMap<string, Box> = () => none;
  /** What leaves each name its room; a box that is drawn anew has no name yet. */
  readonly #named = new WeakMap<Element, string>();
  #isWritten = true;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  show(picture: Picture): void {
    this.#nodes = picture.nodes;
    const { overlay } = picture;
    this.#marks = () =>
      overlay === undefined
        ? none
        : new Map(
            placedOverlay(overlay, picture).marks.map(({ mark, place }) => [mark.node, place]),
          );
    this.#isWritten = false;
  }

  /** Writes those that are missing, and those whose room has changed. */
  write(): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    const marks = this.#marks();
    const taken = new BoxIndex<Box>();
    for (const node of this.#nodes) {
      const badge = this.#badgeOf(node);
      const [mark, count] = [marks.get(node.id), badge && badgeBox(badge)];
      for (const grown of [
        ...grownFrom(this.#scene.element(`mark ${node.id}`), mark, node, count),
        ...grownFrom(badge, count, node, mark),
      ])
        taken.add(grown, grown);
    }
    for (const node of this.#nodes) {
      const part = node.shape === 'group' ? 'name' : 'node';
      const element = this.#scene.element(`${part} ${node.id}`);
      if (!element) continue;
      const boxes = taken.overlapping(roomOf(node));
      const key = boxes.map(({ x, y, width }) => [x, y, width].join()).join(';');
      if (this.#named.get(element) === key) continue;
      this.#named.set(element, key);
      for (const line of element.querySelectorAll(':scope > .far-name')) line.remove();
      // Below what stands at the border, as a badge.
      const above = element.querySelector(':scope > g.badge');
      for (const line of linesOf(node, boxes)) element.insertBefore(line, above);
    }
  }

  #badgeOf({ id }: PictureNode): SVGElement | null | undefined {
    return this.#scene.element(`node ${id}`)?.querySelector<SVGElement>(':scope > g.badge');
  }
}

const none: ReadonlyMap<string, Box> = new Map();

/** @param taken by what stands at borders of boxes, this one's or those beside it */
function linesOf(node: PictureNode, taken: readonly Box[]): SVGElement[] {
  const name = node.name.join('');
  const { room, found } = taken
    .reduce((rooms, box) => rooms.flatMap((room) => roomsBeside(room, box)), [roomOf(node)])
    .map((room) => ({ room, found: largestName(name, room, most) }))
    .reduce((best, one) => (one.found.size > best.found.size ? one : best));
  // Rather a little smaller than covered by what it has to share its box with.
  const fits = found.size > nameSize(node) * (taken.length > 0 ? shared : 1);
  const lines = fits ? found.lines : node.name;
  const size = fits ? found.size : nameSize(node);
  const headed = isHeaded(node);
  const top = room.y + (room.height - lines.length * size * lineHeight) / 2;
  return lines.map((text, index) => {
    const line = document.createElementNS(namespace, 'text');
    const attributes: Readonly<Record<string, string | number>> = {
      class: 'far-name',
      x: headed ? room.x : room.x + room.width / 2,
      y: Math.round((top + (index * lineHeight + 0.86) * size) * 10) / 10,
      'font-size': size,
      'font-weight': 700,
      fill: variableTheme.text,
      'unicode-bidi': 'isolate',
      ...(headed ? {} : { 'text-anchor': 'middle' }),
      ...(node.ghost ? { 'font-style': 'italic' } : {}),
      ...(node.change === 'removed' ? { 'text-decoration': 'line-through' } : {}),
    };
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value));
    line.textContent = text;
    return line;
  });
}

/** What a box leaves free of a room: all of it, or what is above, below, left and right of the box. */
function roomsBeside(room: Box, box: Box): Box[] {
  if (!overlap(room, box, gap)) return [room];
  const [right, bottom] = [room.x + room.width, room.y + room.height];
  const above = box.y - gap - room.y;
  const below = bottom - (box.y + box.height + gap);
  const before = box.x - gap - room.x;
  const behind = right - (box.x + box.width + gap);
  const rooms = [
    { ...room, height: above },
    { ...room, y: bottom - below, height: below },
    { ...room, width: before },
    { ...room, x: right - behind, width: behind },
  ].filter(({ width, height }) => width > 0 && height > 0);
  return rooms.length > 0 ? rooms : [room];
}

/** Opened contexts and frames have their name above what is in them. */
function isHeaded({ open, shape }: PictureNode): boolean {
  return open || shape === 'group';
}

function roomOf(node: PictureNode): Box {
  const { x, y, width, height, shape } = node;
  if (isHeaded(node)) return { x: x + 14, y: y + 4, width: width - 28, height: header - 6 };
  // What the shape itself needs: a head and shoulders, a lid, bars and waves.
  const top = shape === 'actor' ? spacing.person : shape === 'store' ? 12 : 0;
  const side = shape === 'external' || shape === 'event' || shape === 'big-ball-of-mud' ? 8 : 0;
  return {
    x: x + padding.across + side,
    y: y + top + padding.down,
    width: width - 2 * (padding.across + side),
    height: height - top - 2 * padding.down,
  };
}
