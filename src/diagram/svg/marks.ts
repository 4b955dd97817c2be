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

/** Ground and ink of a mark. Whatever the colour says, the words say too. */
export function markColours(
  { tone, change, severity }: Pick<OverlayMark, 'tone' | 'change' | 'severity'>,
  theme: Theme,
): { readonly fill: string; readonly ink: string } {
  if (change !== undefined) return { fill: theme[change], ink: theme.background };
  if (tone !== undefined) return { fill: tones[tone % tones.length] ?? theme.port, ink: '#ffffff' };
  switch (severity) {
    case 'error':
      return { fill: theme.removed, ink: theme.background };
    case 'warning':
      return { fill: theme.hit, ink: theme.background };
    case 'info':
      return { fill: theme.muted, ink: theme.background };
    default:
      return { fill: theme.portGround, ink: theme.port };
  }
}

/** The words of an overlay at a box. Those of findings can be asked for more. */
export function markSvg(mark: OverlayMark, { x, y, width, height }: Box, theme: Theme): string {
  const { fill, ink } = markColours(mark, theme);
  const asked =
    mark.severity === undefined ? { 'pointer-events': 'none' } : { 'data-node': mark.node };
  return tag(
    'g',
    { class: 'overlay mark', ...asked },
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
    textLine(mark.text, x + width / 2, y + 13.5, fonts.port, ink, {
      'text-anchor': 'middle',
      'font-weight': 700,
    }),
  );
}
