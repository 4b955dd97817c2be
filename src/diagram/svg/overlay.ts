import type { Box, Overlay, OverlayMark, Picture } from '../picture.js';
import { markPlaces } from './mark-places.js';
import { markSvg } from './marks.js';
import { overlayLine, overlayLineBox } from './overlay-line.js';
import type { Part } from './part.js';
import { aroundSteps, placedSteps, type PlacedSteps } from './step-places.js';
import { stepsSvg } from './steps.js';
import type { Theme } from './theme.js';

/** Marks and steps of an overlay at their places; those of boxes that the picture lacks are left out. */
export interface PlacedOverlay {
  readonly marks: readonly { readonly mark: OverlayMark; readonly place: Box }[];
  readonly steps: readonly PlacedSteps[];
}

export function placedOverlay(overlay: Overlay, picture: Picture): PlacedOverlay {
  const places = markPlaces(overlay.marks, picture, overlayLineBox(overlay, picture));
  return {
    marks: overlay.marks.flatMap((mark) => {
      const place = places.get(mark.node);
      return place ? [{ mark, place }] : [];
    }),
    steps: placedSteps(overlay.steps, picture, [...places.values()]),
  };
}

/** The overlay of a picture, if it has one. */
export function overlayParts(picture: Picture, theme: Theme): Part[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const { marks, steps } = placedOverlay(overlay, picture);
  return [
    { key: 'overlay title', svg: overlayLine(overlay, picture, theme) },
    ...marks.map(({ mark, place }) => ({
      key: `mark ${mark.node}`,
      svg: markSvg(mark, place, theme),
    })),
    ...steps.map((placed) => ({
      key: `step ${String(placed.steps[0]?.number)}`,
      svg: stepsSvg(placed, theme),
    })),
  ];
}

/** What an overlay takes of a picture: its marks and the numbers of its steps. */
export function overlayBoxes(picture: Picture): Box[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const { marks, steps } = placedOverlay(overlay, picture);
  return [...marks.map(({ place }) => place), ...steps.map(aroundSteps)];
}
