import { largestName, lineHeight } from '../../src/diagram/largest-name.js';
import type { Box, Picture, PictureNode } from '../../src/diagram/picture.js';
import { nameSize } from '../../src/diagram/svg/words-place.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { spacing } from '../../src/diagram/measure.js';
import type { Scene } from './scene.js';

const namespace = 'http://www.w3.org/2000/svg';
/** The largest size of type on the map; most boxes have no room for it. */
const most = 40;
/** Between names and the borders of boxes, in pixels. */
const padding = { across: 6, down: 3 } as const;
/** What a mark at the lower border takes, in pixels. */
const markRoom = 9;
/** Height of what is above the inside of an opened context or a frame. */
const header = 44;

/**
 * Names for maps seen from afar. Where marks, patterns and details are too small to be read, the name
 * has its box to itself and is written as large as fits. Made when first needed.
 */
export class FarNames {
  readonly #scene: Scene;
  #nodes: readonly PictureNode[] = [];
  /** Boxes at whose lower border an overlay has something to say. */
  #marked: ReadonlySet<string> = new Set();
  /** Boxes that have theirs; those that are drawn anew have it no longer. */
  #named = new WeakSet<Element>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  show({ nodes, overlay }: Picture): void {
    this.#nodes = nodes;
    const marked = new Set(overlay?.marks.map(({ node }) => node));
    // Room for names comes and goes with marks.
    if (marked.size > 0 || this.#marked.size > 0) this.#clear();
    this.#marked = marked;
  }

  #clear(): void {
    this.#named = new WeakSet();
    for (const line of this.#scene.root.querySelectorAll('.far-name')) line.remove();
  }

  /** Writes those that are missing. */
  write(): void {
    for (const node of this.#nodes) {
      const part = node.shape === 'group' ? 'name' : 'node';
      const element = this.#scene.element(`${part} ${node.id}`);
      if (!element || this.#named.has(element)) continue;
      this.#named.add(element);
      // Below what stands at the border, as a badge.
      const above = element.querySelector(':scope > g.badge');
      for (const line of linesOf(node, this.#marked.has(node.id)))
        element.insertBefore(line, above);
    }
  }
}

function linesOf(node: PictureNode, isMarked: boolean): SVGElement[] {
  const whole = roomOf(node);
  const room = isMarked ? { ...whole, height: whole.height - markRoom } : whole;
  const found = largestName(node.name.join(''), room, most);
  const fits = found.size > nameSize(node);
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
