import type { SyntaxProblem } from '../syntax-problem.js';
import { statementKeywords } from '../vocabulary/members.js';

/** Whether a comment begins at `offset`. Where the lexer has not read it, it has no end. */
export function beginsComment(text: string, offset: number): boolean {
  return text.startsWith('/*', offset);
}

/**
 * What is wrong with a comment that is never closed. Its range is what was most likely meant to be
 * the comment: the line that it begins on, and those behind it that begin with a star or go on with
 * prose, up to a blank line or one that begins as statements do.
 */
export function unclosedComment(text: string, offset: number): SyntaxProblem {
  const lines = /[^\r\n]*(?:\r?\n|\r)?/y;
  lines.lastIndex = offset;
  let end = offset;
  for (let first = true; lines.lastIndex < text.length; first = false) {
    const line = lines.exec(text)?.[0] ?? '';
    if (!first && !goesOn(line)) break;
    end = lines.lastIndex;
  }
  const comment = text.slice(offset, end).trimEnd();
  return {
    message: 'This comment is never closed. Write `*/` behind its end.',
    offset,
    end: offset + comment.length,
    fix: { title: 'Close the comment', text: `${comment} */` },
  };
}

function goesOn(line: string): boolean {
  const begin = line.trimStart();
  if (begin.startsWith('*')) return true;
  const word = /^[A-Za-z][\w-]*(?!:)/.exec(begin)?.[0];
  return word !== undefined && !isKindOfSubdomain(word) && !statementKeywords.has(word);
}

function isKindOfSubdomain(word: string): boolean {
  return ['core', 'supporting', 'generic'].includes(word);
}
