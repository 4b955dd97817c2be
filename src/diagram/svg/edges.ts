import { fonts } from '../measure.js';
import type { EdgeStyle, PictureEdge, PicturePort, Point } from '../picture.js';
import { escapeXml, tag } from './escape.js';
import { line } from './shapes.js';
import type { Theme } from './theme.js';

const dashes: Readonly<Partial<Record<EdgeStyle, string>>> = {
  derived: '6 4',
  'separate-ways': '2 5',
  publish: '7 4',
  subscribe: '7 4',
  access: '2 3',
};

/** A relation or an edge inside a context: a line with rounded corners, and its mark. */
export function edgeSvg(edge: PictureEdge, theme: Theme): string {
  const { style, points } = edge;
  const stroke = style === 'publish' || style === 'subscribe' ? theme.eventLine : style === 'use' ? theme.storeLine : theme.line;
  const width = style === 'partnership' || style === 'shared-kernel' ? 2.4 : 1.6;
  const d = rounded(points, 8);
  const base = { d, fill: 'none', stroke, 'stroke-width': width, 'stroke-dasharray': dashes[style] };
  const marks =
    style === 'shared-kernel'
      ? tag('path', { ...base, 'stroke-width': 6, class: 'line' }) +
        tag('path', { ...base, 'stroke-width': 3, stroke: theme.background })
      : tag('path', {
          ...base,
          class: 'line',
          'marker-end': edge.arrow ? `url(#${arrowId(style)})` : undefined,
          'marker-start': style === 'partnership' ? 'url(#dot)' : undefined,
          ...(style === 'partnership' ? { 'marker-end': 'url(#dot)' } : {}),
        });
  return tag(
    'g',
    { class: `edge ${style}`, 'data-arch-id': edge.id },
    tag('title', {}, escapeXml(edge.description)),
    tag('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 14, class: 'hit' }),
    marks,
    style === 'separate-ways' ? cross(points, stroke) : '',
  );
}

function arrowId(style: EdgeStyle): string {
  if (style === 'publish' || style === 'subscribe') return 'arrow-event';
  return style === 'command' ? 'arrow-command' : 'arrow';
}

/** Arrow heads and dots, used by reference. */
export function markers(theme: Theme): string {
  const arrow = (id: string, fill: string) =>
    tag(
      'marker',
      { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto' },
      tag('path', { d: 'M 0 0.8 L 10 5 L 0 9.2 Z', fill }),
    );
  const open = tag(
    'marker',
    { id: 'arrow-command', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 11, markerHeight: 11, markerUnits: 'userSpaceOnUse', orient: 'auto' },
    tag('path', { d: 'M 1 1 L 9 5 L 1 9', fill: 'none', stroke: theme.line, 'stroke-width': 1.6 }),
  );
  const dot = tag(
    'marker',
    { id: 'dot', viewBox: '0 0 10 10', refX: 5, refY: 5, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse' },
    tag('circle', { cx: 5, cy: 5, r: 4, fill: theme.line }),
  );
  return tag('defs', {}, arrow('arrow', theme.line), arrow('arrow-event', theme.eventLine), open, dot);
}

/** The label of an edge, on a ground of its own so that the line does not run through the words. */
export function labelSvg(edge: PictureEdge, theme: Theme): string {
  const { label } = edge;
  if (!label) return '';
  const center = label.x + label.width / 2;
  const lines = label.lines.map((text, index) =>
    line(text, center, label.y + 2 + (index + 1) * (fonts.label + 4) - 3, fonts.label, theme.muted, {
      'text-anchor': 'middle',
    }),
  );
  const ground = tag('rect', {
    x: label.x, y: label.y, width: label.width, height: label.height, rx: 3, fill: theme.background,
  });
  return tag('g', { class: 'edge-label detail', 'data-arch-id': edge.id }, ground, ...lines);
}

/** The patterns at one end of a relation, as a plate at the border of the box. */
export function portSvg(port: PicturePort, theme: Theme): string {
  const { x, y, width, height, label } = port;
  const owner = port.edges[0] ?? port.node;
  return tag(
    'g',
    { class: 'port detail', 'data-arch-id': owner },
    tag('rect', { x, y, width, height, rx: 4, fill: theme.port }),
    line(label, x + width / 2, y + height / 2 + fonts.port * 0.36, fonts.port, theme.portText, {
      'text-anchor': 'middle', 'font-weight': 700, 'xml:space': 'preserve',
    }),
  );
}

function cross(points: readonly Point[], stroke: string): string {
  const at = along(points, 0.25);
  const d = `M ${String(at.x - 5)} ${String(at.y - 5)} l 10 10 m 0 -10 l -10 10`;
  return tag('path', { d, stroke, 'stroke-width': 2.2, fill: 'none' });
}

/** The point at a share of the length of a line. */
export function along(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, i) => distance(points[i] ?? to, to));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, length] of lengths.entries()) {
    const from = points[i];
    const to = points[i + 1];
    if (!from || !to) break;
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** A path through the points whose corners are rounded. */
function rounded(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M ${String(first.x)} ${String(first.y)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    const previous = index === 0 ? first : rest[index - 1];
    if (!next || !previous) {
      d += ` L ${String(point.x)} ${String(point.y)}`;
      continue;
    }
    const r = Math.min(radius, distance(previous, point) / 2, distance(point, next) / 2);
    const before = toward(point, previous, r);
    const after = toward(point, next, r);
    d += ` L ${coordinates(before)} Q ${coordinates(point)} ${coordinates(after)}`;
  }
  return d;
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}

function coordinates({ x, y }: Point): string {
  return `${String(Math.round(x * 2) / 2)} ${String(Math.round(y * 2) / 2)}`;
}
