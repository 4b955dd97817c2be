import { fonts } from '../measure.js';
import type { Box, OverlayMark } from '../picture.js';
import { tag } from './escape.js';
import { textLine } from './text.js';
import type { Theme } from './theme.js';

/** Colours of marks, readable with white words on every theme (Paul Tol's muted scheme, darkened). */
const tones = [
  '#332288',
  '#117733',
  '#882255',
  '#7a5c00',
  '#0b6e8a',
  '#a13a4a',
  '#5b4a8a',
  '#4d5a2a',
];

/** The words of an overlay at a box. */
export function markSvg(
  { text, tone, change }: OverlayMark,
  { x, y, width, height }: Box,
  theme: Theme,
): string {
  const { fill, ink } =
    change !== undefined
      ? { fill: theme[change], ink: theme.background }
      : tone === undefined
        ? { fill: theme.portGround, ink: theme.port }
        : { fill: tones[tone % tones.length], ink: '#ffffff' };
  return tag(
    'g',
    { class: 'overlay mark', 'pointer-events': 'none' },
    tag('rect', {
      x,
      y,
      width,
      height,
      rx: height / 2,
      fill,
      stroke: theme.port,
      'stroke-width': 1,
    }),
    textLine(text, x + width / 2, y + 13.5, fonts.port, ink, {
      'text-anchor': 'middle',
      'font-weight': 700,
    }),
  );
}
