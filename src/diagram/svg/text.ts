import { escapeXml, tag } from './escape.js';

/** The font of a drawing; its root says it for all words in it. */
export const family = "'Helvetica Neue', Helvetica, Arial, sans-serif";

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
