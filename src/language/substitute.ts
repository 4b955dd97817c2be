import type { ILexingError, IToken } from 'chevrotain';

type Place = Pick<
  IToken,
  'startOffset' | 'endOffset' | 'startLine' | 'endLine' | 'startColumn' | 'endColumn'
>;

/** The tokens with those from `from` to `to` (excluded, at least one) read as `meant`. */
export function substitute(
  tokens: readonly IToken[],
  from: number,
  to: number,
  meant: readonly IToken[],
): IToken[] {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return [...tokens];
  const { endOffset, endLine, endColumn } = last;
  const { startOffset, startLine, startColumn } = first;
  const place: Place = { startOffset, endOffset, startLine, endLine, startColumn, endColumn };
  return [...tokens.slice(0, from), ...placed(meant, place), ...tokens.slice(to)];
}

/** The tokens with `meant` at a place that the lexer could not read, up to `end` (excluded). */
export function substituteAt(
  tokens: readonly IToken[],
  { offset, line, column }: ILexingError,
  end: number,
  meant: readonly IToken[],
): IToken[] {
  const at = {
    ...{ startOffset: offset, startLine: line, startColumn: column },
    ...{ endOffset: end - 1, endLine: line, endColumn: (column ?? 1) + end - offset - 1 },
  };
  return [
    ...tokens.filter(({ startOffset }) => startOffset < offset),
    ...placed(meant, at),
    ...tokens.filter(({ startOffset }) => startOffset >= end),
  ];
}

/** All of them stand for the same text, so all of them have its place. */
function placed(tokens: readonly IToken[], place: Place): IToken[] {
  return tokens.map((token) => ({ ...token, ...place }));
}
