import type { IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LexerResult } from 'langium';
import { beginsType } from './result-status.js';

/**
 * Langium's lexer, with two additions: it marks where a result is only a status, and it can hand
 * the parser a prepared list of tokens (`replay`), which error recovery needs.
 */
export class ArchLexer extends DefaultLexer {
  #replay: readonly IToken[] | undefined;

  override tokenize(text: string): LexerResult {
    if (this.#replay) {
      const tokens = [...this.#replay];
      this.#replay = undefined;
      return { tokens, errors: [], hidden: [] };
    }
    const result = super.tokenize(text);
    const endOfStatus = this.tokenTypes['END_OF_STATUS'];
    if (endOfStatus) result.tokens = markStatusOnlyResults(result.tokens, endOfStatus);
    return result;
  }

  /** The next call of `tokenize` answers these tokens, whatever text it gets. */
  replay(tokens: readonly IToken[]): void {
    this.#replay = tokens;
  }
}

/** Puts `END_OF_STATUS` behind the number in `): 202` where what follows is the next statement. */
function markStatusOnlyResults(tokens: IToken[], endOfStatus: TokenType): IToken[] {
  const marks: number[] = [];
  for (let i = 2; i < tokens.length; i++) {
    if (
      tokens[i]?.tokenType.name === 'NUMBER' &&
      tokens[i - 1]?.image === ':' &&
      tokens[i - 2]?.image === ')' &&
      !isType(tokens[i + 1], tokens[i + 2])
    ) {
      marks.push(i);
    }
  }
  if (marks.length === 0) return tokens;
  const result: IToken[] = [];
  let from = 0;
  for (const index of marks) {
    // One by one: a call takes fewer arguments than a long file has tokens.
    for (let i = from; i <= index; i++) result.push(tokens[i]!);
    result.push(virtualToken(tokens[index], '', endOfStatus));
    from = index + 1;
  }
  for (let i = from; i < tokens.length; i++) result.push(tokens[i]!);
  return result;
}

function isType(word: IToken | undefined, next: IToken | undefined): boolean {
  if (!word) return false;
  const { name } = word.tokenType;
  return beginsType(word.image, name === 'ID' || name === 'QNAME', next?.image);
}

/** A token that does not stand in the text, placed right behind `after` (or at the start). */
export function virtualToken(
  after: IToken | undefined,
  image: string,
  tokenType: TokenType,
): IToken {
  const startOffset = after ? (after.endOffset ?? after.startOffset) + 1 : 0;
  return {
    image,
    startOffset,
    endOffset: startOffset - 1,
    startLine: after?.endLine ?? 1,
    endLine: after?.endLine ?? 1,
    startColumn: (after?.endColumn ?? 0) + 1,
    endColumn: after?.endColumn ?? 0,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
    tokenType,
    isInsertedInRecovery: true,
  };
}
