import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { virtualToken } from '../lexer.js';
import type { Closed } from './texts.js';

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/**
 * Closes round and square brackets that a brace or the end of the text finds open, since none of them
 * holds a block: at the end of the line that they stand on, before what a list of roles cannot hold.
 */
export function closeBrackets(tokens: readonly IToken[], definition: TokenTypeDictionary): Closed {
  /** Indices of tokens behind which a bracket is missing, with the one that opens it. */
  const missing = new Map<number, number[]>();
  const open: number[] = [];
  const giveUp = (until: number) => {
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      const at = lastInside(tokens, from, until);
      missing.set(at, [...(missing.get(at) ?? []), from]);
    }
  };
  for (const [index, { image }] of tokens.entries()) {
    if (closers.has(image)) open.push(index);
    else if (image === ')' || image === ']') {
      if (closers.get(tokens[open.at(-1) ?? -1]?.image ?? '') === image) open.pop();
    } else if (image === '{' || image === '}') giveUp(index);
  }
  giveUp(tokens.length);
  if (missing.size === 0) return { tokens, problems: [] };
  return {
    tokens: tokens.flatMap((token, index) => [
      token,
      ...(missing.get(index) ?? []).flatMap((from) => {
        const image = closers.get(tokens[from]!.image)!;
        const type = definition[image];
        return type ? [virtualToken(token, image, type)] : [];
      }),
    ]),
    problems: [...missing].flatMap(([at, opened]) =>
      opened.map((from) => describe(tokens[from]!, tokens.slice(from, at + 1))),
    ),
  };
}

/** The last token that a bracket holds, most likely; at least the bracket itself. */
function lastInside(tokens: readonly IToken[], from: number, until: number): number {
  const line = tokens[from]!.startLine;
  const isList = tokens[from]!.image === '[';
  let at = from;
  while (at + 1 < until && tokens[at + 1]!.startLine === line) {
    if (isList && /^[-<>(){}:=]/.test(tokens[at + 1]!.image)) break;
    at++;
  }
  return at;
}

function describe(opener: IToken, inside: readonly IToken[]): Closed['problems'][number] {
  const closer = closers.get(opener.image) ?? '';
  const last = inside.at(-1) ?? opener;
  const offset = opener.startOffset;
  return {
    line: opener.startLine ?? 0,
    problem: {
      message: `This \`${opener.image}\` is never closed. Add the missing \`${closer}\`.`,
      offset,
      end: Math.max(offset, last.endOffset ?? offset) + 1,
    },
  };
}
