import type { IToken } from 'chevrotain';
import { textLiteral } from '../literals.js';
import { substitute } from '../substitute.js';
import type { SyntaxProblem } from '../syntax-problem.js';

/** Tokens of a text in which more is closed than its author did, and what is said of it. */
export interface Closed {
  readonly tokens: readonly IToken[];
  readonly problems: readonly { readonly problem: SyntaxProblem; readonly line: number }[];
}

type Tokenize = (text: string) => readonly IToken[];

/**
 * Closes texts of several lines (`"""…`) that nobody closes: at the last line that stands deeper than
 * the one they begin on.
 */
export function closeLongTexts(
  text: string,
  tokens: readonly IToken[],
  tokenize: Tokenize,
): Closed {
  let result = tokens;
  const problems: Closed['problems'][number][] = [];
  for (let index = 0; index < result.length; index++) {
    const [empty, rest] = [result[index]!, result[index + 1]];
    if (empty.image !== '""' || !rest?.image.startsWith('"')) continue;
    const offset = empty.startOffset;
    if (rest.startOffset !== offset + 2) continue;
    const source = text.slice(offset, endOfDeeperLines(text, offset)).trimEnd();
    const end = offset + source.length;
    let to = index + 1;
    while (to < result.length && result[to]!.startOffset < end) to++;
    result = substitute(result, index, to, tokenize(`${source}"""`));
    problems.push({
      line: empty.startLine ?? 0,
      problem: {
        message: 'This text is never closed. Write `"""` behind its end.',
        offset,
        end,
        fix: { title: 'Close the text', text: `${source}"""` },
      },
    });
  }
  return { tokens: result, problems };
}

function endOfDeeperLines(text: string, offset: number): number {
  const begin = text.lastIndexOf('\n', offset) + 1;
  const indent = indentOf(text.slice(begin));
  let end = endOfLine(text, offset);
  for (let next = end + 1; next < text.length; next = endOfLine(text, next) + 1) {
    const line = text.slice(next, endOfLine(text, next));
    if (line.trim() === '') continue;
    if (indentOf(line) <= indent) break;
    end = next + line.length;
  }
  return end;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/**
 * Closes texts of one line that nobody closes: they have swallowed the brackets and braces behind
 * them, which are given back.
 */
export function closeTexts(tokens: readonly IToken[], tokenize: Tokenize): Closed {
  const result: IToken[] = [];
  const problems: Closed['problems'][number][] = [];
  for (const token of tokens) {
    const problem =
      token.tokenType.name === 'STRING'
        ? textLiteral(token.image).problems.find(({ offset }) => offset === 0)
        : undefined;
    if (!problem) {
      result.push(token);
      continue;
    }
    const { startOffset: offset, startLine: line = 0, image } = token;
    const behind = closersBehind(image);
    const inner = image.slice(0, image.length - behind.length);
    const { message } = problem;
    problems.push({ line, problem: { message, offset, end: offset + inner.length } });
    result.push(...substitute([token], 0, 1, tokenize(`${inner}"${behind}`)));
  }
  return { tokens: result, problems };
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Closing brackets at the end of a text that opens none of them. */
function closersBehind(image: string): string {
  const behind = /[\s)\]}]*$/.exec(image)?.[0] ?? '';
  const inner = image.slice(0, image.length - behind.length);
  const opens = [...behind].some((closer) => inner.includes(openers[closer] ?? closer));
  return opens ? '' : behind;
}
