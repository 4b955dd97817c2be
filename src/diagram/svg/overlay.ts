import { frame } from '../layout/frame.js';
import { legendFont } from '../legend.js';
import type { Box, Overlay, Picture } from '../picture.js';
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
  const places = markPlaces(overlay.marks, picture);
  return [
    {
      key: 'overlay title',
      svg: titleSvg(overlay, picture.width - 2 * frame.margin, theme),
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

/** What lies over the map, and what its marks of changes mean. */
function titleSvg({ title, key = [] }: Overlay, width: number, theme: Theme): string {
  const y = frame.margin + 40;
  const shown = clipped(title, width, titleFont);
  const own = textLine(shown, frame.margin, y, titleFont, theme.muted);
  let x = frame.margin + textWidth(title, titleFont) + 24;
  const entries = key.map(({ change, text }) => {
    const entry =
      changeDot(change, x, y - 4, theme) + textLine(text, x + 14, y, legendFont, theme.muted);
    x += 14 + textWidth(text, legendFont) + 24;
    return entry;
  });
  return tag('g', { class: 'overlay' }, tag('title', {}, escapeXml(title)), own, ...entries);
}

/** What an overlay takes of a picture: its marks and the numbers of its steps. */
export function overlayBoxes(picture: Picture): Box[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const marks = [...markPlaces(overlay.marks, picture).values()];
  return [...marks, ...placedSteps(overlay.steps, picture, marks).map(({ at }) => aroundStep(at))];
}
