import type { IRecognitionException, IToken } from 'chevrotain';
import { balanceBraces } from './braces.js';
import type { Document } from './generated/ast.js';
import { langium } from './langium.js';
import type { ArchLexer } from './lexer.js';
import type { DocComment } from './scanner.js';
import { repair } from './repair.js';
import { parseWellFormed } from './well-formed.js';
import { describeSyntaxError, type SyntaxProblem } from './syntax-problem.js';

export interface ParsedText {
  readonly text: string;
  /**
   * The syntax trees; more than one only where errors made it necessary to parse the text in
   * pieces. Offsets are those of the text.
   */
  readonly documents: readonly Document[];
  /** Documentation comments in the order of the text, without those that stand before nothing. */
  readonly docs: readonly DocComment[];
  /** Comments in the order of the text. */
  readonly comments: readonly IToken[];
  /** Tokens as lexed, before any repair. */
  readonly tokens: readonly IToken[];
  /** In the order of the text. Empty for a well-formed text. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses a text. Never throws: whatever is wrong becomes a problem, and everything that is not
 * touched by it is in the tree. A well-formed text is read by the parser that is generated from the
 * grammar. Langium's, which can say what is wrong, reads any other: the statements at fault are cut
 * out and the rest is parsed again.
 */
export function parseArch(text: string): ParsedText {
  return parseWellFormed(text) ?? parseFaulty(text);
}

function parseFaulty(text: string): ParsedText {
  const { parser, lexer } = langium();
  const lexed = lexer.tokenize(text);
  const problems: SyntaxProblem[] = lexed.errors.map((error) => ({
    message: unexpectedCharacters(text.slice(error.offset, error.offset + error.length)),
    offset: error.offset,
    end: error.offset + error.length,
  }));
  const documents: Document[] = [];

  const parseTokens = (tokens: readonly IToken[]) => {
    lexer.replay(tokens);
    const result = parser.parse<Document>(text);
    return { document: result.value, error: result.parserErrors[0] };
  };

  const whole = parseTokens(lexed.tokens);
  if (!whole.error) {
    documents.push(whole.document);
  } else {
    const balanced = balanceBraces(lexed.tokens, lexer.definition);
    problems.push(...balanced.problems);
    for (const piece of pieces(balanced.tokens)) {
      documents.push(...parsePiece(piece, parseTokens, lexer, problems));
    }
  }
  problems.sort((a, b) => a.offset - b.offset);
  const { hidden: comments, tokens } = lexed;
  return { text, documents, docs: docsAmong(comments, tokens), comments, tokens, problems };
}

function docsAmong(comments: readonly IToken[], tokens: readonly IToken[]): DocComment[] {
  const docs: DocComment[] = [];
  let index = 0;
  for (const { image, startOffset } of comments) {
    if (!image.startsWith('/**') || image.length < 5) continue;
    while (index < tokens.length && (tokens[index]?.startOffset ?? 0) < startOffset) index++;
    const next = tokens[index];
    if (next) docs.push({ source: image, before: next.startOffset });
  }
  return docs;
}

/** Cuts the tokens behind every brace that closes a block of the top level. */
function pieces(tokens: readonly IToken[]): IToken[][] {
  const result: IToken[][] = [];
  let piece: IToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    piece.push(token);
    if (token.image === '{') depth++;
    if (token.image === '}' && --depth <= 0) {
      depth = 0;
      result.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) result.push(piece);
  return result;
}

type ParseTokens = (tokens: readonly IToken[]) => {
  document: Document;
  error: IRecognitionException | undefined;
};

/** Parses one piece, cutting out a statement for each syntax error until the rest parses. */
function parsePiece(
  piece: IToken[],
  parseTokens: ParseTokens,
  lexer: ArchLexer,
  problems: SyntaxProblem[],
): Document[] {
  let tokens = piece;
  let budget = 200;
  for (;;) {
    const { document, error } = parseTokens(tokens);
    if (!error) return [document];
    const next = repair(tokens, error, {
      keywords: lexer.definition,
      furthest: (candidate) => errorIndex(candidate, parseTokens(candidate).error),
      thorough: (budget -= 5) > 100,
    });
    problems.push(describeSyntaxError(tokens, error, next.replaced));
    if (budget <= 0) {
      // Not an .arch text at all, or too broken to be worth more: say so once and go on.
      return [];
    }
    tokens = next.tokens;
  }
}

/** How many tokens were read before the error; all of them where there is none. */
function errorIndex(tokens: readonly IToken[], error: IRecognitionException | undefined): number {
  if (!error) return Number.POSITIVE_INFINITY;
  const index = tokens.indexOf(error.token);
  return index < 0 ? tokens.length : index;
}

function unexpectedCharacters(characters: string): string {
  const shown = JSON.stringify(characters.slice(0, 20)).slice(1, -1);
  return (
    `Unexpected ${characters.length === 1 ? 'character' : 'characters'} \`${shown}\`. Names use ` +
    'the letters A to Z, digits and `_`; put any other text into quotes.'
  );
}
