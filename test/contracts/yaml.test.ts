import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import type { Tree } from '../../src/contracts/tree.js';
import { yamlText } from '../../src/contracts/text/yaml.js';

const awkward = [
  '',
  ' ',
  'yes',
  'No',
  'on',
  'null',
  '~',
  'true',
  '1',
  '1.0',
  '0x1f',
  '1e3',
  '1_000',
  '12:30',
  '-1',
  '2027-03-31',
  '.5',
  '.',
  '._',
  'E0',
  '.inf',
  '.NaN',
  '- a',
  'a: b',
  'a:',
  'a #b',
  '#b',
  "it's",
  '"q"',
  '*/',
  '&a',
  '*a',
  '!t',
  '%d',
  '@x',
  '`x`',
  '{}',
  '[]',
  'a,b',
  '<<',
  '=',
  '__proto__',
  'constructor',
  '---',
  '...',
  '? a',
  'line\nline',
  'line\n',
  'line\n\n',
  'line\n\n\n',
  '\nline',
  ' line\nline',
  'a\n b\n',
  'a \nb',
  'a\tb\nc',
  'a\r\nb',
  'é',
  'héllo wörld',
  '日本語',
  '\u2028',
  '\ufeff',
  '\u200bx',
  '\u202e',
  '\u0000',
  '\u0085',
  '</script>',
  'http://a/b#c',
  'urn:a:b',
  '🦊',
  'x'.repeat(500),
  '|',
  '>',
  '|-',
  'key: |',
  'a\n# b',
  'a\n--- b',
  '---\nb',
  '$ref',
  '#/components/x',
  '^[A-Z]{3}-[0-9]{6}$',
  '\\d+',
];

const string = fc.oneof(fc.constantFrom(...awkward), fc.string(), fc.string({ unit: 'binary' }));
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    string,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(string, tie('tree')), { selector: ([key]) => key, maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).tree;

describe('YAML text', () => {
  it.each(awkward)('reads back %j, as value, key and item', (text) => {
    const document = { [text]: text, list: [text, { a: text, [`${text}k`]: [text] }] };
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(yamlText(document), { version })).toEqual(document);
    }
  });

  it('reads back any tree, in both versions of YAML, without a warning', () => {
    fc.assert(
      fc.property(tree, (value) => {
        for (const version of ['1.1', '1.2'] as const) {
          const document = parseDocument(yamlText(value), { version });
          expect(document.errors).toEqual([]);
          expect(document.warnings).toEqual([]);
          expect(JSON.stringify(document.toJS())).toBe(JSON.stringify(value));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves prose, references and URLs unquoted', () => {
    expect(
      yamlText({
        a: 'Place an order, if you can',
        b: 'Place an order',
        $ref: 'urn:a:b',
        u: 'https://a.b/c',
      }),
    ).toBe('a: Place an order, if you can\nb: Place an order\n$ref: urn:a:b\nu: https://a.b/c\n');
  });
});
