import { overlap } from '../layout/geometry.js';
import { frame } from '../layout/frame.js';
import { fonts } from '../measure.js';
import { legendFont } from '../legend.js';
import type {
  Box,
  Overlay,
  OverlayMark,
  OverlayStep,
  Picture,
  PictureNode,
  Point,
} from '../picture.js';
import { textWidth } from '../text-metrics.js';
import { changeDot } from './change.js';
import { escapeXml, tag } from './escape.js';
import type { Part } from './part.js';
import { along } from './path.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** Colours of marks, readable with white words on every theme (Paul Tol's muted scheme, darkened). */
const tones = [
  '#332288',
  '#117733',
  '#882255',
  '#7a5c00',
  '#0b6e8a',
  '#a13a4a',
  '#5b4a8a',
  '#4d5a2a',
];

/** The overlay of a picture, if it has one. */
export function overlayParts(picture: Picture, theme: Theme): Part[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const ported = new Set(
    picture.ports.flatMap(({ side, node }) => (side === 'bottom' ? node : [])),
  );
  return [
    {
      key: 'overlay title',
      svg: titleSvg(overlay, theme),
    },
    ...overlay.marks.flatMap((mark) => {
      const node = nodes.get(mark.node);
      return node
        ? [{ key: `mark ${mark.node}`, svg: markSvg(mark, node, ported.has(node.id), theme) }]
        : [];
    }),
    ...stepParts(overlay.steps, picture, nodes, theme),
  ];
}

const titleFont = 12.5;

/** What lies over the map, and what its marks of changes mean. */
function titleSvg({ title, key = [] }: Overlay, theme: Theme): string {
  const y = frame.margin + 40;
  const own = textLine(title, frame.margin, y, titleFont, theme.muted, { class: 'overlay' });
  let x = frame.margin + textWidth(title, titleFont) + 24;
  const entries = key.map(({ change, text }) => {
    const entry =
      changeDot(change, x, y - 4, theme) +
      textLine(text, x + 14, y, legendFont, theme.muted, { class: 'overlay' });
    x += 14 + textWidth(text, legendFont) + 24;
    return entry;
  });
  return entries.length === 0 ? own : tag('g', { class: 'overlay' }, own, ...entries);
}

function markSvg(
  { text, tone, change }: OverlayMark,
  node: PictureNode,
  ported: boolean,
  theme: Theme,
): string {
  const width = textWidth(text, fonts.port, 'bold') + 14;
  const x = node.x + node.width / 2 - width / 2;
  // Patterns at the lower edge stay readable above it.
  const overlap = node.rows.length > 0 ? -3 : -10;
  const y = node.open ? node.y + 8 : node.y + node.height + (ported ? 22 : overlap);
  const { fill, ink } =
    change !== undefined
      ? { fill: theme[change], ink: theme.background }
      : tone === undefined
        ? { fill: theme.portGround, ink: theme.port }
        : { fill: tones[tone % tones.length], ink: '#ffffff' };
  return tag(
    'g',
    { class: 'overlay mark', 'pointer-events': 'none' },
    tag('rect', { x, y, width, height: 19, rx: 9.5, fill, stroke: theme.port, 'stroke-width': 1 }),
    textLine(text, x + width / 2, y + 13.5, fonts.port, ink, {
      'text-anchor': 'middle',
      'font-weight': 700,
    }),
  );
}

/** Steps that take the same way stand one after the other on it. */
function stepParts(
  steps: readonly OverlayStep[],
  picture: Picture,
  nodes: ReadonlyMap<string, PictureNode>,
  theme: Theme,
): Part[] {
  const ways = new Map<string, OverlayStep[]>();
  for (const step of steps) {
    const key = [step.from, step.to].sort().join(' ');
    ways.set(key, [...(ways.get(key) ?? []), step]);
  }
  // Numbers stand clear of patterns, of the words on lines, and of each other.
  const taken: Box[] = [...picture.ports, ...picture.edges.flatMap(({ label }) => label ?? [])];
  return steps.flatMap((step) => {
    const way = ways.get([step.from, step.to].sort().join(' ')) ?? [step];
    const share = (way.indexOf(step) + 1) / (way.length + 1);
    const route = routeOf(step, picture, nodes);
    if (!route) return [];
    const at = clearPlace(placesOn(route, share), taken);
    taken.push(aroundStep(at));
    const line = route.drawn
      ? ''
      : tag('path', {
          d: `M ${route.points.map(({ x, y }) => `${String(x)} ${String(y)}`).join(' L ')}`,
          fill: 'none',
          stroke: theme.command,
          'stroke-width': 2,
          'stroke-dasharray': '1 5',
          'stroke-linecap': 'round',
        });
    return [{ key: `step ${String(step.number)}`, svg: stepSvg(step, at, line, theme) }];
  });
}

const stepRadius = 11;

function aroundStep({ x, y }: Point): Box {
  const size = 2 * stepRadius;
  return { x: x - stepRadius, y: y - stepRadius, width: size, height: size };
}

/** The first place where a number covers nothing, else the first one. */
function clearPlace(places: readonly Point[], taken: readonly Box[]): Point {
  const clear = places.find((at) => !taken.some((box) => overlap(aroundStep(at), box, 1)));
  return clear ?? places[0] ?? { x: 0, y: 0 };
}

/** Places for a number on a way: at a share of its length, then further and further from there. */
function placesOn({ points, box }: Way, share: number): Point[] {
  if (box) return placesAround(box, share);
  const steps = Array.from({ length: 12 }, (_, index) => (index + 1) * 0.04);
  return [0, ...steps.flatMap((by) => [-by, by])]
    .map((by) => share + by)
    .filter((at) => at > 0.03 && at < 0.97)
    .map((at) => along(points, at));
}

/** Places at the upper side of a box, from the right, at its lower side, and at the others. */
function placesAround({ x, y, width, height }: Box, share: number): Point[] {
  const apart = 8;
  const along = (from: number, length: number) =>
    Array.from(
      { length: Math.max(0, Math.floor((length - 24) / apart)) },
      (_, index) => from + 12 + apart * index,
    );
  const across = [x + width - 60 + 60 * share, ...along(x, width).reverse()];
  const down = along(y, height);
  return [
    ...[y, y + height].flatMap((at) => across.map((one) => ({ x: one, y: at }))),
    ...[x + width, x].flatMap((at) => down.map((one) => ({ x: at, y: one }))),
  ];
}

function stepSvg(
  { number, text }: OverlayStep,
  { x, y }: Point,
  line: string,
  theme: Theme,
): string {
  return tag(
    'g',
    { class: 'overlay step' },
    tag('title', {}, escapeXml(`${String(number)}. ${text}`)),
    line,
    tag('circle', {
      cx: x,
      cy: y,
      r: stepRadius,
      fill: theme.command,
      stroke: theme.background,
      'stroke-width': 2,
    }),
    textLine(String(number), x, y + 4, 11.5, theme.background, {
      'text-anchor': 'middle',
      'font-weight': 700,
    }),
  );
}

/** What a step takes: an edge, a line of its own where there is none, or a box alone. */
interface Way {
  readonly points: readonly Point[];
  readonly drawn: boolean;
  readonly box?: Box;
}

/** The edge between two boxes, or a straight line where there is none. */
function routeOf(
  { from, to }: OverlayStep,
  { edges }: Picture,
  nodes: ReadonlyMap<string, PictureNode>,
): Way | undefined {
  const [a, b] = [nodes.get(from), nodes.get(to)];
  if (!a || !b) return undefined;
  if (a === b) return { points: [], drawn: true, box: a };
  const forth = edges.find((edge) => edge.from === from && edge.to === to);
  if (forth) return { points: forth.points, drawn: true };
  const back = edges.find((edge) => edge.from === to && edge.to === from);
  if (back) return { points: [...back.points].reverse(), drawn: true };
  return { points: [border(a, b), border(b, a)], drawn: false };
}

/** Where the line to another box's middle leaves a box. */
function border(box: PictureNode, other: PictureNode): Point {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const dx = other.x + other.width / 2 - x;
  const dy = other.y + other.height / 2 - y;
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: Math.round(x + dx * share), y: Math.round(y + dy * share) };
}
