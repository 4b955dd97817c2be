import { join } from 'node:path';
import type { Fonts } from '../diagram/formats/fonts.js';
import { flowOf } from '../diagram/overlays.js';
import type { Picture } from '../diagram/picture.js';
import { renderMap, renderPicture } from '../diagram/render.js';
import { renderSequence } from '../diagram/sequence/render.js';
import { sequenceOf } from '../diagram/sequence/sequence.js';
import type { Model } from '../model/model.js';
import type { ExportMapParams } from '../protocol/context-map.js';
import { overlayName, selectOptions } from './map-pictures.js';

const font = (style: string) => join(__dirname, 'fonts', `Arimo_${style}.ttf`);

/** The fonts beside the server's bundle. Only names in bold are in italics. */
const fonts: Fonts = {
  family: 'Arimo',
  files: [font('400Regular'), font('700Bold'), font('700Bold_Italic'), font('700Bold_Italic')],
};

/**
 * A map, or the flow over it, as a file: text, or Base64 for PDF.
 *
 * @param picture lays out the map as the panel shows it
 */
export async function exportedMap(
  model: Model,
  params: ExportMapParams,
  picture: () => Promise<Picture>,
): Promise<string> {
  const { format } = params;
  switch (format) {
    case 'svg':
    case 'pdf':
    case 'drawio':
    case 'json':
      return written(await renderPicture(await picture(), { format, fonts }));
    case 'sequence-svg':
      return sequence(model, params, 'svg');
    case 'sequence-pdf':
      return sequence(model, params, 'pdf');
    case 'sequence-mermaid':
      return sequence(model, params, 'mermaid');
    default:
      return written(await renderMap(model, { ...selectOptions(model, params), format }));
  }
}

async function sequence(
  model: Model,
  params: ExportMapParams,
  format: 'svg' | 'pdf' | 'mermaid',
): Promise<string> {
  const flow = flowOf(model, overlayName(params));
  if (!flow) throw new Error('No flow lies over the map.');
  return written(await renderSequence(sequenceOf(model, flow), { format, fonts }));
}

function written(file: string | Uint8Array): string {
  return typeof file === 'string' ? file : Buffer.from(file).toString('base64');
}
