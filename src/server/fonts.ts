import { join } from 'node:path';
import type { Fonts } from '../diagram/formats/fonts.js';

const font = (style: string) => join(__dirname, 'fonts', `Arimo_${style}.ttf`);

/** The fonts beside the server's bundle. Only names in bold are in italics. */
export const ownFonts: Fonts = {
  family: 'Arimo',
  files: [font('400Regular'), font('700Bold'), font('700Bold_Italic'), font('700Bold_Italic')],
};
