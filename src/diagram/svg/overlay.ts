import { frame } from '../layout/frame.js';
import { legendFont } from '../legend.js';
import type { Box, Change, Overlay, Picture } from '../picture.js';
import { clipped, textWidth } from '../text-metrics.js';
import { changeDot } from './change.js';
import { escapeXml, tag } from './escape.js';
import { markPlaces } from './mark-places.js';
import { markSvg } from './marks.js';
import type { Part } from './part.js';
import { aroundStep, placedSteps } from './step-places.js';
import { stepSvg } from './steps.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** The overlay of a picture, if it has one. */
export function overlayParts(picture: Picture, theme: Theme): Part[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const places = placesOf(overlay, picture);
  return [
    {
      key: 'overlay title',
      svg: titleSvg(overlay, picture, theme),
    },
    ...overlay.marks.flatMap((mark) => {
      const place = places.get(mark.node);
      return place ? [{ key: `mark ${mark.node}`, svg: markSvg(mark, place, theme) }] : [];
    }),
    ...placedSteps(overlay.steps, picture, [...places.values()]).map((placed) => ({
      key: `step ${String(placed.step.number)}`,
      svg: stepSvg(placed, theme),
    })),
  ];
}

const titleFont = 12.5;
const titleLine = frame.margin + 40;

/** From the words of an entry of the key to the next sign, and from the sign to its words. */
const keyGaps = { before: 24, words: 14 } as const;

interface Line {
  /** The title, cut to what the key leaves of the width of the map. */
  readonly shown: string;
  readonly entries: readonly {
    readonly change: Change;
    readonly text: string;
    readonly x: number;
  }[];
  readonly width: number;
}

function lineOf({ title, key = [] }: Overlay, picture: Picture): Line {
  const widths = key.map(
    ({ text }) => keyGaps.before + keyGaps.words + textWidth(text, legendFont),
  );
  const keyWidth = widths.reduce((sum, width) => sum + width, 0);
  const shown = clipped(title, picture.width - 2 * frame.margin - keyWidth, titleFont);
  let end = textWidth(shown, titleFont);
  const entries = key.map((entry, index) => {
    const x = frame.margin + end + keyGaps.before;
    end += widths[index] ?? 0;
    return { ...entry, x };
  });
  return { shown, entries, width: end };
}

/** What lies over the map, and what its marks of changes mean. */
function titleSvg(overlay: Overlay, picture: Picture, theme: Theme): string {
  const { shown, entries } = lineOf(overlay, picture);
  const y = titleLine;
  return tag(
    'g',
    { class: 'overlay' },
    tag('title', {}, escapeXml(overlay.title)),
    textLine(shown, frame.margin, y, titleFont, theme.muted),
    ...entries.map(
      ({ change, text, x }) =>
        changeDot(change, x, y - 4, theme) +
        textLine(text, x + keyGaps.words, y, legendFont, theme.muted),
    ),
  );
}

function placesOf(overlay: Overlay, picture: Picture): ReadonlyMap<string, Box> {
  const { width } = lineOf(overlay, picture);
  const title = { x: frame.margin, y: titleLine - 12, width, height: 17 };
  return markPlaces(overlay.marks, picture, title);
}

/** What an overlay takes of a picture: its marks and the numbers of its steps. */
export function overlayBoxes(picture: Picture): Box[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const marks = [...placesOf(overlay, picture).values()];
  return [...marks, ...placedSteps(overlay.steps, picture, marks).map(({ at }) => aroundStep(at))];
}
