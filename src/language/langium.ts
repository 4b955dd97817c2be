/**
 * All that goes through Langium. It is a bundle of its own, which is read when one of these is
 * first called (scripts/build.mjs): a well-formed model needs nothing of it.
 */
import type { IToken } from 'chevrotain';
import { langium } from './langium-parser.js';

export { parseFaulty } from './faulty.js';

/** Tokens and comments of a text, each in its order. */
export function lexText(text: string): { tokens: readonly IToken[]; comments: readonly IToken[] } {
  const { tokens, hidden } = langium().lexer.tokenize(text);
  return { tokens, comments: hidden };
}

/** Lexes a text without parsing it. */
export function lexArch(text: string): readonly IToken[] {
  return lexText(text).tokens;
}
