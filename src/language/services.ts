import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type ValueConverter,
} from 'langium';
import {
  ArchivoltGeneratedModule,
  ArchivoltGeneratedSharedModule,
  parserConfig,
} from './generated/module.js';
import { ArchLexer } from './lexer.js';
import { LazyLookahead } from './lookahead.js';
import { createArchParser } from './parser.js';
import { ArchTokenBuilder } from './tokens.js';

/** Literals keep their text in the AST; `literals.ts` gives them meaning, with places for errors. */
const verbatim: ValueConverter = { convert: (input) => input };

/**
 * The Langium services that Archivolt uses: lexer and parser. There is no linker, index or
 * document builder behind them; names are resolved on the model (src/model/resolve).
 */
export function createLanguage(): LangiumCoreServices {
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    ArchivoltGeneratedSharedModule,
  );
  const language: LangiumCoreServices = inject(
    createDefaultCoreModule({ shared }),
    ArchivoltGeneratedModule,
    {
      parser: {
        // Lookahead is unlimited (ALL(*)); `maxLookahead` bounds only the search for words of error
        // messages, which we do not use and which costs half a second in a rule of fifty
        // alternatives. The strategy must be named: Langium takes LL(k) where it sees a bound.
        ParserConfig: () => ({
          ...parserConfig,
          maxLookahead: 1,
          lookaheadStrategy: new LazyLookahead({ logging: () => undefined }),
        }),
        TokenBuilder: () => new ArchTokenBuilder(),
        Lexer: (services: LangiumCoreServices) => new ArchLexer(services),
        LangiumParser: (services: LangiumCoreServices) => createArchParser(services),
        ValueConverter: () => verbatim,
      },
    },
  );
  shared.ServiceRegistry.register(language);
  return language;
}
