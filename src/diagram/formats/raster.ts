import type { Fonts } from './fonts.js';

/** Pixels of the drawing's coordinates in the image. */
const scale = 2;

/** An SVG drawing of ours as PNG, at twice its size. */
export async function toPng(svg: string, fonts: Fonts): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [...fonts.files],
      // Words in scripts that our font lacks are taken from the system's fonts.
      loadSystemFonts: true,
      defaultFontFamily: fonts.family,
      sansSerifFamily: fonts.family,
    },
  });
  return image.render().asPng();
}
