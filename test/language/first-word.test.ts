import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWord, wordsOf } from '../../src/language/names.js';

describe('the first word of a name', () => {
  it('is the first of its words', () => {
    const letters = fc.constantFrom(...'ABab09_-');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 8 }), (name) => {
        expect(firstWord(name)).toBe(wordsOf(name)[0] ?? '');
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});
