import type { IRecognitionException, IToken } from 'chevrotain';
import type { LexerResult } from 'langium';
import { balanceBraces } from './braces.js';
import { isForeignComment, unexpectedCharacters } from './characters.js';
import type { Document } from './generated/ast.js';
import { langium } from './langium-parser.js';
import type { ArchLexer } from './lexer.js';
import type { Mistake } from './mistakes/mistake.js';
import { recognise } from './mistakes/recognise.js';
import type { ParsedText } from './parsed-text.js';
import { ProblemList } from './problem-list.js';
import { repair } from './repair.js';
import type { DocComment } from './scanner.js';
import { substitute, substituteAt } from './substitute.js';
import { closeBrackets } from './unclosed/brackets.js';
import { beginsComment, unclosedComment } from './unclosed/comments.js';
import { closeLongTexts, closeTexts, type Closed } from './unclosed/texts.js';
import { cutUnfinished } from './unfinished.js';
import { describeSyntaxError, type SyntaxProblem } from './syntax-problem.js';

/** Parses a text that is not well-formed: what is wrong is cut out and told, the rest is read. */
export function parseFaulty(text: string): ParsedText {
  const { parser, lexer } = langium();
  const lexed = lexer.tokenize(text);
  const problems = new ProblemList();
  const known = readUnknownCharacters(text, lexed, lexer, problems);
  const tokenize = (meant: string) => lexer.tokenize(meant).tokens;
  const keep = (closed: Closed): readonly IToken[] => {
    for (const { problem, line } of closed.problems) problems.add(problem, line);
    return closed.tokens;
  };
  const readable = keep(closeLongTexts(text, known, tokenize));
  const documents: Document[] = [];

  const parseTokens = (tokens: readonly IToken[]) => {
    lexer.replay(tokens);
    const result = parser.parse<Document>(text);
    return { document: result.value, error: result.parserErrors[0] };
  };

  const whole = parseTokens(readable);
  if (!whole.error) {
    documents.push(whole.document);
  } else {
    const finished = keep(cutUnfinished(keep(closeTexts(readable, tokenize))));
    const bracketed = keep(closeBrackets(finished, lexer.definition));
    const balanced = balanceBraces(bracketed, lexer.definition);
    for (const problem of balanced.problems) problems.add(problem, 0);
    for (const piece of pieces(balanced.tokens)) {
      documents.push(...parsePiece(piece, parseTokens, lexer, problems));
    }
  }
  const { hidden: comments, tokens } = lexed;
  const docs = docsAmong(comments, tokens);
  return { text, documents, docs, comments, tokens, problems: problems.sorted() };
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

/** Reports what the lexer could not read. Answers the tokens with what was meant there instead. */
function readUnknownCharacters(
  text: string,
  lexed: LexerResult,
  lexer: ArchLexer,
  problems: ProblemList,
): readonly IToken[] {
  let tokens: readonly IToken[] = lexed.tokens;
  let end = 0;
  let count = 0;
  for (const error of lexed.errors) {
    const { offset, length, line } = error;
    if (offset < end) continue;
    const isComment = beginsComment(text, offset);
    const problem = isComment
      ? unclosedComment(text, offset)
      : unexpectedCharacters(text, offset, length);
    problems.add(problem, line ?? 0);
    end = problem.end;
    // A text with more of them is in another language; reading it well is not worth the time.
    if (++count > 100) continue;
    if (isComment) {
      tokens = tokens.filter(({ startOffset }) => startOffset < offset || startOffset >= end);
    } else if (isForeignComment(text, offset)) {
      tokens = tokens.filter(({ startLine }) => startLine !== line);
      end = offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
    } else if (problem.fix && problem.fix.text !== '') {
      tokens = substituteAt(tokens, error, end, lexer.tokenize(problem.fix.text).tokens);
    }
  }
  return tokens;
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
  problems: ProblemList,
): Document[] {
  let tokens = piece;
  let budget = 200;
  /** Where mistakes were read as what was meant. What is wrong there again was something else. */
  const recognised = new Set<number>();
  for (;;) {
    const { document, error } = parseTokens(tokens);
    if (!error) return [document];
    const index = tokens.indexOf(error.token);
    const mistake = recognise({ tokens, index: index < 0 ? tokens.length : index });
    const where = mistake && tokens[mistake.from]?.startOffset;
    if (mistake && where !== undefined && budget > 0 && !recognised.has(where)) {
      budget -= 5;
      recognised.add(where);
      problems.add(describeMistake(tokens, mistake), tokens[mistake.from]?.startLine ?? 0);
      tokens = substitute(tokens, mistake.from, mistake.to, lexer.tokenize(mistake.instead).tokens);
      continue;
    }
    const next = repair(tokens, error, {
      keywords: lexer.definition,
      furthest: (candidate) => errorIndex(candidate, parseTokens(candidate).error),
      thorough: (budget -= 5) > 100,
    });
    const problem = describeSyntaxError(tokens, error, next.replaced);
    problems.addUnlessFollowing(problem, piece);
    if (budget <= 0) {
      // Not an .arch text at all, or too broken to be worth more: say so once and go on.
      return [];
    }
    tokens = next.tokens;
  }
}

function describeMistake(tokens: readonly IToken[], mistake: Mistake): SyntaxProblem {
  const { message, from, to, instead, guess } = mistake;
  const first = tokens[from];
  const last = tokens[to - 1];
  const offset = first?.startOffset ?? 0;
  const end = (last?.endOffset ?? offset) + 1;
  if (guess) return { message, offset, end };
  const title =
    instead === ''
      ? 'Remove this'
      : instead.includes('\n')
        ? 'Write it as two statements'
        : `Write \`${instead.trim()}\``;
  return { message, offset, end, fix: { title, text: instead } };
}

/** How many tokens were read before the error; all of them where there is none. */
function errorIndex(tokens: readonly IToken[], error: IRecognitionException | undefined): number {
  if (!error) return Number.POSITIVE_INFINITY;
  const index = tokens.indexOf(error.token);
  return index < 0 ? tokens.length : index;
}
