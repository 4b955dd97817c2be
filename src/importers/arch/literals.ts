/** Texts and values of documents as literals of the language. What a document says is untrusted. */
import type { Tree } from '../../contracts/tree.js';

/** A text between quotes, on one line. */
export function quote(text: string): string {
  const escaped = wellFormed(text)
    .replaceAll('\r\n', '\n')
    .replace(/["\\\n\t\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (char) => {
      if (char === '\n') return '\\n';
      if (char === '\t') return '\\t';
      if (char === '"' || char === '\\') return `\\${char}`;
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

/** A title behind a name: on one line, without blanks around it; empty where there is none. */
export function titled(name: string, title: string | undefined): string {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' || text === name ? name : `${name} ${quote(text)}`;
}

/** The lines of a doc comment with this Markdown; none for an empty text. */
export function docComment(text: string): string[] {
  const lines = wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replaceAll('*/', '*&#47;')
    .trim()
    .split('\n');
  if (lines.length === 1) return lines[0] === '' ? [] : [`/** ${lines[0]!} */`];
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** A scalar as a literal; undefined for what the language cannot write. */
export function literal(value: Tree | undefined): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > 1000 ? undefined : quote(value);
    case 'number':
      return numberLiteral(value);
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : undefined;
  }
}

/** Digits without an exponent; undefined where there are none such. */
export function numberLiteral(value: number): string | undefined {
  const text = Number.isFinite(value) ? String(value) : '';
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return text;
  const whole = Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20);
  const digits = whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
  return Number(digits) === value && Number.isFinite(value) ? digits : undefined;
}

/** Half surrogates would not survive as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
}
