import type { PictureNode } from '../../src/diagram/picture.js';
import type { FindingsMark } from '../../src/protocol/context-map.js';

const signs: Readonly<Record<string, string>> = { error: '✕', warning: '!', info: 'i' };

/** The number of findings on a box, with a sign for the gravest one. */
export function badge({ width }: PictureNode, { severity, count }: FindingsMark): SVGElement {
  const words = `${signs[severity] ?? ''} ${String(count)}`;
  const room = 14 + words.length * 6.5;
  const group = svgElement('g', {
    class: `badge ${severity}`,
    transform: `translate(${String(width - room + 10)} -11)`,
  });
  const text = svgElement('text', { x: room / 2, y: 15.5, 'text-anchor': 'middle' });
  text.textContent = words;
  group.append(svgElement('rect', { width: room, height: 22, rx: 11 }), text);
  return group;
}

function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const created = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}
