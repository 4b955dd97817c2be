import type { IToken } from 'chevrotain';
import type { LangiumParser } from 'langium';
import type { ArchLexer } from './lexer.js';
import { createLanguage } from './services.js';

let language: { readonly parser: LangiumParser; readonly lexer: ArchLexer } | undefined;

/** Langium's parser and lexer, built on first use: that takes longer than a small model. */
export function langium(): { readonly parser: LangiumParser; readonly lexer: ArchLexer } {
  if (!language) {
    const { parser } = createLanguage();
    language = { parser: parser.LangiumParser, lexer: parser.Lexer as ArchLexer };
  }
  return language;
}

/** Tokens and comments of a text, each in its order. */
export function lexText(text: string): { tokens: readonly IToken[]; comments: readonly IToken[] } {
  const { tokens, hidden } = langium().lexer.tokenize(text);
  return { tokens, comments: hidden };
}

/** Lexes a text without parsing it. */
export function lexArch(text: string): readonly IToken[] {
  return lexText(text).tokens;
}
