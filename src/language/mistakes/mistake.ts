import type { IToken } from 'chevrotain';
import { openedBy, type OpenBlock } from '../cursor.js';

/** Where the parser stopped. */
export interface Fault {
  readonly tokens: readonly IToken[];
  /** Index of the token that does not fit; the number of tokens where the text ends too early. */
  readonly index: number;
}

/**
 * A mistake that people make, recognised by its shape. It knows what was meant, so the parser can
 * read that instead and nothing around it is lost.
 */
export interface Mistake {
  readonly message: string;
  /** The tokens at fault, `to` excluded; at least one. */
  readonly from: number;
  readonly to: number;
  /** What was meant, as text. Empty where the tokens at fault say nothing. */
  readonly instead: string;
  /** The text is a guess: it lets the parser go on, but is not offered as a fix. */
  readonly guess?: boolean;
}

export type Recogniser = (fault: Fault) => Mistake | undefined;

/** The image of a token; empty outside of the text. */
export function image({ tokens }: Fault, index: number): string {
  return tokens[index]?.image ?? '';
}

export function isName(token: IToken | undefined): boolean {
  return token !== undefined && /^[A-Za-z_]\w*$/.test(token.image);
}

/** Names, and paths of names. */
export function isPath(token: IToken | undefined): boolean {
  return token !== undefined && /^[A-Za-z_][\w.]*$/.test(token.image);
}

/** A name that is not also a keyword of the language. */
export function isPlainName(token: IToken | undefined): boolean {
  return token?.tokenType.name === 'ID';
}

export function isText(token: IToken | undefined): boolean {
  return token?.tokenType.name === 'STRING' || token?.tokenType.name === 'LONG_STRING';
}

export function sameLine(a: IToken | undefined, b: IToken | undefined): boolean {
  return a !== undefined && b !== undefined && a.endLine === b.startLine;
}

/** Where a statement could begin: at a line, behind a brace or behind a comma. */
export function beginsStatement({ tokens }: Fault, index: number): boolean {
  const before = tokens[index - 1];
  return (
    before === undefined ||
    before.endLine !== tokens[index]?.startLine ||
    ['{', '}', ','].includes(before.image)
  );
}

/** The tokens from `from` on that stand on its line, up to the first brace. Answers their end. */
export function endOfLine({ tokens }: Fault, from: number): number {
  let end = from + 1;
  while (
    tokens[end] &&
    sameLine(tokens[end - 1], tokens[end]) &&
    !['{', '}'].includes(tokens[end]?.image ?? '')
  ) {
    end++;
  }
  return end;
}

/** The text of tokens, with one space between those that had any. */
export function sourceOf({ tokens }: Fault, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, i) => {
      const before = i > 0 ? tokens[from + i - 1] : undefined;
      const apart = before && (before.endOffset ?? 0) + 1 < token.startOffset;
      return (apart ? ' ' : '') + token.image;
    })
    .join('');
}

/** The block around a token. */
export function blockAt({ tokens }: Fault, index: number): OpenBlock['block'] {
  const stack: OpenBlock[] = [];
  let start = 0;
  for (let at = 0; at < index && at < tokens.length; at++) {
    const { image: mark } = tokens[at]!;
    if (mark !== '{' && mark !== '}') continue;
    if (mark === '{') stack.push(openedBy(tokens, start, at, stack.at(-1)?.block === 'contextmap'));
    else stack.pop();
    start = at + 1;
  }
  return stack.at(-1)?.block ?? 'file';
}

/** Whether the block around a token is that of a type: there, most statements are fields. */
export function isInType(fault: Fault, index: number): boolean {
  return ['entity', 'value', 'event', 'command', 'error'].includes(blockAt(fault, index));
}

/** Where the statement begins that a token stands in: at its line, behind a brace or a comma. */
export function statementStart(fault: Fault, index: number): number {
  let at = index;
  while (at > 0 && !beginsStatement(fault, at)) at--;
  return at;
}

export function isArrow(text: string): boolean {
  return ['->', '<-', '<->', '><'].includes(text);
}
