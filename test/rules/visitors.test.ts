import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { allRules, ruleById } from '../../src/rules/generated/index.js';
import { defineRule } from '../../src/rules/rule.js';
import { walkThrough, type Visitors } from '../../src/rules/visitors.js';
import { findingsOf } from './check.js';

/** Files with one service each, more than are visited together, and a context with several blocks. */
const texts = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => {
    const number = String(index).padStart(2, '0');
    return [`s${number}.arch`, `context C${index % 3} { event E${number}  service S${number} }`];
  }),
);
const model = modelFromTexts(texts);

function seenBy(kinds: readonly (keyof Visitors)[]): string[] {
  const seen: string[] = [];
  const visit = ({ id }: { readonly id: string }) => void seen.push(id);
  walkThrough(model, [
    {
      visitors: Object.fromEntries(kinds.map((kind) => [kind, visit])),
      hasFailed: false,
      fail: (error) => {
        throw error;
      },
    },
  ]);
  return seen;
}

describe('a walk of the model', () => {
  it('shows every part of a kind once, in the order of the model', () => {
    expect(seenBy(['service'])).toEqual(model.services.map(({ id }) => id));
    expect(seenBy(['context'])).toEqual(model.contexts.map(({ id }) => id));
  });

  it('shows what stands in the same files together', () => {
    const seen = seenBy(['event', 'service']);
    expect(new Set(seen).size).toBe(60);
    expect(seen.indexOf('service:C0.S00')).toBeLessThan(seen.indexOf('event:C2.E29'));
  });
});

describe('fields', () => {
  it('are shown with their owners where they may hold a declared type, also in lists and maps', () => {
    const structures = modelFromTexts({
      'a.arch': `context A {
        value V { plain: string  one: W  many: W[] }
        value W { plain: int32 }
        event E { by: map<string, W>  ids: uuid[] }
        error F { what: W }
      }`,
    });
    const seen: string[] = [];
    const visitors: Visitors = {
      typedField: ({ name }, owner) => void seen.push(`${owner.name}.${name}`),
    };
    const fail = (error: unknown) => {
      throw error;
    };
    walkThrough(structures, [{ visitors, hasFailed: false, fail }]);
    expect(seen.sort()).toEqual(['E.by', 'E.ids', 'F.what', 'V.many', 'V.one']);
  });
});

describe('a rule that visits', () => {
  const base = {
    category: 'naming',
    severity: 'info',
    gate: { kind: 'structural' },
    summary: 'For a test.',
    sources: [],
    messages: { seen: { what: 'Saw {name}.', why: '', remedy: '' } },
  } as const;

  it('is told of the end when it has seen everything', () => {
    const counting = defineRule({
      ...base,
      id: 'counting',
      visit({ model: { services }, report }) {
        let count = 0;
        return {
          service() {
            count++;
          },
          end() {
            const [{ id: element, span }] = services as [(typeof services)[number]];
            report({ message: 'seen', data: { name: count }, element, span });
          },
        };
      },
    });
    expect(findingsOf(texts, { rules: [counting] }).map(({ what }) => what)).toEqual(['Saw 30.']);
  });

  it('stops where it crashes, with one finding, and the others go on', () => {
    const crashing = defineRule({
      ...base,
      id: 'crashing',
      visit: ({ report }) => ({
        service({ id: element, name, span }) {
          if (name === 'S02') throw new Error('no luck');
          report({ message: 'seen', data: { name }, element, span });
        },
      }),
    });
    const found = findingsOf(texts, { rules: [crashing, ruleById.get('vague-name')!] });
    expect(found.filter(({ rule }) => rule === 'crashing').map(({ what }) => what)).toEqual([
      'The rule `crashing` failed: no luck.',
      'Saw S00.',
      'Saw S01.',
    ]);
    expect(found.filter(({ rule }) => rule === 'vague-name')).toHaveLength(3);
  });
});

describe('every rule', () => {
  it('looks at the model somehow', () => {
    const idle = allRules.filter(({ visit, check }) => !visit && !check);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
