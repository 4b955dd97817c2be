import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singular } from '../../src/language/singular.js';
import { stemsOf } from '../../src/language/stems.js';

const stems = ['utility', 'entity', 'process', 'box', 'data', 'day', 'rest', 'ui'];
const pattern = new RegExp(`^(?:${stemsOf(stems)})`);

describe('stems of words', () => {
  it('match whatever is one of the words in the singular', () => {
    const word = fc
      .tuple(
        fc.constantFrom(...stems, 'utilit', 'entit', 'da'),
        fc.constantFrom('', 's', 'es', 'ies', 'y', 'ys'),
      )
      .map((parts) => parts.join(''));
    let meant = 0;
    fc.assert(
      fc.property(word, (one) => {
        if (!stems.includes(singular(one))) return;
        meant++;
        expect(one).toMatch(pattern);
      }),
      { seed: 7, numRuns: 1000 },
    );
    expect(meant).toBeGreaterThan(100);
    expect('order').not.toMatch(pattern);
  });
});
