import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedName } from '../../src/language/names.js';
import type { Element } from '../../src/model/elements/element.js';
import { FoldedIds } from '../../src/rules/naming/folded-ids.js';
import { Siblings } from '../../src/rules/naming/siblings.js';

function hasTwice(families: readonly (readonly [parent: string, names: readonly string[]])[]) {
  const folded = new FoldedIds();
  const siblings = new Siblings(folded);
  for (const [parent, names] of families) {
    for (const name of names) {
      siblings.add({ parent, name, id: `operation:${parent}.${name}` } as Element);
    }
  }
  return folded.hasTwice;
}

describe('siblings that may share a name', () => {
  it('are noticed whenever there are some, and only then, be they few or many', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcdABCD_'), minLength: 1, maxLength: 3 });
    const names = fc.array(name, { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), (families) => {
        const shared = families.some((all) => new Set(all.map(foldedName)).size < all.length);
        const asked = families.map((all, index) => [`api:C.S.A${String(index)}`, all] as const);
        expect(hasTwice(asked)).toBe(shared);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('are noticed in a context though its blocks stand apart', () => {
    const apart = ['context:A', 'context:B', 'context:A'].map(
      (parent) => [parent, ['Or']] as const,
    );
    expect(hasTwice(apart)).toBe(true);
    expect(hasTwice(apart.slice(1))).toBe(false);
  });
});
