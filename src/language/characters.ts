import type { SyntaxProblem } from './syntax-problem.js';

/** How far to look around, so that a long line of such characters costs no more than it is long. */
const farthest = 300;

/**
 * Says what is wrong with characters that the language does not know, and what was meant where
 * that shows. Offsets in UTF-16 units.
 */
export function unexpectedCharacters(text: string, offset: number, length: number): SyntaxProblem {
  const before = lineBefore(text, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + farthest))?.[0] ?? '';
  const at = { offset, end: offset + length };

  const path = /^[^\s(]+/.exec(rest)?.[0] ?? '';
  if (rest.startsWith('/') && /\b(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+$/.test(before)) {
    return replaced(offset, path, JSON.stringify(path), 'The path of an operation is a text');
  }
  const property = /\b(path|topic|url)\s+$/.exec(before)?.[1];
  if (rest.startsWith('/') && property !== undefined) {
    const text = /^[^\s{}]+/.exec(rest)?.[0] ?? '';
    return replaced(offset, text, JSON.stringify(text), `\`${property}\` takes a text in quotes`);
  }
  const quoted = /^(?:'([^'"\\]*)'|[“”„«]([^“”„«»"\\]*)[“”»]|`([^`"\\]*)`)/.exec(rest);
  if (quoted) {
    const inner = quoted[1] ?? quoted[2] ?? quoted[3] ?? '';
    return replaced(offset, quoted[0], `"${inner}"`, 'Texts stand in straight double quotes');
  }
  if (rest.startsWith('#') && before.trim() === '') {
    return replaced(offset, '#', '//', 'Comments begin with two slashes');
  }
  if (rest.startsWith(';')) {
    const message = 'Statements need no `;` at their end. Remove it.';
    return { ...at, message, fix: { title: 'Remove `;`', text: '' } };
  }
  const arrow = /^(?:[→⇒➔–—]+>?|--+>?)/u.exec(rest)?.[0];
  if (arrow) return replaced(offset, arrow, '->', 'An arrow is written with two characters');

  const shown = JSON.stringify(text.slice(offset, offset + Math.min(length, 20))).slice(1, -1);
  return {
    ...at,
    message:
      `Unexpected ${length === 1 ? 'character' : 'characters'} \`${shown}\`. Names use ` +
      'the letters A to Z, digits and `_`; put any other text into quotes.',
  };
}

/** Whether the characters at `offset` begin a comment as other languages write it. */
export function isForeignComment(text: string, offset: number): boolean {
  return text.charAt(offset) === '#' && lineBefore(text, offset).trim() === '';
}

function lineBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - farthest), offset);
  return near.slice(near.lastIndexOf('\n') + 1);
}

function replaced(offset: number, wrong: string, right: string, why: string): SyntaxProblem {
  return {
    message: `${why}: \`${right}\`.`,
    offset,
    end: offset + wrong.length,
    fix: { title: `Write \`${right}\``, text: right },
  };
}
