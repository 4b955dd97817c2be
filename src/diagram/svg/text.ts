import { escapeXml, tag } from './escape.js';

/**
 * How words are set, for the root of a drawing: in which font, and with widths that fit at every
 * scale. Else a browser rounds them for the scale at which it lays them out first.
 */
export const lettering = {
  'font-family': "'Helvetica Neue', Helvetica, Arial, sans-serif",
  'text-rendering': 'geometricPrecision',
} as const;

/** One line of text. It is isolated, so that its direction does not reach its neighbours. */
export function textLine(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return tag(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill,
      'unicode-bidi': 'isolate',
      ...attributes,
    },
    escapeXml(text),
  );
}
