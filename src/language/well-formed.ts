import type { IToken } from 'chevrotain';
import type { Document } from './generated/ast.js';
import { notWellFormed, parseTokens } from './generated/parser.js';
import { lexText } from './langium.js';
import type { ParsedText } from './parsed-text.js';
import { scan, type DocComment } from './scanner.js';

/** Tokens and comments as objects are read again where someone asks for them: only editors do. */
class WellFormedText implements ParsedText {
  readonly problems = [];
  readonly text: string;
  readonly documents: readonly Document[];
  readonly docs: readonly DocComment[];
  #lexed: ReturnType<typeof lexText> | undefined;

  constructor(text: string, document: Document, docs: readonly DocComment[]) {
    this.text = text;
    this.documents = [document];
    this.docs = docs;
  }

  get comments(): readonly IToken[] {
    return (this.#lexed ??= lexText(this.text)).comments;
  }

  get tokens(): readonly IToken[] {
    return (this.#lexed ??= lexText(this.text)).tokens;
  }
}

/** The tree of a text; undefined where something is wrong with it, whatever that may be. */
export function parseWellFormed(text: string): ParsedText | undefined {
  const scanned = scan(text);
  if (!scanned) return undefined;
  try {
    return new WellFormedText(text, parseTokens(scanned.rows), scanned.docs);
  } catch (error) {
    if (error === notWellFormed || error instanceof RangeError) return undefined;
    throw error;
  }
}
