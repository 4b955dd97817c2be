import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternExample } from '../../src/contracts/types/pattern.js';

describe('an example for a pattern', () => {
  it.each([
    ['[A-Z]{3}-[0-9]{6}', /^[A-Z]{3}-\d{6}$/],
    ['^\\d{4}/[^\\s]{2}$', /^\d{4}\/\S{2}$/],
    ['^(?:cash|card)$', /^cash$/],
    ['^[^a-z]+$', /^[^a-z]+$/],
    ['^(a|b)\\1$', /^aa$/],
    ['^\\+?[1-9]\\d{1,14}$', /^\+?[1-9]\d{1,14}$/],
  ])('%s', (pattern, expected) => {
    expect(patternExample(pattern)).toMatch(expected);
  });

  it('grows to the length that is wanted', () => {
    expect(patternExample('^[a-z]+$', 8, 12)).toMatch(/^[a-z]{8,12}$/);
  });

  it.each(['[', '(?=a)b', '^\\p{Lu}+$', '^a{1000}$', '(?<=x)y', '^(?!.)x$'])(
    'is left out where none is found: %s',
    (pattern) => {
      const example = patternExample(pattern);
      if (example !== undefined) expect(example).toMatch(new RegExp(pattern, 'u'));
    },
  );

  it('always matches', () => {
    fc.assert(
      fc.property(fc.string(), (pattern) => {
        const example = patternExample(pattern);
        if (example !== undefined) expect(new RegExp(pattern, 'u').test(example)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
