import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { findingsOf } from '../rules/check.js';

const problems = (annotation: string) =>
  modelFromTexts({ 'a.arch': `context A { value V { ${annotation} f: string } }` }).problems.map(
    ({ message }) => message,
  );

describe('arguments of annotations', () => {
  it.each([
    ['@number("3")', '`@number` takes a whole number from 1: `@number(3)`.'],
    ['@number(1.5)', '`@number` takes a whole number from 1: `@number(3)`.'],
    ['@number(0)', '`@number` takes a whole number from 1: `@number(3)`.'],
    ['@number', '`@number` needs a whole number from 1: `@number(3)`.'],
    ['@number()', '`@number` needs a whole number from 1: `@number(3)`.'],
    ['@renamedFrom', '`@renamedFrom` needs a name: `@renamedFrom(OldName)`.'],
    ['@renamedFrom(3)', '`@renamedFrom` takes a name: `@renamedFrom(OldName)`.'],
    ['@tag', '`@tag` needs a word or text: `@tag(pci)`.'],
    ['@link', '`@link` needs a text in quotes: `@link("https://example.org", "title")`.'],
    [
      '@link("https://x", 3)',
      '`@link` takes a text in quotes: `@link("https://example.org", "title")`.',
    ],
    [
      '@deprecated(3)',
      '`@deprecated` takes a text in quotes: `@deprecated("use x", sunset: 2027-06-30)`.',
    ],
    ['@accept(sync-cycle, because: 3)', '`because` takes a text in quotes.'],
    ['@accept(sync-cycle, because: "x", by: 30d)', '`by` takes a name.'],
  ])('%s is told what it takes', (annotation, message) => {
    expect(problems(annotation)).toEqual([message]);
  });

  it('takes what is right', () => {
    const right =
      '@number(3) @tag(pci, "two words", 2027) @renamedFrom(old) @renamedFrom("old") @open ' +
      '@link("https://x") @deprecated @deprecated("use x", sunset: 2027-06-30) @experimental ' +
      '@accept(sync-cycle, because: "x", until: 2027-03-31, adr: "x.md", by: Team) @other(1, a: 2)';
    expect(problems(right)).toEqual([]);
  });

  it('hints at arguments that nothing reads', () => {
    const found = (annotation: string) =>
      findingsOf(`context A { value V { ${annotation} f: string } }`)
        .filter(({ rule }) => rule === 'unknown-annotation')
        .map(({ what, severity, fixes }) => [severity, what, ...fixes.map(({ title }) => title)]);
    expect(found('@deprecated("use x", sunst: 2027-06-30)')).toEqual([
      [
        'hint',
        '`@deprecated` takes no argument `sunst`. Did you mean `sunset`?',
        'Change to sunset',
      ],
    ]);
    expect(found('@number(3, 4)')).toEqual([['hint', '`@number` takes no further argument.']]);
    expect(found('@stable(since: "1.2")')).toEqual([
      ['hint', '`@stable` takes no argument `since`.'],
    ]);
    expect(found('@number(3) @pii @tag(a, b)')).toEqual([]);
  });
});

describe('annotations before what is neither an element nor an edge', () => {
  const text = (annotation: string) => `
    library Lib
    team Red
    context A {
      ${annotation} term Order "x"
      ${annotation} vision "x"
      ${annotation} team Red
      enum E { ${annotation} a }
      service S {
        ${annotation} replicas 2
        ${annotation} libraries Lib
        ${annotation} slo { ${annotation} p99 2s }
        api P: rest { ${annotation} auth jwt  GET "/" g(${annotation} q: string) }
        calls T { ${annotation} timeout 2s }
      }
      service T
    }
    view V { ${annotation} include *  ${annotation} show services }`;
  const written = text('@').split('@').length - 1;

  it('are hinted at where nothing reads them', () => {
    const found = findingsOf(text('@foo')).filter(({ rule }) => rule === 'unknown-annotation');
    expect(found).toHaveLength(written);
    expect(new Set(found.map(({ element }) => element))).toEqual(
      new Set([
        ...['context:A', 'enum:A.E', 'service:A.S', 'api:A.S.P', 'operation:A.S.P.g'],
        ...['call:A.S->A.T', 'view:V'],
      ]),
    );
  });

  it('are told what they take', () => {
    const { problems } = modelFromTexts({ 'a.arch': text('@number("x")') });
    expect(problems).toHaveLength(written);
  });

  it('accept findings there, and are told where there are none', () => {
    const found = (rule: string) =>
      findingsOf(text(`@accept(${rule}, because: "x")`)).filter(
        (one) => one.rule === 'unused-exception' || one.rule === rule,
      );
    expect(found('sync-cycle').map(({ rule }) => rule)).toEqual(
      Array(written).fill('unused-exception'),
    );
    const insecure = findingsOf(
      'context A { service S { calls T { @accept(no-circuit-breaker, because: "x") timeout 2s } } service T }',
    ).filter(({ rule }) => rule === 'no-circuit-breaker' || rule === 'unused-exception');
    expect(insecure.map(({ rule, accepted }) => [rule, accepted?.because])).toEqual([
      ['no-circuit-breaker', 'x'],
    ]);
  });

  it('before a list of names are read once', () => {
    const listed = modelFromTexts({
      'a.arch': 'context A { event E event F service S { @number("x") publishes E, F } }',
    });
    expect(listed.problems).toHaveLength(1);
  });
});
