/** YAML scalars that every YAML 1.1 and 1.2 reader takes for what they are. */

/** Words that some version of YAML reads as something else than a string. */
const reserved = /^[-+.]*(?:y|n|yes|no|on|off|true|false|null|nan|inf|~)$/i;
/** Starts like a number, a date or a time somewhere (`0x1f`, `1_000`, `12:30`, `.5`, `-1`). */
const numberLike = /^[-+.]*(?:[0-9]|[eE][-+]?[0-9]|_*$)/;
/** A letter, digit or harmless mark first; nothing unprintable after it. */
const printable = /^[A-Za-z0-9_$./(\\^+\u00c0-\u024f][^\u0000-\u001f\u007f-\u009f\ud800-\udfff]*$/u;
/** What ends a plain scalar or starts a comment, and what marks the start of a document. */
const breaks = /:(?:\s|$)|\s#|\s$|^(?:---|\.\.\.)/;

// Everything that must not stand in a document as it is, or that editors show as nothing.
const escapes = /[\u007f-\u009f\u00ad\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A double-quoted scalar on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    escapes,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isPlain(text: string): boolean {
  return (
    printable.test(text) &&
    !breaks.test(text) &&
    !reserved.test(text) &&
    !numberLike.test(text) &&
    text.search(escapes) < 0
  );
}

/** Text of several lines that a block scalar can hold without loss. */
function fitsBlock(text: string): boolean {
  return (
    text.includes('\n') &&
    !/^[ \t\n]|[ \t]\n|\n\n\n$|[\r\t\u0000-\u0008\u000b-\u001f\ud800-\udfff]/.test(text) &&
    !/[ \t]$/.test(text) &&
    text.search(escapes) < 0
  );
}

/** A string as a value, in a block whose lines are indented by `indent` blanks. */
export function stringScalar(text: string, indent: number): string {
  if (fitsBlock(text)) {
    const trailing = /\n*$/.exec(text)![0].length;
    const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
    const pad = ' '.repeat(Math.max(indent, 1));
    const lines = text.slice(0, text.length - trailing).split('\n');
    const tail = '\n'.repeat(Math.max(trailing - 1, 0));
    return `|${chomping}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}${tail}`;
  }
  return isPlain(text) ? text : quoted(text);
}

/** A string as a key: always on one line. */
export function keyScalar(text: string): string {
  return text !== '' && text.length < 100 && isPlain(text) ? text : quoted(text);
}

export function numberScalar(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
