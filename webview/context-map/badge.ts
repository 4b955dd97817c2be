import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, PictureNode } from '../../src/diagram/picture.js';
import type { FindingsMark } from '../../src/protocol/context-map.js';

const signs: Readonly<Record<string, string>> = { error: '×', warning: '!', info: 'i' };

const height = 22;
/** Between places that are tried, in pixels. */
const step = 8;
/** How far beyond its box a badge may stand. */
const furthest = 10 + 4 * step;

/**
 * The number of findings on a box, with a sign for the gravest one: at the first corner, from the top
 * right, where it covers nothing, else beside what stands there.
 *
 * @param taken where words and plates of the box and marks of an overlay stand
 */
export function badge(
  node: PictureNode,
  taken: readonly Box[],
  { severity, count }: FindingsMark,
): SVGElement {
  const words = `${signs[severity] ?? ''} ${String(count)}`;
  const room = 14 + words.length * 6.5;
  const [left, right] = [node.x - 10, node.x + node.width - room + 10];
  const [top, bottom] = [node.y - height / 2, node.y + node.height - height / 2];
  // Further out, where it still touches the corner.
  const aside = [1, 2, 3, 4].map((steps) => steps * step);
  const places = [
    { x: right, y: top },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
    ...aside.flatMap((by) => [
      { x: right + by, y: top },
      { x: left - by, y: top },
      { x: right + by, y: bottom },
      { x: left - by, y: bottom },
    ]),
  ];
  const free = places.find(({ x, y }) => {
    const box = { x, y, width: room, height };
    return !taken.some((other) => overlap(box, other));
  });
  const at = free ?? { x: right, y: top };
  const group = svgElement('g', {
    class: `badge ${severity}`,
  });
  const text = svgElement('text', { x: at.x + room / 2, y: at.y + 15.5, 'text-anchor': 'middle' });
  text.textContent = words;
  group.append(svgElement('rect', { ...at, width: room, height, rx: height / 2 }), text);
  return group;
}

/** Within it the badge of a box stands, however many findings it counts. */
export function badgeRoom({ x, y, width, height: down }: Box): Box {
  const across = width + 2 * furthest;
  return { x: x - furthest, y: y - height, width: across, height: down + 2 * height };
}

/** Where a badge stands, in the picture's coordinates. */
export function badgeBox(drawn: SVGElement): Box {
  const plate = drawn.querySelector('rect');
  const of = (name: string) => Number(plate?.getAttribute(name));
  return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
}

function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const created = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}
