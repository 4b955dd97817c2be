import type { IToken } from 'chevrotain';
import { keywords } from './generated/syntax.js';
import { openedBy, type OpenBlock } from './cursor.js';
import { expectedBehind } from './expected/expected.js';
import { formOf } from './statement-forms.js';
import type { SyntaxProblem } from './syntax-problem.js';
import { statementKeywords } from './vocabulary/members.js';
import { propertyNames } from './vocabulary/properties.js';

/** A statement that its line ends too early: numbers of its first token and of that behind it. */
interface Unfinished {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts out statements that nobody has finished: `kind`, and the next line begins with `volatility`.
 * Lines mean nothing in the language, so the word of the next line would be taken for what is
 * missing, and all the rest of that line for nonsense. Only for texts that do not parse.
 */
export function cutUnfinished(tokens: readonly IToken[]): {
  tokens: readonly IToken[];
  problems: { readonly problem: SyntaxProblem; readonly line: number }[];
} {
  const found = unfinishedIn(tokens);
  if (found.length === 0) return { tokens, problems: [] };
  const isCut = (index: number) => found.some(({ from, to }) => index >= from && index < to);
  return {
    tokens: tokens.filter((_, index) => !isCut(index)),
    problems: found.map(({ from, to }) => describe(tokens.slice(from, to))),
  };
}

function unfinishedIn(tokens: readonly IToken[]): Unfinished[] {
  const found: Unfinished[] = [];
  const stack: OpenBlock[] = [];
  /** The first token behind the last brace, and the first one on its line. */
  let start = 0;
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    const { image, startLine } = token;
    if (startLine !== tokens[index - 1]?.startLine) line = index;
    if (image === '{') {
      stack.push(openedBy(tokens, start, index, stack.at(-1)?.block === 'contextmap'));
      start = index + 1;
    } else if (image === '}') {
      stack.pop();
      start = index + 1;
    } else {
      const block = stack.at(-1)?.block ?? 'file';
      if (!endsTooEarly(tokens, index, Math.max(start, line), block)) continue;
      const from = Math.max(start, line);
      const begin = openStatement(block, tokens.slice(from, index + 1));
      if (begin !== undefined) found.push({ from: from + begin, to: index + 1 });
      // The statement may end there, but behind a comma its list goes on.
      else if (image === ',') found.push({ from: index, to: index + 1 });
    }
  }
  return found;
}

/** Whether a token is the last one of its line, and a statement or the end of the block follows. */
function endsTooEarly(
  tokens: readonly IToken[],
  index: number,
  line: number,
  block: OpenBlock['block'],
): boolean {
  const { image, startLine } = tokens[index]!;
  const next = tokens[index + 1];
  if (!next || next.startLine === startLine) return false;
  const byNames = block === 'contextmap' || block === 'flow';
  // Behind a name or value a statement may end, but for those; behind keywords and brackets not.
  if (!byNames && !keywords.has(image) && !longer.has(tokens[line]!.image)) return false;
  if (next.image === '}') return true;
  // Parameters and roles may stand on lines of their own.
  if (/^[(,]$/.test(image) && places.has(next.image)) return false;
  if (byNames) return holdsArrow(tokens, index + 1);
  // What a colon follows is a field or a parameter, whatever it is called.
  return statementKeywords.has(next.image) && tokens[index + 2]?.image !== ':';
}

/** Statements whose name something has to follow. */
const longer: ReadonlySet<string> = new Set([
  ...['api', 'store', 'broker', 'scalar', 'union', 'rpc', 'query', 'mutation', 'subscription'],
  ...['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'id'],
]);

/** Words that say where a parameter comes from; some of them begin statements as well. */
const places: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie', 'body']);

/** Whether the line that begins there is a relation or step of its own: a name, and an arrow. */
function holdsArrow(tokens: readonly IToken[], from: number): boolean {
  const line = tokens[from]!.startLine;
  if (!/^[A-Za-z_]/.test(tokens[from]!.image)) return false;
  for (let index = from + 1; tokens[index]?.startLine === line; index++) {
    if (/^(->|<-|<->|><|publishes|on)$/.test(tokens[index]!.image)) return true;
  }
  return false;
}

/** Where the statement begins that must go on behind these tokens; undefined where none must. */
function openStatement(block: OpenBlock['block'], tokens: readonly IToken[]): number | undefined {
  const expected = expectedBehind(
    block,
    tokens.map(({ image }) => image),
  );
  const members = expected.map(({ member }) => member);
  if (members.length === 0 || members.includes(tokens.length)) return undefined;
  return Math.min(...members);
}

function describe(statement: readonly IToken[]): {
  readonly problem: SyntaxProblem;
  readonly line: number;
} {
  const first = statement[0]!;
  const last = statement.at(-1)!;
  const form = formOf(first.image);
  const message =
    first.image === ','
      ? 'Nothing follows behind this `,`.'
      : statement.length === 1 && propertyNames.has(first.image)
        ? `\`${first.image}\` has no value.`
        : `This \`${first.image}\` is not complete${form === undefined ? '' : `: \`${form}\``}.`;
  const offset = first.startOffset;
  return {
    problem: { message, offset, end: last.startOffset + last.image.length },
    line: first.startLine ?? 0,
  };
}
