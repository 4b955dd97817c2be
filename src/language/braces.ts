import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { virtualToken } from './lexer.js';
import type { SyntaxProblem } from './syntax-problem.js';

interface OpenBrace {
  readonly token: IToken;
  /** Column of the first token of the line that opens the block. */
  readonly indent: number;
  readonly line: number;
  /** The first line inside is not indented: then indentation says nothing about this block. */
  flat?: boolean;
}

/**
 * Repairs missing and superfluous braces of a text that does not parse. Layout has no meaning in
 * the language, but where a brace is missing it is the best witness of what the author meant: a
 * line that begins no deeper than the line which opened a block stands outside of that block.
 */
export function balanceBraces(
  tokens: readonly IToken[],
  definition: TokenTypeDictionary,
): { tokens: IToken[]; problems: SyntaxProblem[] } {
  const opened = tokens.filter((token) => token.image === '{').length;
  const closed = tokens.filter((token) => token.image === '}').length;
  if (opened === closed) return { tokens: [...tokens], problems: [] };

  const closeType = definition['}'];
  const result: IToken[] = [];
  const problems: SyntaxProblem[] = [];
  const open: OpenBrace[] = [];
  let surplus = opened - closed;
  let lineIndent = 1;
  let line = 0;

  const closeMissing = () => {
    const brace = open.pop();
    if (!brace || !closeType) return;
    surplus--;
    result.push(virtualToken(result.at(-1), '}', closeType));
    problems.push({
      message: 'This `{` is never closed. Add the missing `}`.',
      offset: brace.token.startOffset,
      end: brace.token.startOffset + 1,
    });
  };

  for (const token of tokens) {
    const first = token.startLine !== line;
    if (first) {
      line = token.startLine ?? line;
      lineIndent = token.startColumn ?? 1;
      const innermost = open.at(-1);
      if (innermost && token.image !== '}') innermost.flat ??= lineIndent <= innermost.indent;
      const outside = (brace: OpenBrace) =>
        brace.line < line &&
        (token.image === '}' || brace.flat
          ? lineIndent < brace.indent
          : lineIndent <= brace.indent);
      for (let top = open.at(-1); surplus > 0 && top && outside(top); top = open.at(-1)) {
        closeMissing();
      }
    }
    if (token.image === '{') {
      open.push({ token, indent: lineIndent, line });
    } else if (token.image === '}' && open.pop() === undefined) {
      problems.push({
        message: 'This `}` closes nothing. Remove it, or add the `{` that it should close.',
        offset: token.startOffset,
        end: token.startOffset + 1,
      });
      continue;
    }
    result.push(token);
  }
  while (open.length > 0) closeMissing();
  return { tokens: result, problems };
}
