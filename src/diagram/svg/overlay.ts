import type { Box, Overlay, Picture } from '../picture.js';
import { markPlaces } from './mark-places.js';
import { markSvg } from './marks.js';
import { overlayLine, overlayLineBox } from './overlay-line.js';
import type { Part } from './part.js';
import { aroundStep, placedSteps } from './step-places.js';
import { stepSvg } from './steps.js';
import type { Theme } from './theme.js';

/** The overlay of a picture, if it has one. */
export function overlayParts(picture: Picture, theme: Theme): Part[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const places = placesOf(overlay, picture);
  return [
    {
      key: 'overlay title',
      svg: overlayLine(overlay, picture, theme),
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

function placesOf(overlay: Overlay, picture: Picture): ReadonlyMap<string, Box> {
  return markPlaces(overlay.marks, picture, overlayLineBox(overlay, picture));
}

/** What an overlay takes of a picture: its marks and the numbers of its steps. */
export function overlayBoxes(picture: Picture): Box[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const marks = [...placesOf(overlay, picture).values()];
  return [...marks, ...placedSteps(overlay.steps, picture, marks).map(({ at }) => aroundStep(at))];
}
