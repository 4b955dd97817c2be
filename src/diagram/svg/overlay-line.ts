/** The line above a map that says what lies over it, and what the signs of that mean. */
import { frame } from '../layout/frame.js';
import { legendFont } from '../legend.js';
import type { Box, Overlay, OverlayKey, Picture } from '../picture.js';
import { clipped, textWidth } from '../text-metrics.js';
import { changeDot } from './change.js';
import { escapeXml, tag } from './escape.js';
import { markColours } from './marks.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

const titleFont = 12.5;
const titleLine = frame.margin + 40;

/** From the words of an entry of the key to the next sign, and from a sign to its words. */
const gaps = { before: 24, words: 7 } as const;
const dotWidth = 14;

interface PlacedKey extends OverlayKey {
  readonly x: number;
}

interface Line {
  /** The title, cut to what the key leaves of the width of the map. */
  readonly shown: string;
  readonly entries: readonly PlacedKey[];
  readonly width: number;
}

function lineOf({ title, key = [] }: Overlay, picture: Picture): Line {
  const room = picture.width - 2 * frame.margin;
  // Marks with words of their own say themselves what they stand for.
  const signs = key.filter(({ tone }) => tone === undefined);
  const needed = signs.reduce((sum, entry) => sum + gaps.before + entryWidth(entry), 0);
  const isNeeded = signs.some(({ change, severity }) => change !== undefined || severity);
  const fits = isNeeded || textWidth(title, titleFont) + needed <= room;
  const shown = clipped(title, room - (fits ? needed : 0), titleFont);
  let end = textWidth(shown, titleFont);
  const entries = (fits ? signs : []).map((entry) => {
    const x = frame.margin + end + gaps.before;
    end += gaps.before + entryWidth(entry);
    return { ...entry, x };
  });
  return { shown, entries, width: end };
}

function signWidth({ change, severity, sign = '' }: OverlayKey): number {
  if (change !== undefined) return dotWidth;
  const words = textWidth(sign, legendFont, 'bold');
  return severity === undefined ? words + gaps.words : words + 12 + gaps.words;
}

function entryWidth(entry: OverlayKey): number {
  return signWidth(entry) + textWidth(entry.text, legendFont);
}

/** What lies over the map, and what its signs mean. */
export function overlayLine(overlay: Overlay, picture: Picture, theme: Theme): string {
  const { shown, entries } = lineOf(overlay, picture);
  return tag(
    'g',
    { class: 'overlay overlay-line' },
    tag('title', {}, escapeXml(overlay.title)),
    textLine(shown, frame.margin, titleLine, titleFont, theme.muted),
    ...entries.map(
      (entry) =>
        signSvg(entry, theme) +
        textLine(entry.text, entry.x + signWidth(entry), titleLine, legendFont, theme.muted),
    ),
  );
}

function signSvg({ x, change, severity, sign = '' }: PlacedKey, theme: Theme): string {
  if (change !== undefined) return changeDot(change, x, titleLine - 4, theme);
  const bold = { 'font-weight': 700 };
  if (severity === undefined) return textLine(sign, x, titleLine, legendFont, theme.text, bold);
  const { fill, ink } = markColours({ severity }, theme);
  const width = textWidth(sign, legendFont, 'bold') + 12;
  const pill = { x, y: titleLine - 11.5, width, height: 15, rx: 7.5, fill };
  return (
    tag('rect', { ...pill, stroke: theme.port, 'stroke-width': 1 }) +
    textLine(sign, x + 6, titleLine, legendFont, ink, bold)
  );
}

/** Around the line. */
export function overlayLineBox(overlay: Overlay, picture: Picture): Box {
  const { width } = lineOf(overlay, picture);
  return { x: frame.margin, y: titleLine - 12, width, height: 17 };
}
