/** The words of a CML text (Context Mapper’s language), with the comments before them. */
import { UnreadableDocument } from '../document.js';

export interface CmlToken {
  readonly kind: 'word' | 'text' | 'number' | 'mark' | 'end';
  /** The text of the token; of a text what stands between the quotes. */
  readonly text: string;
  /** Counting from 1. */
  readonly line: number;
  /** The block comment directly before it, without its marks. */
  readonly comment?: string;
}

const pattern =
  /(?<space>\s+|\/\/[^\n]*)|(?<comment>\/\*[^]*?\*\/)|(?<text>"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(?<number>\d+(?:\.\d+)?)|(?<word>\^?[A-Za-z_]\w*(?:-[A-Za-z]\w*)*)|(?<mark><->|->|<-|[^])/gy;

/** @throws UnreadableDocument for a text that is not closed */
export function cmlTokens(file: string, source: string): CmlToken[] {
  const tokens: CmlToken[] = [];
  let line = 1;
  let comment: string | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const groups = match.groups!;
    const here = line;
    for (const char of match[0]) if (char === '\n') line++;
    if (groups['space'] !== undefined) continue;
    if (groups['comment'] !== undefined) {
      comment = plain(groups['comment']);
      continue;
    }
    const before = comment === undefined ? {} : { comment };
    comment = undefined;
    const { text, number, word, mark = '' } = groups;
    if (text !== undefined) {
      const value = text.slice(1, -1).replace(/\\(.)/g, '$1');
      tokens.push({ kind: 'text', text: value, line: here, ...before });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, line: here, ...before });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word.replace('^', ''), line: here, ...before });
    } else {
      if (mark === '"' || mark === "'") {
        throw new UnreadableDocument(file, here, 'This text is not closed.');
      }
      tokens.push({ kind: 'mark', text: mark, line: here, ...before });
    }
  }
  tokens.push({ kind: 'end', text: '', line });
  return tokens;
}

function plain(comment: string): string {
  return comment
    .slice(2, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .join('\n')
    .replace(/^\*+/, '')
    .trim();
}
