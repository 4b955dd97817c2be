import { describe, expect, it } from 'vitest';
import { formatArch } from '../../src/language/formatter.js';
import { langium } from '../../src/language/langium-parser.js';
import { parseWellFormed } from '../../src/language/well-formed.js';
import { plainTree } from './plain-tree.js';
import { beginnings, Sentences } from './sentences.js';

/** The tree of a text without places; undefined where the text is not well-formed. */
function treeOf(text: string, places = true): unknown {
  const { value, parserErrors, lexerErrors } = langium().parser.parse(text);
  if (parserErrors.length + lexerErrors.length > 0) return undefined;
  const tree = plainTree(value);
  if (places) return tree;
  return JSON.parse(
    JSON.stringify(tree, (key, inner: unknown) => (key === 'extent' ? undefined : inner)),
  ) as unknown;
}

describe.each(Object.keys(beginnings) as (keyof typeof beginnings)[])(
  'sentences from %s',
  (from) => {
    const sentences = new Sentences(from.length);
    // A list takes what follows its comma for one of its own, so a few sentences are none.
    const texts = Array.from({ length: 250 }, () => sentences.sentence(from)).filter(
      (text) => text.length < 1500 && treeOf(text) !== undefined,
    );

    it('are the same to both parsers', () => {
      expect(texts.length).toBeGreaterThan(150);
      let read = 0;
      for (const text of texts) {
        const tree = parseWellFormed(text)?.documents[0];
        // Where it would have to look far ahead, ours leaves the text to Langium's.
        if (!tree) continue;
        read++;
        expect(plainTree(tree), text).toEqual(treeOf(text));
      }
      expect(read).toBeGreaterThan(texts.length * 0.9);
    });

    it('say the same when they are formatted, and are formatted then', () => {
      for (const text of texts) {
        const once = formatArch(text);
        expect(treeOf(once, false), text).toEqual(treeOf(text, false));
        expect(formatArch(once), text).toBe(once);
      }
    });
  },
);
