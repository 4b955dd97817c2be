import { parseFaulty } from './langium.js';
import type { ParsedText } from './parsed-text.js';
import { parseWellFormed } from './well-formed.js';

/**
 * Parses a text. Never throws: whatever is wrong becomes a problem, and everything that is not
 * touched by it is in the tree. A well-formed text is read by the parser that is generated from the
 * grammar. Langium's, which can say what is wrong, reads any other: the statements at fault are cut
 * out and the rest is parsed again.
 */
export function parseArch(text: string): ParsedText {
  return parseWellFormed(text) ?? parseFaulty(text);
}
