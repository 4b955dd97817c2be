import { fonts } from '../measure.js';
import type { Box, EdgeStyle, PictureEdge, PicturePort, Point } from '../picture.js';
import { overlap } from '../layout/geometry.js';
import { letterWidth } from '../layout/ports.js';
import { changeHalo, changeSign, goneOpacity } from './change.js';
import { escapeXml, short, tag } from './escape.js';
import { along, distance, lengthOf, roundedPath, roundedPieces } from './path.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

const dashes: Readonly<Partial<Record<EdgeStyle, string>>> = {
  derived: '6 4',
  'separate-ways': '2 5',
  publish: '7 4',
  subscribe: '7 4',
  access: '2 3',
};

/** A relation or an edge inside a context, with a wide invisible line that is easy to hit. */
export function edgeSvg(edge: PictureEdge, theme: Theme, ground: string): string {
  const { style, points, change } = edge;
  const line = edgeLine(style, points, edge.arrow, theme, ground, edge.label);
  return tag(
    'g',
    {
      class: `edge ${style}${change === undefined ? '' : ` ${change}`}`,
      'data-arch-id': edge.id,
    },
    tag('title', {}, escapeXml(edge.description)),
    tag('path', {
      d: roundedPath(points, 8),
      fill: 'none',
      stroke: 'transparent',
      'stroke-width': 14,
      class: 'hit',
    }),
    ...(change === undefined ? [] : [changeHalo(change, points, theme)]),
    change === 'removed' ? tag('g', { opacity: goneOpacity }, line) : line,
    ...(change === undefined ? [] : [changeSign(change, points, theme)]),
  );
}

/** The line of an edge with its marks. */
export function edgeLine(
  style: EdgeStyle,
  points: readonly Point[],
  arrow: boolean,
  theme: Theme,
  ground: string,
  label?: Box,
): string {
  const stroke = strokeOf(style, theme);
  const width = style === 'partnership' ? 2.6 : style === 'command' ? 2 : 1.6;
  const drawn = arrow ? shortened(points, 5) : points;
  const base = {
    d: roundedPath(drawn, 8),
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dashes[style],
  };
  switch (style) {
    case 'shared-kernel':
      return (
        tag('path', { ...base, 'stroke-width': 6, class: 'line' }) +
        tag('path', { ...base, 'stroke-width': 3, stroke: ground })
      );
    case 'partnership':
      return (
        tag('path', { ...base, class: 'line' }) +
        dot(points, stroke) +
        dot([...points].reverse(), stroke)
      );
    case 'separate-ways':
      return line(drawn, base) + cross(points, label, stroke);
    default:
      return line(drawn, base) + (arrow ? head(points, style, stroke, ground) : '');
  }
}

/** Dashed lines longer than this are drawn in pieces; for shorter ones it makes no difference. */
const longDashed = 2000;

function line(
  points: readonly Point[],
  { d, ...paint }: Readonly<Record<string, string | number | undefined>>,
): string {
  if (paint['stroke-dasharray'] === undefined || lengthOf(points) <= longDashed)
    return tag('path', { d, ...paint, class: 'line' });
  const pieces = roundedPieces(points, 8).map((piece) => tag('path', { d: piece }));
  return tag('g', { ...paint, class: 'line' }, ...pieces);
}

function strokeOf(style: EdgeStyle, theme: Theme): string {
  if (style === 'publish' || style === 'subscribe') return theme.eventLine;
  if (style === 'use' || style === 'access') return theme.storeLine;
  return style === 'command' ? theme.command : theme.line;
}

const headLength = 9;
const headWidth = 9;

/** Arrow heads are drawn and not referred to, so that a part of the picture stands by itself. */
function head(points: readonly Point[], style: EdgeStyle, stroke: string, ground: string): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const length = distance(before, end) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const back = { x: end.x - headLength * dx, y: end.y - headLength * dy };
  const corner = (side: number) => `${short(back.x - side * dy)} ${short(back.y + side * dx)}`;
  // A command's head is open, as its receiver is free to act later.
  const fill = style === 'command' ? ground : stroke;
  return tag('path', {
    d: `M ${corner(-headWidth / 2)} L ${short(end.x)} ${short(end.y)} L ${corner(headWidth / 2)} Z`,
    fill,
    stroke,
    'stroke-width': 1,
    'stroke-linejoin': 'round',
  });
}

/** The line ends inside the arrow head, so that its tip stays sharp. */
function shortened(points: readonly Point[], by: number): Point[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return [...points];
  const length = distance(before, end);
  const share = length === 0 ? 0 : Math.min(by, length) / length;
  const last = { x: end.x - (end.x - before.x) * share, y: end.y - (end.y - before.y) * share };
  return [...points.slice(0, -1), last];
}

/** A dot near the start of a line, clear of the plate there. */
function dot([start, next]: readonly Point[], fill: string): string {
  if (!start || !next) return '';
  const share = Math.min(1, 7 / (distance(start, next) || 1));
  const cx = start.x + (next.x - start.x) * share;
  const cy = start.y + (next.y - start.y) * share;
  return tag('circle', { cx: Math.round(cx), cy: Math.round(cy), r: 4, fill });
}

/** Where a cross may stand on its line, as shares of its length. */
const crossAt = [0.25, 0.75, 0.15, 0.85, 0.1, 0.9];

/** A cross on a line, clear of its label. */
function cross(points: readonly Point[], label: Box | undefined, stroke: string): string {
  const places = crossAt.map((share) => along(points, share));
  const clear = places.find(
    ({ x, y }) => !label || !overlap({ x: x - 5, y: y - 5, width: 10, height: 10 }, label, 3),
  );
  const at = clear ?? along(points, crossAt[0] ?? 0);
  const d = `M ${short(at.x - 5)} ${short(at.y - 5)} l 10 10 m 0 -10 l -10 10`;
  return tag('path', { d, stroke, 'stroke-width': 2.2, fill: 'none' });
}

/** The label of an edge, on a ground of its own so that the line does not run through the words. */
export function labelSvg(edge: PictureEdge, theme: Theme, ground: string): string {
  const { label, style } = edge;
  if (!label) return '';
  const center = label.x + label.width / 2;
  const fill = style === 'subscribe' || style === 'command' ? strokeOf(style, theme) : theme.muted;
  const lines = label.lines.map((text, index) =>
    textLine(text, center, label.y + (index + 1) * (fonts.label + 4) - 1.5, fonts.label, fill, {
      'text-anchor': 'middle',
    }),
  );
  const { x, y, width, height } = label;
  return tag(
    'g',
    { class: 'edge-label detail', 'data-arch-id': edge.id },
    tag('rect', { x, y, width, height, rx: 3, fill: ground }),
    ...lines,
  );
}

/**
 * The patterns at one end of a relation, as a plate at the border of the box. Upstream ends are
 * filled and downstream ends are outlined, so that the direction shows without reading.
 */
export function portSvg(port: PicturePort, theme: Theme): string {
  const { x, y, width, height, letter, roles } = port;
  const filled = letter !== 'D';
  const split = letter === '' ? 0 : letterWidth;
  const baseline = y + height / 2 + fonts.port * 0.36;
  const word = (text: string, center: number, fill: string) =>
    textLine(text, center, baseline, fonts.port, fill, {
      'text-anchor': 'middle',
      'font-weight': 700,
    });
  const ink = filled ? theme.portText : theme.port;
  return tag(
    'g',
    { class: 'port detail', 'data-arch-id': port.edges[0] ?? port.node },
    tag('rect', {
      x,
      y,
      width,
      height,
      rx: 4,
      fill: filled ? theme.port : theme.portGround,
      stroke: theme.port,
      'stroke-width': 1.3,
    }),
    letter !== '' && roles !== ''
      ? tag('path', {
          d: `M ${String(x + split)} ${String(y + 3)} v ${String(height - 6)}`,
          stroke: ink,
          'stroke-width': 0.8,
        })
      : '',
    letter === '' ? '' : word(letter, x + split / 2, ink),
    roles === '' ? '' : word(roles, x + split + (width - split) / 2, ink),
  );
}
