import type { IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LexerResult } from 'langium';
import { doubtfulWords, isPlainName } from './plain-names.js';
import { beginsType } from './result-status.js';

/**
 * Langium's lexer, with three additions: it tells names from keywords where the grammar cannot, it
 * marks where a result is only a status, and it can hand the parser a prepared list of tokens
 * (`replay`), which error recovery needs.
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
    const { ID: id, END_OF_STATUS: endOfStatus } = this.tokenTypes;
    if (id) nameKeywords(result.tokens, id);
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
      !isType(tokens, i + 1)
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

function isType(tokens: readonly IToken[], index: number): boolean {
  const word = tokens[index];
  if (!word) return false;
  const { name } = word.tokenType;
  const isName = name === 'ID' || name === 'QNAME';
  return beginsType(isName, (distance) => tokens[index + distance]?.image);
}

const doubtful = new Set(doubtfulWords);

/** Makes names of keywords that are names where they stand. */
function nameKeywords(tokens: readonly IToken[], id: TokenType): void {
  for (const [index, token] of tokens.entries()) {
    if (!doubtful.has(token.image)) continue;
    if (!isPlainName(token.image, (distance) => tokens[index + distance]?.image)) continue;
    token.tokenType = id;
    token.tokenTypeIdx = id.tokenTypeIdx ?? 0;
  }
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
