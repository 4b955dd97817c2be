import type { Box, Change, Point } from '../picture.js';
import { tag } from './escape.js';
import { along, roundedPath } from './path.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** What stands for a change in words and on lines, so that nothing hangs on the colour. */
export const changeSigns: Readonly<Record<Change, string>> = {
  added: '+',
  removed: '−',
  changed: 'Δ',
  hit: '!',
};

const dashes: Readonly<Partial<Record<Change, string>>> = {
  removed: '7 5',
  changed: '2 4',
  hit: '12 4 2 4',
};

/** How far what is gone recedes. */
export const goneOpacity = 0.5;

/** How much of a broad line under an edge shows: at least 3 to 1 against the ground in every theme. */
export const haloOpacity = 0.7;

/** A frame around a box, of another stroke for each kind of change. */
export function changeFrame(change: Change, { x, y, width, height }: Box, theme: Theme): string {
  return tag('rect', {
    x: x - 5,
    y: y - 5,
    width: width + 10,
    height: height + 10,
    rx: 12,
    fill: 'none',
    stroke: theme[change],
    'stroke-width': 2.4,
    'stroke-dasharray': dashes[change],
    'stroke-linecap': 'round',
    class: 'change',
  });
}

/** A broad line under an edge. */
export function changeHalo(change: Change, points: readonly Point[], theme: Theme): string {
  return tag('path', {
    d: roundedPath(points, 8),
    fill: 'none',
    stroke: theme[change],
    'stroke-width': 7,
    'stroke-opacity': haloOpacity,
    'stroke-dasharray': change === 'removed' ? '9 6' : undefined,
    class: 'change',
  });
}

/** The sign of a change on an edge, clear of the label in its middle. */
export function changeSign(change: Change, points: readonly Point[], theme: Theme): string {
  const { x, y } = along(points, 0.28);
  return changeDot(change, x, y, theme);
}

export function changeDot(change: Change, cx: number, cy: number, theme: Theme): string {
  return (
    tag('circle', {
      cx,
      cy,
      r: 8,
      fill: theme[change],
      stroke: theme.background,
      'stroke-width': 1.5,
    }) +
    textLine(changeSigns[change], cx, cy + 4, 11.5, theme.background, {
      'text-anchor': 'middle',
      'font-weight': 700,
    })
  );
}
