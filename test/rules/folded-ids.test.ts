import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedName } from '../../src/language/names.js';
import { FoldedIds } from '../../src/rules/naming/folded-ids.js';

function hasTwice(ids: readonly string[]): boolean {
  const folded = new FoldedIds();
  for (const id of ids) folded.add(id);
  return folded.hasTwice;
}

describe('ids that may be the same once they are folded', () => {
  it('are noticed whenever there are some, and only then', () => {
    const id = fc.string({ unit: fc.constantFrom(...'aAbB_1.:'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 12 }), (ids) => {
        expect(hasTwice(ids)).toBe(new Set(ids.map(foldedName)).size < ids.length);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('are told apart among as many as a large model has', () => {
    const ids = Array.from({ length: 60_000 }, (_, index) => `service:Context.Service${index}`);
    expect(hasTwice(ids)).toBe(false);
    expect(hasTwice([...ids, 'service:context.ser_vice31234'])).toBe(true);
  });
});
