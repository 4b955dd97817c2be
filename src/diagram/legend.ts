/** What colours, lines and letters of a picture mean: only what occurs in it. */
import { patternNames } from './labels.js';
import type { EdgeStyle, NodeShape, Picture } from './picture.js';
import { textWidth } from './text-metrics.js';

export type LegendSymbol =
  | {
      readonly kind: 'box';
      readonly shape: NodeShape;
      readonly subdomain?: string;
      readonly ghost?: boolean;
    }
  | { readonly kind: 'line'; readonly style: EdgeStyle }
  | { readonly kind: 'letters'; readonly text: string };

export interface LegendEntry {
  readonly symbol: LegendSymbol;
  readonly text: string;
}

export interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly y: number;
  /** From the left edge of the symbol to the words. */
  readonly indent: number;
}

export const legendFont = 10.5;
const rowHeight = 21;
const gap = 26;
const boxWidth = 28;
const lineWidth = 42;

type Drawn = Pick<Picture, 'nodes' | 'edges' | 'ports'>;

const lineTexts: readonly (readonly [EdgeStyle, string])[] = [
  ['upstream-downstream', 'from upstream (U) to downstream (D)'],
  ['derived', 'derived from calls, events and types'],
  ['partnership', 'partnership'],
  ['shared-kernel', 'shared kernel'],
  ['separate-ways', 'separate ways'],
  ['call', 'call'],
  ['publish', 'event'],
  ['command', 'command'],
  ['use', 'owns the store'],
  ['access', 'accesses a store directly'],
];

/** Styles that look like another one and have no entry of their own. */
const alike: Readonly<Partial<Record<EdgeStyle, EdgeStyle>>> = {
  'customer-supplier': 'upstream-downstream',
  subscribe: 'publish',
};

/** The entries of a picture's legend, in a fixed order. */
export function legendEntries({ nodes, edges, ports }: Drawn): LegendEntry[] {
  const entries: LegendEntry[] = [];
  const shapes = new Set(nodes.filter(({ ghost }) => !ghost).map(({ shape }) => shape));
  for (const subdomain of ['core', 'supporting', 'generic']) {
    if (nodes.some((node) => node.subdomain === subdomain)) {
      entries.push({ symbol: { kind: 'box', shape: 'context', subdomain }, text: subdomain });
    }
  }
  const boxes: readonly (readonly [NodeShape, string])[] = [
    ['legacy', 'legacy'],
    ['big-ball-of-mud', 'big ball of mud'],
    ['external', 'external system'],
    ['event', 'event'],
  ];
  for (const [shape, text] of boxes) {
    if (shapes.has(shape)) entries.push({ symbol: { kind: 'box', shape }, text });
  }
  if (nodes.some(({ ghost }) => ghost)) {
    entries.push({
      symbol: { kind: 'box', shape: 'service', ghost: true },
      text: 'of another context',
    });
  }
  const styles = new Set<EdgeStyle>(edges.map(({ style }) => alike[style] ?? style));
  for (const [style, text] of lineTexts) {
    if (styles.has(style)) entries.push({ symbol: { kind: 'line', style }, text });
  }
  const roles = new Set(ports.flatMap((port) => port.roles.split(', ')));
  for (const [letters, text] of patternNames) {
    // Partnership and shared kernel have an entry with their line.
    if (roles.has(letters) && letters !== 'P' && letters !== 'SK') {
      entries.push({ symbol: { kind: 'letters', text: letters }, text });
    }
  }
  return entries;
}

/** Entries in rows no wider than `width`, from the origin. */
export function placedLegend(entries: readonly LegendEntry[], width: number): PlacedEntry[] {
  let x = 0;
  let y = 0;
  return entries.map((entry) => {
    const { symbol, text } = entry;
    const indent = indentOf(symbol);
    const own = indent + textWidth(text, legendFont);
    if (x > 0 && x + own > width) {
      x = 0;
      y += rowHeight;
    }
    const placed = { ...entry, x, y, indent };
    x += own + gap;
    return placed;
  });
}

function indentOf(symbol: LegendSymbol): number {
  switch (symbol.kind) {
    case 'letters':
      return textWidth(symbol.text, legendFont, 'bold') + 6;
    case 'line':
      return lineWidth;
    case 'box':
      return boxWidth;
  }
}

/** Height of a picture's legend at a width; 0 for an empty one. */
export function legendHeight(drawn: Drawn, width: number): number {
  const last = placedLegend(legendEntries(drawn), width).at(-1);
  return last ? last.y + rowHeight : 0;
}
