import { frame } from '../layout/frame.js';
import { textWidth } from '../text-metrics.js';
import type { Picture } from '../picture.js';
import { tag } from './escape.js';
import { line } from './shapes.js';
import type { Theme } from './theme.js';

interface Entry {
  readonly text: string;
  readonly symbol: (x: number, y: number) => string;
}

const size = 10.5;

/** What the colours and lines of this picture mean; only what occurs in it. */
export function legendSvg(picture: Picture, theme: Theme): string {
  const entries = entriesOf(picture, theme);
  const limit = picture.width - frame.margin;
  let x = frame.margin;
  let y = picture.height - frame.margin - 24;
  let result = '';
  for (const { text, symbol } of entries) {
    const width = 26 + textWidth(text, size) + 18;
    if (x + width > limit && x > frame.margin) {
      x = frame.margin;
      y += 20;
    }
    result += symbol(x, y) + line(text, x + 26, y + 4, size, theme.muted);
    x += width;
  }
  return tag('g', { class: 'legend' }, result);
}

function entriesOf({ nodes, edges, ports }: Picture, theme: Theme): Entry[] {
  const box = (fill: string, stroke: string) => (x: number, y: number) =>
    tag('rect', { x, y: y - 6, width: 18, height: 12, rx: 3, fill, stroke, 'stroke-width': 1.3 });
  const stroke = (colour: string, dash?: string, width = 1.6) => (x: number, y: number) =>
    tag('path', { d: `M ${String(x)} ${String(y)} h 20`, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash, fill: 'none' });
  const has = (style: string) => edges.some((edge) => edge.style === style);
  const entries: (Entry | undefined)[] = [
    nodes.some(({ subdomain }) => subdomain === 'core') ? { text: 'core', symbol: box(theme.core, theme.coreLine) } : undefined,
    nodes.some(({ subdomain }) => subdomain === 'supporting') ? { text: 'supporting', symbol: box(theme.supporting, theme.supportingLine) } : undefined,
    nodes.some(({ subdomain }) => subdomain === 'generic') ? { text: 'generic', symbol: box(theme.generic, theme.genericLine) } : undefined,
    nodes.some(({ shape }) => shape === 'external') ? { text: 'external', symbol: box(theme.external, theme.externalLine) } : undefined,
    has('upstream-downstream') || has('customer-supplier') ? { text: 'upstream (U) to downstream (D)', symbol: stroke(theme.line) } : undefined,
    has('derived') ? { text: 'derived from the model', symbol: stroke(theme.line, '6 4') } : undefined,
    has('call') ? { text: 'call', symbol: stroke(theme.line) } : undefined,
    has('publish') || has('subscribe') ? { text: 'event', symbol: stroke(theme.eventLine, '7 4') } : undefined,
    ...patterns(ports.map(({ label }) => label)).map((text): Entry => ({ text, symbol: () => '' })),
  ];
  return entries.filter((entry) => entry !== undefined);
}

const names: readonly (readonly [string, string])[] = [
  ['OHS', 'open-host service'],
  ['PL', 'published language'],
  ['ACL', 'anticorruption layer'],
  ['CF', 'conformist'],
  ['S', 'supplier'],
  ['C', 'customer'],
  ['P', 'partnership'],
  ['SK', 'shared kernel'],
];

function patterns(labels: readonly string[]): string[] {
  const used = new Set(labels.flatMap((label) => label.split(/[ ,]+/)));
  return names.filter(([short]) => used.has(short)).map(([short, long]) => `${short} ${long}`);
}
