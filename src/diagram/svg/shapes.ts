import { fonts } from '../measure.js';
import type { PictureNode } from '../picture.js';
import { escapeXml, tag } from './escape.js';
import type { Theme } from './theme.js';

const family = "'Helvetica Neue', Helvetica, Arial, sans-serif";

/** One box with its words. */
export function nodeSvg(node: PictureNode, theme: Theme): string {
  const [fill, stroke] = coloursOf(node, theme);
  return tag(
    'g',
    {
      class: `node ${node.shape}`,
      'data-arch-id': node.id,
      transform: `translate(${String(node.x)} ${String(node.y)})`,
    },
    tag('title', {}, escapeXml(node.description)),
    outline(node, fill, stroke),
    node.open ? openWords(node, theme, stroke) : words(node, theme, stroke),
  );
}

function coloursOf(node: PictureNode, theme: Theme): [string, string] {
  switch (node.shape) {
    case 'external':
    case 'actor':
      return [theme.external, theme.externalLine];
    case 'service':
      return [theme.service, theme.serviceLine];
    case 'event':
      return [theme.event, theme.eventLine];
    case 'store':
      return [theme.store, theme.storeLine];
    default:
      if (node.subdomain === 'core') return [theme.core, theme.coreLine];
      if (node.subdomain === 'supporting') return [theme.supporting, theme.supportingLine];
      if (node.subdomain === 'generic') return [theme.generic, theme.genericLine];
      return [theme.plain, theme.plainLine];
  }
}

function outline(node: PictureNode, fill: string, stroke: string): string {
  const { width: w, height: h, shape } = node;
  const paint = { fill, stroke, 'stroke-width': node.subdomain === 'core' ? 2.5 : 1.5 };
  const opacity = node.open ? 0.55 : undefined;
  switch (shape) {
    case 'big-ball-of-mud':
      return tag('path', { ...paint, d: mud(w, h), 'stroke-linejoin': 'round', 'fill-opacity': opacity });
    case 'external':
      return (
        tag('rect', { ...paint, width: w, height: h, rx: 2 }) +
        tag('path', { d: `M 7 0 V ${String(h)} M ${String(w - 7)} 0 V ${String(h)}`, stroke, 'stroke-width': 1, fill: 'none' })
      );
    case 'actor':
      return tag('rect', { ...paint, width: w, height: h, rx: h / 2 });
    case 'store': {
      const r = 7;
      const d = `M 0 ${String(r)} A ${String(w / 2)} ${String(r)} 0 0 1 ${String(w)} ${String(r)} V ${String(h - r)} A ${String(w / 2)} ${String(r)} 0 0 1 0 ${String(h - r)} Z`;
      const lid = `M 0 ${String(r)} A ${String(w / 2)} ${String(r)} 0 0 0 ${String(w)} ${String(r)}`;
      return tag('path', { ...paint, d }) + tag('path', { d: lid, fill: 'none', stroke, 'stroke-width': 1.5 });
    }
    case 'event': {
      const fold = 12;
      const d = `M 0 0 H ${String(w)} V ${String(h - fold)} L ${String(w - fold)} ${String(h)} H 0 Z`;
      const corner = `M ${String(w)} ${String(h - fold)} H ${String(w - fold)} V ${String(h)}`;
      return tag('path', { ...paint, d }) + tag('path', { d: corner, fill: 'none', stroke, 'stroke-width': 1 });
    }
    case 'legacy':
      return tag('rect', { ...paint, width: w, height: h, rx: 10, 'stroke-dasharray': '9 4', 'fill-opacity': opacity });
    case 'service':
      return (
        tag('rect', { ...paint, width: w, height: h, rx: 5, 'stroke-width': 1.3 }) +
        (node.serviceKind === 'gateway' || node.serviceKind === 'bff'
          ? tag('rect', { x: 3, y: 3, width: w - 6, height: h - 6, rx: 3, fill: 'none', stroke, 'stroke-width': 0.8 })
          : '')
      );
    default:
      return tag('rect', { ...paint, width: w, height: h, rx: 14, 'fill-opacity': opacity });
  }
}

/** A wavy outline: a big ball of mud has no clear border. */
function mud(width: number, height: number): string {
  const wave = (length: number) => Math.max(3, Math.round(length / 26));
  const side = (count: number, dx: number, dy: number, bend: number) =>
    Array.from({ length: count }, (_, i) => {
      const sign = i % 2 === 0 ? 1 : -1;
      const [cx, cy] = dx === 0 ? [sign * bend, dy / 2] : [dx / 2, sign * bend];
      return `q ${cx.toFixed(1)} ${cy.toFixed(1)} ${dx.toFixed(1)} ${dy.toFixed(1)}`;
    }).join(' ');
  const across = wave(width);
  const down = wave(height);
  return `M 0 0 ${side(across, width / across, 0, -5)} ${side(down, 0, height / down, 5)} ${side(across, -width / across, 0, 5)} ${side(down, 0, -height / down, -5)} Z`;
}

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return tag(
    'text',
    { x, y, 'font-size': size, fill, 'font-family': family, 'unicode-bidi': 'isolate', ...attributes },
    escapeXml(text),
  );
}

function words(node: PictureNode, theme: Theme, stroke: string): string {
  const inner = node.shape === 'service' || node.shape === 'store' || node.shape === 'event';
  const size = inner ? fonts.inner : fonts.name;
  const center = node.width / 2;
  const middle = { 'text-anchor': 'middle' };
  const textHeight =
    (node.mark === '' ? 0 : fonts.mark + 6) +
    node.name.length * (size + 4) +
    (node.details.length > 0 ? 3 + node.details.length * (fonts.detail + 4) : 0);
  let y = (node.height - textHeight) / 2 + (node.shape === 'store' ? 4 : 0);
  let result = '';
  if (node.mark !== '') {
    result += line(node.mark.toUpperCase(), center, y + fonts.mark, fonts.mark, stroke, {
      ...middle, 'font-weight': 700, 'letter-spacing': 0.6, class: 'detail',
    });
    y += fonts.mark + 6;
  }
  for (const part of node.name) {
    result += line(part, center, y + size, size, theme.text, { ...middle, 'font-weight': 700 });
    y += size + 4;
  }
  y += node.details.length > 0 ? 3 : 0;
  for (const part of node.details) {
    result += line(part, center, y + fonts.detail, fonts.detail, theme.muted, { ...middle, class: 'detail' });
    y += fonts.detail + 4;
  }
  return result;
}

/** An opened context carries its name at the top left, above its inside. */
function openWords(node: PictureNode, theme: Theme, stroke: string): string {
  const mark =
    node.mark === ''
      ? ''
      : line(node.mark.toUpperCase(), 16, 20, fonts.mark, stroke, { 'font-weight': 700, 'letter-spacing': 0.6 });
  const y = node.mark === '' ? 26 : 38;
  return mark + line(node.name.join(''), 16, y, fonts.name, theme.text, { 'font-weight': 700 });
}

export { family, line };
