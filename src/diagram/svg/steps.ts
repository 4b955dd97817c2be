import type { Point } from '../picture.js';
import { escapeXml, short, tag } from './escape.js';
import { stepRadius, type PlacedStep } from './step-places.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** The number of a step, with its text on demand, and its line where it has one of its own. */
export function stepSvg({ step, at, line }: PlacedStep, theme: Theme): string {
  const { number, text } = step;
  const { x, y } = at;
  return tag(
    'g',
    { class: 'overlay step' },
    tag('title', {}, escapeXml(`${String(number)}. ${text}`)),
    line ? lineSvg(line, theme) : '',
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

function lineSvg(points: readonly Point[], theme: Theme): string {
  return tag('path', {
    d: `M ${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join(' L ')}`,
    fill: 'none',
    stroke: theme.command,
    'stroke-width': 2,
    'stroke-dasharray': '1 5',
    'stroke-linecap': 'round',
  });
}
