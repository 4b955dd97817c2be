import {
  createParser,
  LangiumParser,
  type AstNode,
  type LangiumCoreServices,
  type LexerResult,
  type ParseResult,
} from 'langium';
import type { IRecognitionException } from 'chevrotain';
import { Extents } from './extent-nodes.js';

type RuleMethod = (args: Record<string, unknown>) => unknown;

/** What Langium's parser keeps to itself and this one builds on; a test holds the two together. */
interface ParserInternals {
  readonly lexer: { tokenize(text: string): LexerResult };
  readonly wrapper: { input: LexerResult['tokens']; readonly errors: IRecognitionException[] };
  readonly unorderedGroups: Map<string, boolean[]>;
  readonly mainRule: RuleMethod;
  readonly allRules: ReadonlyMap<string, RuleMethod>;
  readonly stack: { $type: string | symbol; value?: string }[];
  nodeBuilder: Extents;
  lexerResult: LexerResult | undefined;
  doParse(rule: RuleMethod): AstNode;
  isRecording(): boolean;
  construct(): unknown;
  linkCstNode(item: unknown): void;
}

const Parser = LangiumParser as unknown as new (services: LangiumCoreServices) => ParserInternals;

/**
 * Langium's parser without what nobody here asks of its trees: no node for each token (seven
 * tenths of what a parse allocates), no `$container`. A node's `$cstNode` knows where its text
 * begins and ends, and no more (`extentOf`).
 */
class ArchParser extends Parser {
  readonly #defaults = new Map<string | symbol, readonly (readonly [string, unknown])[]>();
  readonly #services: LangiumCoreServices;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.#services = services;
    this.nodeBuilder = new Extents();
  }

  parse(text: string, options: { readonly rule?: string } = {}): ParseResult {
    this.nodeBuilder.buildRootNode();
    const lexed = this.lexer.tokenize(text);
    this.lexerResult = { ...lexed, hidden: [] };
    this.wrapper.input = lexed.tokens;
    const rule = options.rule === undefined ? this.mainRule : this.allRules.get(options.rule);
    if (!rule) throw new Error(`The grammar has no rule ${String(options.rule)}.`);
    const value = this.doParse(rule);
    this.unorderedGroups.clear();
    this.lexerResult = undefined;
    return { value, lexerErrors: lexed.errors, parserErrors: this.wrapper.errors };
  }

  /** Closes a node. Called for every node, so what a type needs is worked out once. */
  override construct(): unknown {
    if (this.isRecording()) return undefined;
    const top = this.stack.at(-1);
    if (!top || typeof top.$type === 'symbol' || '$infixName' in top) return super.construct();
    this.stack.pop();
    const node = top as unknown as Record<string, unknown>;
    this.nodeBuilder.construct(node);
    for (const [name, value] of this.#defaultsOf(top.$type)) {
      node[name] ??= Array.isArray(value) ? [...(value as unknown[])] : value;
    }
    return node;
  }

  override linkCstNode(): void {
    // The way back, from text to node, is not asked for.
  }

  /** Values of properties that a node has even where the text does not say them. */
  #defaultsOf(type: string): readonly (readonly [string, unknown])[] {
    let known = this.#defaults.get(type);
    if (!known) {
      const { properties } = this.#services.shared.AstReflection.getTypeMetaData(type);
      known = Object.values(properties).flatMap(({ name, defaultValue }) =>
        defaultValue === undefined ? [] : [[name, defaultValue] as const],
      );
      this.#defaults.set(type, known);
    }
    return known;
  }
}

/** Builds the parser of the grammar, as Langium's `createLangiumParser` does. */
export function createArchParser(services: LangiumCoreServices): LangiumParser {
  const parser = new ArchParser(services) as unknown as LangiumParser;
  createParser(services.Grammar, parser, services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}
