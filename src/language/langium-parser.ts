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
