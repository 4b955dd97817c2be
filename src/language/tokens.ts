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
    if (/^[A-Za-z_]\w*$/.test(keyword.value)) {
      token.CATEGORIES = words.filter((type) => type.name === 'ID');
      token.LONGER_ALT = words;
    } else if (/^[A-Za-z_]\w*(-\w+)+$/.test(keyword.value)) {
      token.CATEGORIES = words.filter((type) => type.name === 'DASH_WORD');
      token.LONGER_ALT = words.filter((type) => type.name === 'DASH_WORD');
    }
    return token;
  }
}
