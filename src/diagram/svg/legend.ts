import { frame } from '../layout/frame.js';
import {
  legendEntries,
  legendFont,
  legendHeight,
  placedLegend,
  type LegendEntry,
  type PlacedEntry,
} from '../legend.js';
import type { Picture } from '../picture.js';
import { edgeLine } from './edges.js';
import { tag } from './escape.js';
import { outline } from './outlines.js';
import { coloursOf } from './shapes.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** What the colours and lines of this picture mean; only what occurs in it. */
export function legendSvg(picture: Picture, theme: Theme): string {
  const width = picture.width - 2 * frame.margin;
  const top = picture.height - frame.margin - legendHeight(picture, width) + 10;
  const placed = placedLegend(legendEntries(picture), width);
  if (placed.length === 0) return '';
  const at = `translate(${String(frame.margin)} ${String(top)})`;
  return tag(
    'g',
    { class: 'legend', transform: at },
    ...placed.map((entry) => entrySvg(entry, theme)),
  );
}

function entrySvg(entry: PlacedEntry, theme: Theme): string {
  const { x, y, indent, text } = entry;
  return tag(
    'g',
    { transform: `translate(${String(x)} ${String(y)})` },
    legendSymbol(entry, theme),
    textLine(text, indent, 4, legendFont, theme.muted),
  );
}

/** The symbol of an entry, in the middle of the line from the origin to the right. */
export function legendSymbol({ symbol }: LegendEntry, theme: Theme): string {
  switch (symbol.kind) {
    case 'letters':
      return textLine(symbol.text, 0, 4, legendFont, theme.text, { 'font-weight': 700 });
    case 'line':
      return edgeLine(
        symbol.style,
        [
          { x: 0, y: 0 },
          { x: 34, y: 0 },
        ],
        symbol.style !== 'use',
        theme,
        theme.background,
      );
    case 'box': {
      const { shape, subdomain, ghost = false } = symbol;
      const known =
        subdomain === 'core' || subdomain === 'supporting' || subdomain === 'generic'
          ? ({ subdomain } as const)
          : {};
      const place = { x: 0, y: -6.5, width: 20, height: 13 };
      const node = { shape, ...place, ghost, open: false, ...known };
      return outline(node, coloursOf(node, theme));
    }
  }
}
