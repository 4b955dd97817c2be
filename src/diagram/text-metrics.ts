/**
 * Widths of text without a browser, so that Node and webview lay out alike. Advance widths of
 * Helvetica/Arial in thousandths of the font size, for the printable ASCII characters from blank
 * to tilde (Adobe font metrics, Helvetica); other scripts by rule of thumb, rather too wide.
 */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Bold is wider, and the reader's font may be wider than Helvetica. */
const slack = { normal: 1.06, bold: 1.14 } as const;

export type Weight = keyof typeof slack;

/** Width of a line of text in pixels. */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 32;
    if (code >= 32 && code < 127) sum += ascii[code - 32] ?? 600;
    else if (code >= 0x1100) sum += 1000;
    else sum += 620;
  }
  return Math.ceil((sum / 1000) * size * slack[weight]);
}

/** Text cut to a width, with an ellipsis where something is missing. */
export function clipped(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'normal',
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, weight) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** Words broken into lines of at most `width` pixels; at most `limit` lines, the last one clipped. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  limit: number,
  weight: Weight = 'normal',
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length > limit) {
    const rest = lines.slice(limit - 1).join(' ');
    lines.splice(limit - 1, lines.length, rest);
  }
  return lines.map((part) => clipped(part, width, size, weight));
}

/** A name on one or two lines, broken where a word begins: `CustomerSelf` `Service`. */
export function brokenName(name: string, width: number, size: number): string[] {
  if (textWidth(name, size, 'bold') <= width) return [name];
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', '_ ')
    .split(' ');
  let first = '';
  let used = 0;
  for (const word of words) {
    if (used > 0 && textWidth(first + word, size, 'bold') > width) break;
    first += word;
    used++;
  }
  const rest = words.slice(used).join('');
  const lines = rest === '' ? [first] : [first, rest];
  return lines.map((line) => clipped(line, width, size, 'bold'));
}
