import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWithVerb, isPlural, plainPath } from '../../src/rules/contracts/rest-words.js';

const word = fc.constantFrom(
  ...['orders', 'order', 'get', 'list', 'lists', 'status', 'address', 'basis', 's', 'getters'],
  ...['v1', 'V2', '{id}', '{a-b}', 'Orders', 'order_lines', 'lines2s', '', '-', 'people', '7s'],
);
const segment = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));

describe('a plain path', () => {
  it('has no verb, no singular and no odd letters, whatever the rule would look at', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        if (!plainPath(4).test(`/${segments.join('/')}`)) return;
        plain++;
        const written = segments.filter((one) => one !== '');
        expect(written.length).toBeLessThanOrEqual(4);
        for (const name of written) {
          if (name.startsWith('{') || /^v\d+$/i.test(name)) continue;
          expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
          const words = name.split('-').filter((one) => one !== '');
          expect(beginsWithVerb(words)).toBe(false);
          expect(isPlural(words)).toBe(true);
        }
      }),
      { seed: 7, numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it('is what most APIs write', () => {
    for (const path of ['/', '', '/v1/orders', '/v1/orders/{id}/lines', '/listings/{id}/']) {
      expect(plainPath(4).test(path)).toBe(true);
    }
    for (const path of [
      '/get-orders',
      '/list-orders',
      '/order',
      '/Orders',
      '/a-s/b-s/c-s/d-s/e-s',
    ]) {
      expect(plainPath(4).test(path)).toBe(false);
    }
  });
});
