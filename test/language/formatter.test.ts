import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArch } from '../../src/language/formatter.js';
import { lexArch } from '../../src/language/langium.js';
import { modelFromTexts } from '../../src/model/from-text.js';

const reference = readFileSync(join(import.meta.dirname, '../fixtures/reference.arch'), 'utf8');

/** What the model says, without places. */
function meaning(text: string): string {
  const { elements, calls, subscriptions, references } = modelFromTexts({ 'a.arch': text });
  const drop = /^(span|nameSpan|keywordStart|targetSpan|blocks|blockNames|spans|.*Span|start|end)$/;
  return JSON.stringify(
    [[...elements], calls, subscriptions, references.map(({ path, target }) => [path, target])],
    (key, value: unknown) => (drop.test(key) ? undefined : value),
  );
}

describe('the formatter', () => {
  it('indents by block, sets blanks and keeps comments', () => {
    expect(
      formatArch(
        'context   A{ // why\nservice S {\ncalls B   {timeout 3s}\n}\n\n\n/** doc\n* more */\nevent  E\n}\ncontext B{}',
      ),
    ).toBe(
      'context A { // why\n  service S {\n    calls B { timeout 3s }\n  }\n\n  /** doc\n   * more */\n  event E\n}\ncontext B {}\n',
    );
  });

  it.each([
    '/**\n Title\n\n - a\n   - b\n\n     code\n*/',
    '/**\n      Title\n\n      - a\n        - b\n **bold**\n    */',
    '/** Title\n\t- a\n\t\t- b */',
    '/**\n   *  one\n   *    two\n     three\n   *four\n   */',
    '/**\n * one\n       two\n **bold**\n **/',
  ])('moves the comment %j and keeps what it says', (comment) => {
    const text = `context A {\n ${comment}\n value V { x: int32 }\n}`;
    const doc = (source: string) => modelFromTexts({ 'a.arch': source }).values[0]?.doc;
    const once = formatArch(text);
    expect(doc(once)).toBe(doc(text));
    expect(formatArch(once)).toBe(once);
  });

  it('leaves a text with syntax errors alone', () => {
    const broken = 'context A {\n service';
    expect(formatArch(broken)).toBe(broken);
  });

  it('sets empty lists apart, and marks of list types not', () => {
    expect(
      formatArch(
        'context A { value V { a: int32 [] =[]  b: ref G [] (example[])  @x(a,[ ]) c: A . W [] [] } }\n' +
          'contextmap M { A[]->[ ]B }',
      ),
    ).toBe(
      'context A { value V { a: int32[] = []  b: ref G[] (example [])  @x(a, []) c: A.W[][] } }\n' +
        'contextmap M { A [] -> [] B }\n',
    );
  });

  it('keeps line breaks of the kind that it finds', () => {
    expect(formatArch('team A\r\nteam B\r\n')).toBe('team A\r\nteam B\r\n');
  });

  it('changes nothing the second time, and never the meaning, whatever the blanks were', () => {
    const tokens = lexArch(reference).filter(({ image }) => image !== '');
    const gaps = fc.array(
      fc.constantFrom(' ', '  ', '\n', '\n\n\n', '\t', ' // c\n', '\n/* d */ '),
      {
        minLength: tokens.length,
        maxLength: tokens.length,
      },
    );
    const expected = meaning(reference);
    fc.assert(
      fc.property(gaps, (blanks) => {
        const text = tokens.map(({ image }, i) => image + (blanks[i] ?? ' ')).join('');
        const once = formatArch(text);
        expect(formatArch(once)).toBe(once);
        expect(meaning(once)).toBe(expected.replaceAll(/"doc":"[^"]*",/g, ''));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a file of a hundred thousand words', () => {
  it('is formatted like any other, results that are a status alone included', () => {
    const fields = Array.from({ length: 45_000 }, (_, n) => `    field${String(n)}: string`);
    const text = `context Large {
  value Everything {
${fields.join('\n')}
  }

  service Keeper {
    api Keeping: rest { POST "/" keep(): 202 version "1" }
  }
}
`;
    expect(formatArch(text)).toBe(text);
  });
});
