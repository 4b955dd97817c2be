import type { Point } from '../picture.js';
import { escapeXml, short, tag } from './escape.js';
import { aroundSteps, stepRadius, type PlacedSteps } from './step-places.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** The numbers of steps, with their texts on demand, and their line where it is of their own. */
export function stepsSvg(placed: PlacedSteps, theme: Theme): string {
  const { steps, text, at, line } = placed;
  const texts = steps.map((step) => `${String(step.number)}. ${step.text}`);
  return tag(
    'g',
    { class: 'overlay step' },
    tag('title', {}, escapeXml(texts.join('\n'))),
    line ? lineSvg(line, theme) : '',
    tag(
      'g',
      { class: 'number' },
      plateSvg(placed, theme),
      textLine(text, at.x, at.y + 4, 11.5, theme.background, {
        'text-anchor': 'middle',
        'font-weight': 700,
      }),
    ),
  );
}

/** A circle for one step, longer for many. */
function plateSvg(placed: PlacedSteps, theme: Theme): string {
  const colours = { fill: theme.command, stroke: theme.background, 'stroke-width': 2 };
  const { at, width } = placed;
  if (width <= 2 * stepRadius)
    return tag('circle', { cx: at.x, cy: at.y, r: stepRadius, ...colours });
  return tag('rect', { ...aroundSteps(placed), rx: stepRadius, ...colours });
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
