/** Meaning of the lexical literals. Pure text in, values out; callers report what is wrong. */
import { commonIndent } from './doc-comment.js';

export interface TextLiteral {
  readonly value: string;
  /** What is wrong with it, with the offset inside the literal. */
  readonly problems: readonly {
    readonly message: string;
    readonly offset: number;
    readonly length: number;
  }[];
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };

const noProblems: TextLiteral['problems'] = [];

/** Value of `"…"` or `"""…"""`, quotes included in `source`. */
export function textLiteral(source: string): TextLiteral {
  // Most texts are one line without escapes, between two quotes.
  const isPlain = source.length > 1 && source.indexOf('"', 1) === source.length - 1;
  if (isPlain && !source.includes('\\'))
    return { value: source.slice(1, -1), problems: noProblems };
  const long = source.startsWith('"""') && source.length >= 6;
  const problems: { message: string; offset: number; length: number }[] = [];
  const closed = long || (source.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(source));
  if (!closed) {
    problems.push({
      message:
        'This text is not closed. Add the missing `"` on the same line, or use `"""` for several lines.',
      offset: 0,
      length: source.length,
    });
  }
  const start = long ? 3 : 1;
  const body = source.slice(start, closed ? source.length - start : undefined);
  const value = unescape(long ? dedent(body) : body, () => undefined);
  unescape(body, (offset) => {
    const next = body.charAt(offset + 1);
    problems.push({
      message: `\`\\${next}\` is no escape. Write \`\\\\\` for a backslash.`,
      offset: start + offset,
      length: 2,
    });
  });
  return { value, problems };
}

/** The text that escapes stand for; calls `wrong` with the place of each that is none. */
function unescape(body: string, wrong: (offset: number) => void): string {
  let value = '';
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i);
    if (character !== '\\') {
      value += character;
      continue;
    }
    const next = body.charAt(i + 1);
    const unicode = next === 'u' ? /^[0-9A-Fa-f]{4}/.exec(body.slice(i + 2)) : null;
    if (unicode) {
      value += String.fromCharCode(Number.parseInt(unicode[0], 16));
      i += 5;
    } else if (escapes[next] !== undefined) {
      value += escapes[next];
      i++;
    } else {
      wrong(i);
      value += '\\';
    }
  }
  return value;
}

/**
 * Removes the common indentation of all lines, and the line breaks next to the quotes. A line that
 * begins right behind the opening quotes has no indentation to compare.
 */
function dedent(text: string): string {
  const [first = '', ...lines] = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.length === 0) return text.trim();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const common = commonIndent(lines);
  const rest = lines.map((line) => line.slice(common).trimEnd());
  return (first.trim() === '' ? rest : [first.trim(), ...rest]).join('\n');
}

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of `250ms 2s 5m 1h 30d`. */
export function durationLiteral(source: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(source);
  return match ? round(Number(match[1]) * (units[match[2] ?? ''] ?? 0)) : 0;
}

/** Requests a second of `500/s`, `30/m`, `10/h`. */
export function rateLiteral(source: string): number {
  const match = /^(\d+(?:\.\d+)?)\/([smh])$/.exec(source);
  return match ? (Number(match[1]) * 1000) / (units[match[2] ?? ''] ?? 1) : 0;
}

/** A share of 1 of `99.95%`, without the noise of binary fractions. */
export function percentLiteral(source: string): { ratio: number; percent: string } {
  const percent = source.replace('%', '');
  return { ratio: round(Number(percent) / 100), percent };
}

/** Whether `2027-03-31` is a day of the calendar. */
export function isDate(source: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(source)) return false;
  const date = new Date(`${source}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(source);
}

/** Twelve significant digits: more than an author writes, fewer than a double invents. */
function round(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value;
  return Number(value.toPrecision(12));
}
