import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, Picture, PictureNode } from '../../src/diagram/picture.js';
import { lettering } from '../../src/diagram/svg/text.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { textWidth } from '../../src/diagram/text-metrics.js';
import { busiestFirst } from './focus.js';

const namespace = 'http://www.w3.org/2000/svg';
/** Below this scale no name can be read in its box. */
const farScale = 0.2;
/** In pixels of the screen. */
const size = { group: 12, context: 10.5 } as const;
const padding = 3;
const gap = 10;
/** Between a plate and the edge of the map. */
const margin = 2;

type Size = Pick<Box, 'width' | 'height'>;

interface Landmark {
  readonly node: PictureNode;
  /** Where its plate stands, in the picture's coordinates. */
  readonly plate: Box;
  /** Size of type in the picture's coordinates. */
  readonly size: number;
}

/**
 * Names to find one's way by on a map that is too far away for names in boxes, as those of cities:
 * of the same size at each scale, frames first, then the contexts with the most relations, as many as
 * there is room for without one covering another.
 */
export class Landmarks {
  /** A drawing of its own, so that a large map is not drawn anew when they change. */
  readonly #root = document.createElementNS(namespace, 'svg');
  #nodes: readonly PictureNode[] = [];
  #size = { width: 0, height: 0 };
  #drawn = '';

  /** @param content where the map is drawn */
  constructor(content: HTMLElement) {
    this.#root.setAttribute('class', 'landmarks');
    // Boxes have names of their own.
    this.#root.setAttribute('aria-hidden', 'true');
    for (const [name, value] of Object.entries(lettering)) this.#root.setAttribute(name, value);
    content.append(this.#root);
  }

  show(picture: Picture): void {
    const groups = picture.nodes.filter(({ shape }) => shape === 'group');
    this.#nodes = [...groups, ...busiestFirst(picture)];
    this.#size = picture;
  }

  /** @param seen in the picture's coordinates */
  look(seen: Box, scale: number): void {
    const marks = scale < farScale ? chosen(this.#nodes, this.#size, seen, scale) : [];
    // To draw a large map anew takes time, so only where something is new.
    const key = JSON.stringify(marks.map(({ node, plate }) => [node.id, plate]));
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#root.replaceChildren(...marks.flatMap(drawn));
  }
}

function chosen(nodes: readonly PictureNode[], map: Size, seen: Box, scale: number): Landmark[] {
  const marks: Landmark[] = [];
  for (const node of nodes) {
    if (!overlap(node, seen)) continue;
    const mark = landmark(node, map, scale);
    if (marks.every(({ plate }) => !overlap(plate, mark.plate, gap / scale))) marks.push(mark);
  }
  return marks;
}

/** In the middle of its box, or above the inside of a frame; not beyond the map, where it is cut. */
function landmark(node: PictureNode, map: Size, scale: number): Landmark {
  const isGroup = node.shape === 'group';
  const type = (isGroup ? size.group : size.context) / scale;
  const width = textWidth(node.name.join(''), type, 'bold') + (2 * padding) / scale;
  const height = type + (2 * padding) / scale;
  const x = isGroup ? node.x : node.x + (node.width - width) / 2;
  const y = isGroup ? node.y - height / 2 : node.y + (node.height - height) / 2;
  const within = (from: number, length: number, room: number) =>
    Math.max(margin / scale, Math.min(from, room - length - margin / scale));
  const plate = {
    x: within(x, width, map.width),
    y: within(y, height, map.height),
    width,
    height,
  };
  return { node, size: type, plate };
}

function drawn({ node, plate, size: type }: Landmark): SVGElement[] {
  const ground = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries(plate)) ground.setAttribute(name, String(value));
  ground.setAttribute('rx', String(plate.height / 5));
  ground.setAttribute('fill', variableTheme.background);
  ground.setAttribute('stroke', variableTheme.groupLine);
  ground.setAttribute('stroke-width', String(type / 16));
  const text = document.createElementNS(namespace, 'text');
  const attributes = {
    x: plate.x + plate.width / 2,
    y: plate.y + plate.height / 2 + type * 0.36,
    'font-size': type,
    'font-weight': 700,
    fill: variableTheme.text,
    'text-anchor': 'middle',
    'unicode-bidi': 'isolate',
  };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
  text.textContent = node.name.join('');
  return [ground, text];
}
