import type { TokenType } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST } from 'langium';

/**
 * Makes every keyword a name as well: its token belongs to the category of `ID` (or `DASH_WORD`),
 * so the parser takes it wherever a name may stand, and lookahead still tells the two apart.
 */
export class ArchTokenBuilder extends DefaultTokenBuilder {
  protected override buildKeywordToken(
    keyword: GrammarAST.Keyword,
    terminalTokens: TokenType[],
    caseInsensitive: boolean,
  ): TokenType {
    const token = super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
    const byName = (name: string) => terminalTokens.find((terminal) => terminal.name === name);
    const words = ['QNAME', 'DASH_WORD', 'ID'].map(byName).filter((type) => type !== undefined);
    if (isWord(keyword.value)) {
      token.CATEGORIES = words.filter((type) => type.name === 'ID');
      token.LONGER_ALT = words;
    } else if (isDashWord(keyword.value)) {
      token.CATEGORIES = words.filter((type) => type.name === 'DASH_WORD');
      token.LONGER_ALT = words.filter((type) => type.name === 'DASH_WORD');
    }
    return token;
  }

  /** Langium's search tries each word on each terminal, a fifth of what building a parser costs. */
  protected override findLongerAlt(
    keyword: GrammarAST.Keyword,
    terminalTokens: TokenType[],
  ): TokenType[] {
    return isWord(keyword.value) || isDashWord(keyword.value)
      ? []
      : super.findLongerAlt(keyword, terminalTokens);
  }
}

function isWord(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

function isDashWord(text: string): boolean {
  return /^[A-Za-z_]\w*(-\w+)+$/.test(text);
}
