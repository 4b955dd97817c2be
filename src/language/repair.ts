import type { IRecognitionException, IToken, TokenTypeDictionary } from 'chevrotain';
import { closest } from './closest.js';
import { statementKeywords } from './vocabulary/members.js';

export interface Repair {
  readonly tokens: IToken[];
  /** A misspelt keyword that was read as the right one. */
  readonly replaced?: { readonly token: IToken; readonly by: string };
  /** That word begins a statement. */
  readonly begins?: boolean;
}

interface RepairTools {
  readonly keywords: TokenTypeDictionary;
  /** How far the parser comes with these tokens. */
  furthest(tokens: readonly IToken[]): number;
  /** Whether to try several repairs and take the best, or just to cut. */
  readonly thorough: boolean;
}

/**
 * One step of error recovery: the tokens without what stands in the way at `error`. Candidates are
 * tried in this order and the one with which the parser reads most tokens further wins: a misspelt
 * keyword put right, the line before the error cut out (a half-typed statement makes the next line
 * the one that does not fit), the line of the error, the line with its block. Every candidate is
 * shorter or has one unknown word less, so repeated repair comes to an end.
 */
export function repair(
  tokens: readonly IToken[],
  error: IRecognitionException,
  tools: RepairTools,
): Repair {
  const found = tokens.indexOf(error.token);
  const at = found < 0 ? tokens.length - 1 : found;
  const cuts: Repair[] = [];
  const cut = (from: number, to: number) => {
    if (to > from && from >= 0) {
      cuts.push({ tokens: [...tokens.slice(0, from), ...tokens.slice(to)] });
    }
  };
  const lineStart = startOfLine(tokens, at);
  const lineEnd = endOfLine(tokens, at);
  if (tools.thorough) {
    if (found >= 0 && at - lineStart <= 2 && lineStart > 0) {
      const previous = startOfLine(tokens, lineStart - 1);
      if (!hasBrace(tokens, previous, lineStart)) cut(previous, lineStart);
    }
    if (found >= 0 && !hasBrace(tokens, at, at + 1)) cut(at, at + 1);
    // A word more makes what stands behind it begin another statement.
    if (found > 0 && !hasBrace(tokens, at - 1, at)) cut(at - 1, at);
    if (!hasBrace(tokens, lineStart, lineEnd)) cut(lineStart, lineEnd);
  }
  const [from, to] = statementWithBlock(tokens, lineStart, lineEnd, at);
  cut(from, to);

  if (tools.thorough && !cuts.some((candidate) => helps(candidate, tokens[at], tools))) {
    const lines = severalLines(tokens, lineStart, at, tools);
    if (lines) return lines;
  }
  const candidates = tools.thorough ? [...otherWords(tokens, at, lineStart, tools), ...cuts] : cuts;
  let best = candidates[0];
  let bestGain = Number.NEGATIVE_INFINITY;
  if (candidates.length > 1) {
    for (const candidate of candidates) {
      // Count what is left to read, so that cutting more does not look like coming further.
      const furthest = tools.furthest(candidate.tokens);
      // A word that is almost a keyword, where a statement begins: what is wrong behind it is said
      // next, and cutting the statement would hide it.
      if (candidate.begins && furthest > at + 1) return candidate;
      const lost = tokens.length - candidate.tokens.length;
      // Coming to the end is better than coming near to it, the more is left the better.
      const reached = furthest === Number.POSITIVE_INFINITY ? 2 * tokens.length : furthest;
      const gain = reached - lost * 0.5;
      if (gain > bestGain) {
        best = candidate;
        bestGain = gain;
      }
    }
  }
  return best ?? { tokens: tokens.slice(0, Math.max(0, at)) };
}

/** Whether the parser comes to a line behind that of the error. */
function helps(candidate: Repair, error: IToken | undefined, tools: RepairTools): boolean {
  const furthest = tools.furthest(candidate.tokens);
  if (furthest === Number.POSITIVE_INFINITY) return true;
  return (candidate.tokens[furthest]?.startLine ?? 0) > (error?.startLine ?? 0);
}

/** So many lines a statement may have that nobody has finished. */
const mostLines = 12;

/**
 * Cuts the fewest lines before an error with which more can be read: the statement began there, with
 * an open bracket, say. Not beyond the brace of its block.
 */
function severalLines(
  tokens: readonly IToken[],
  lineStart: number,
  at: number,
  tools: RepairTools,
): Repair | undefined {
  const to =
    tokens[at]?.image === '}'
      ? at
      : statementWithBlock(tokens, lineStart, endOfLine(tokens, at), at)[1];
  if (hasBrace(tokens, lineStart, at)) return undefined;
  let from = lineStart;
  for (let lines = 1; lines <= mostLines && from > 0; lines++) {
    const start = startOfLine(tokens, from - 1);
    if (hasBrace(tokens, start, from)) return undefined;
    from = start;
    const cut = { tokens: [...tokens.slice(0, from), ...tokens.slice(to)] };
    if (helps(cut, tokens[at], tools)) return cut;
  }
  return undefined;
}

function otherWords(
  tokens: readonly IToken[],
  at: number,
  lineStart: number,
  tools: RepairTools,
): Repair[] {
  const words = [...statementKeywords, 'core', 'supporting', 'generic', 'subdomain', 'root', 'slo'];
  const repairs: Repair[] = [];
  for (const index of new Set([at, at - 1, at - 2, lineStart])) {
    const token = tokens[index];
    const name = token?.tokenType.name;
    if (!token || (name !== 'ID' && name !== 'DASH_WORD')) continue;
    const by = closest(token.image, words, 1)[0];
    const tokenType = by === undefined ? undefined : tools.keywords[by];
    if (by === undefined || !tokenType) continue;
    const { tokenTypeIdx = 0 } = tokenType;
    const right: IToken = { ...token, image: by, tokenType, tokenTypeIdx };
    repairs.push({
      tokens: tokens.map((other, i) => (i === index ? right : other)),
      replaced: { token, by },
      begins: index === lineStart || hasBrace(tokens, index - 1, index),
    });
  }
  return repairs;
}

function startOfLine(tokens: readonly IToken[], index: number): number {
  let start = index;
  while (start > 0 && tokens[start - 1]?.startLine === tokens[index]?.startLine) start--;
  return start;
}

function endOfLine(tokens: readonly IToken[], index: number): number {
  let end = index + 1;
  while (end < tokens.length && tokens[end]?.startLine === tokens[index]?.startLine) end++;
  return end;
}

function hasBrace(tokens: readonly IToken[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.image === '{' || token.image === '}');
}

/**
 * The range to cut for the statement at `at`: from behind the last brace before it on its line, up
 * to the end of the line or of the block that it opens.
 */
function statementWithBlock(
  tokens: readonly IToken[],
  lineStart: number,
  lineEnd: number,
  at: number,
): [number, number] {
  let from = at;
  while (from > lineStart && !hasBrace(tokens, from - 1, from)) from--;
  let depth = 0;
  for (let to = from; to < tokens.length; to++) {
    const image = tokens[to]?.image;
    if (image === '{') depth++;
    if (image === '}') {
      if (depth === 0) return to > from ? [from, to] : [from, to + 1];
      if (--depth === 0) return [from, to + 1];
    }
    if (depth === 0 && to + 1 >= lineEnd && to >= at) return [from, to + 1];
  }
  return [from, tokens.length];
}
