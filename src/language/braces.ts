import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { virtualToken } from './lexer.js';
import { headEnd } from './statement-head.js';
import type { SyntaxProblem } from './syntax-problem.js';

interface OpenBrace {
  readonly token: IToken;
  /** Column of the first token of the line that opens the block. */
  readonly indent: number;
  readonly line: number;
  /** The first line inside is not indented: then indentation says nothing about this block. */
  flat?: boolean;
}

interface Balanced {
  readonly tokens: IToken[];
  readonly problems: SyntaxProblem[];
}

/**
 * Repairs missing and superfluous braces of a text that does not parse. Layout has no meaning in
 * the language, but where a brace is missing it is the best witness of what the author meant: a
 * line that begins no deeper than the line which opened a block stands outside of that block.
 */
export function balanceBraces(
  tokens: readonly IToken[],
  definition: TokenTypeDictionary,
): Balanced {
  const opened = tokens.filter((token) => token.image === '{').length;
  const closed = tokens.filter((token) => token.image === '}').length;
  if (opened === closed) return { tokens: [...tokens], problems: [] };
  const opening = opened < closed ? openMissing(tokens, definition, closed - opened) : undefined;
  const closing = close(opening?.tokens ?? tokens, definition);
  return { tokens: closing.tokens, problems: [...(opening?.problems ?? []), ...closing.problems] };
}

/** Closes what indentation says is closed, and leaves out what closes nothing. */
function close(tokens: readonly IToken[], definition: TokenTypeDictionary): Balanced {
  const closeType = definition['}'];
  const result: IToken[] = [];
  const problems: SyntaxProblem[] = [];
  const open: OpenBrace[] = [];
  let surplus =
    tokens.filter((token) => token.image === '{').length -
    tokens.filter((token) => token.image === '}').length;
  let lineIndent = 1;
  let line = 0;

  const closeMissing = () => {
    const brace = open.pop();
    if (!brace || !closeType) return;
    surplus--;
    result.push(virtualToken(result.at(-1), '}', closeType));
    problems.push(at(brace.token, 'This `{` is never closed. Add the missing `}`.'));
  };

  for (const token of tokens) {
    const first = token.startLine !== line;
    const innermost = open.at(-1);
    if (first) {
      line = token.startLine ?? line;
      lineIndent = token.startColumn ?? 1;
      if (innermost && token.image !== '}') innermost.flat ??= lineIndent <= innermost.indent;
      const outside = (brace: OpenBrace) =>
        brace.line < line &&
        (token.image === '}' || brace.flat
          ? lineIndent < brace.indent
          : lineIndent <= brace.indent);
      for (let top = open.at(-1); surplus > 0 && top && outside(top); top = open.at(-1)) {
        closeMissing();
      }
    } else if (innermost?.line === line) {
      // What a block holds stands on the line that opens it: the next one says nothing of depth.
      innermost.flat ??= false;
    }
    if (token.image === '{') {
      open.push({ token, indent: lineIndent, line });
    } else if (token.image === '}') {
      const deeper =
        surplus < 0 && innermost !== undefined && closesDeeper(token, innermost, first);
      if (deeper || open.pop() === undefined) {
        surplus++;
        problems.push(
          at(token, 'This `}` closes nothing. Remove it, or add the `{` that it should close.'),
        );
        continue;
      }
    }
    result.push(token);
  }
  while (open.length > 0) closeMissing();
  return { tokens: result, problems };
}

/** Whether a brace stands deeper than the block that it would close. */
function closesDeeper(
  { startColumn, startLine }: IToken,
  open: OpenBrace,
  first: boolean,
): boolean {
  return first ? (startColumn ?? 1) > open.indent : open.line !== startLine;
}

/**
 * Opens blocks whose brace is missing behind their head: on the line itself where it closes one that
 * it does not open, and at its end where the next line stands deeper.
 */
function openMissing(
  tokens: readonly IToken[],
  definition: TokenTypeDictionary,
  missing: number,
): Balanced {
  const openType = definition['{'];
  if (!openType) return { tokens: [...tokens], problems: [] };
  const result: IToken[] = [];
  const problems: SyntaxProblem[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.startLine === tokens[from]?.startLine) to++;
    const line = tokens.slice(from, to);
    const end = problems.length < missing ? headEnd(line) : undefined;
    const deeper = (tokens[to]?.startColumn ?? 0) > (line[0]?.startColumn ?? 0);
    const closesMore = line.reduce((depth, { image }) => depth + depthOf(image), 0) < 0;
    const opensNone = !line.some(({ image }) => image === '{' || image === '(');
    // A head that its brace stands behind lacks none.
    const lacks = end !== undefined && line[end]?.image !== '{';
    if (lacks && (closesMore || (deeper && opensNone && end === line.length))) {
      const before = line[end - 1];
      result.push(...line.slice(0, end), virtualToken(before, '{', openType), ...line.slice(end));
      if (before) {
        const fix = { title: 'Add `{`', text: `${before.image} {` };
        problems.push({ ...at(before, 'Behind this the `{` of its block is missing.'), fix });
      }
    } else {
      result.push(...line);
    }
    from = to;
  }
  return { tokens: result, problems };
}

function depthOf(image: string): number {
  return image === '{' ? 1 : image === '}' ? -1 : 0;
}

function at(token: IToken, message: string): SyntaxProblem {
  const { startOffset, image } = token;
  return { message, offset: startOffset, end: startOffset + image.length };
}
