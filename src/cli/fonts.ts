import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from '../diagram/formats/fonts.js';

const styles = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'] as const;

/** Arimo, which has the widths that layout reckons with; the system's fonts where it is missing. */
export function mapFonts(): Fonts {
  try {
    const { resolve } = createRequire(realpathSync(process.argv[1] ?? ''));
    const [regular, bold, italic, boldItalic] = styles.map((style) =>
      resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`),
    );
    if (regular && bold && italic && boldItalic) {
      return { family: 'Arimo', files: [regular, bold, italic, boldItalic] };
    }
  } catch {
    // Not installed beside the command line.
  }
  return { family: 'Helvetica', files: [] };
}
