import type { IToken } from 'chevrotain';
import type { Document } from './generated/ast.js';
import type { DocComment } from './scanner.js';
import type { SyntaxProblem } from './syntax-problem.js';

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
