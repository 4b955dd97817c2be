import type { Fonts } from './fonts.js';

/** Pixels are 1/96 inch, points are 1/72. */
const pointsPerPixel = 0.75;

/** An SVG drawing of ours as a PDF page of its size, with selectable text. */
export async function toPdf(
  svg: string,
  { width, height, title }: Page,
  fonts: Fonts,
): Promise<Uint8Array> {
  const { PdfDocument, svgToPdf } = await import('./pdf-writer.js');
  const size: [number, number] = [width * pointsPerPixel, height * pointsPerPixel];
  // A fixed date: the same model gives the same bytes.
  const info = {
    Title: title,
    Producer: 'Archivolt',
    Creator: 'Archivolt',
    CreationDate: new Date(0),
    ModDate: new Date(0),
  };
  // The first font, too: PDF's own are files that are not beside every bundle.
  const [regular] = fonts.files;
  const font = regular === undefined ? {} : { font: regular };
  const document = new PdfDocument({ size, margin: 0, info, compress: true, ...font });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  const fallback = ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique', 'Helvetica-BoldOblique'];
  const fontCallback = (_family: string, bold: boolean, italic: boolean) => {
    const index = (bold ? 1 : 0) + (italic ? 2 : 0);
    return fonts.files[index] ?? fallback[index] ?? 'Helvetica';
  };
  svgToPdf(document, svg, 0, 0, { assumePt: false, width: size[0], height: size[1], fontCallback });
  document.end();
  await done;
  return Buffer.concat(chunks);
}

interface Page {
  readonly width: number;
  readonly height: number;
  readonly title: string;
}
