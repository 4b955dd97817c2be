import type { Fonts } from '../diagram/formats/fonts.js';
import { flowOf } from '../diagram/overlays.js';
import type { Picture } from '../diagram/picture.js';
import { renderMap, renderPicture } from '../diagram/render.js';
import { renderSequence } from '../diagram/sequence/render.js';
import { sequenceOf } from '../diagram/sequence/sequence.js';
import type { Model } from '../model/model.js';
import type { ExportMapParams } from '../protocol/context-map.js';
import { overlayName, selectOptions } from './map-pictures.js';

/** Text needs no fonts. */
const noFonts: Fonts = { family: 'Arimo', files: [] };

/**
 * A map, or the flow over it, as a file: text, or Base64 for PDF.
 *
 * @param picture lays out the map as the panel shows it
 * @param fonts for PDF; without, it is refused
 */
export async function exportedMap(
  model: Model,
  params: ExportMapParams,
  picture: () => Promise<Picture>,
  fonts?: Fonts,
): Promise<string> {
  const { format } = params;
  if (!fonts && (format === 'pdf' || format === 'sequence-pdf')) {
    throw new Error('A PDF needs fonts, which a browser has none of for us. SVG prints as well.');
  }
  switch (format) {
    case 'svg':
    case 'pdf':
    case 'drawio':
    case 'json':
      return written(await renderPicture(await picture(), { format, fonts: fonts ?? noFonts }));
    case 'sequence-svg':
      return sequence(model, params, 'svg', fonts);
    case 'sequence-pdf':
      return sequence(model, params, 'pdf', fonts);
    case 'sequence-mermaid':
      return sequence(model, params, 'mermaid', fonts);
    default:
      return written(await renderMap(model, { ...selectOptions(model, params), format }));
  }
}

async function sequence(
  model: Model,
  params: ExportMapParams,
  format: 'svg' | 'pdf' | 'mermaid',
  fonts: Fonts = noFonts,
): Promise<string> {
  const flow = flowOf(model, overlayName(params));
  if (!flow) throw new Error('No flow lies over the map.');
  return written(await renderSequence(sequenceOf(model, flow), { format, fonts }));
}

function written(file: string | Uint8Array): string {
  return typeof file === 'string' ? file : Buffer.from(file).toString('base64');
}
