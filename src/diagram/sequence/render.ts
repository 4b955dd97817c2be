import type { Fonts } from '../formats/fonts.js';
import { toPdf } from '../formats/pdf.js';
import { toPng } from '../formats/raster.js';
import { themes, type ThemeName } from '../svg/theme.js';
import { arrangeSequence } from './arrange.js';
import { sequenceMermaid } from './mermaid.js';
import type { Sequence } from './sequence.js';
import { sequenceSvg } from './svg.js';

export const sequenceFormats = ['svg', 'png', 'pdf', 'mermaid'] as const;
export type SequenceFormat = (typeof sequenceFormats)[number];

export interface SequenceOptions {
  readonly format: SequenceFormat;
  readonly theme?: ThemeName;
  /** For PNG and PDF. */
  readonly fonts: Fonts;
}

/** A sequence diagram as a file. The same sequence and options give the same bytes. */
export async function renderSequence(
  sequence: Sequence,
  { format, theme = 'light', fonts }: SequenceOptions,
): Promise<string | Uint8Array> {
  if (format === 'mermaid') return sequenceMermaid(sequence);
  const svg = sequenceSvg(sequence, themes[theme]);
  switch (format) {
    case 'svg':
      return `${svg}\n`;
    case 'png':
      return toPng(svg, fonts);
    case 'pdf':
      return toPdf(svg, arrangeSequence(sequence), fonts);
  }
}
