import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';

const text = `context A {
  vision "x"
  service S {
    kind worker
    publishes E
    calls T
  }
  event E
  service T { replicas 2 }
}

team Z { size 5 }
`;

function read(broken: string) {
  const model = modelFromTexts({ 'a.arch': broken });
  const problems = model.problems.map(
    ({ message, span }) => `${String(span.start.line)}: ${message}`,
  );
  return { problems, ids: [...model.elements.keys()].sort() };
}

const all = ['context:A', 'event:A.E', 'service:A.S', 'service:A.T', 'team:Z'];

describe('recovery', () => {
  it('has nothing to do for a well-formed text', () => {
    expect(read(text)).toEqual({ problems: [], ids: all });
  });

  it('closes a missing brace by the indentation', () => {
    expect(read(text.replace('calls T\n  }', 'calls T'))).toEqual({
      problems: ['3: This `{` is never closed. Add the missing `}`.'],
      ids: all,
    });
    expect(read(text.replace('}\n\nteam', '\nteam'))).toEqual({
      problems: ['1: This `{` is never closed. Add the missing `}`.'],
      ids: all,
    });
  });

  it('drops a brace that closes nothing', () => {
    expect(read(text.replace('team Z', '}\nteam Z'))).toEqual({
      problems: ['12: This `}` closes nothing. Remove it, or add the `{` that it should close.'],
      ids: all,
    });
  });

  it.each([
    ['a half-typed call', 'calls T', 'calls '],
    ['a half-typed path', 'calls T', 'calls A.'],
    ['a stray word', 'kind worker', 'kind worker\n    foo'],
    ['a half-typed declaration', '  event E', '  event E\n  service'],
    ['an unknown character', 'kind worker', 'kind worker §'],
    ['an open string', 'vision "x"', 'vision "x'],
    ['an open annotation', '  event E', '  @deprecated(\n  event E'],
  ])('keeps the rest after %s', (_, good, broken) => {
    const { problems, ids } = read(text.replace(good, broken));
    expect(problems.length).toBeGreaterThan(0);
    expect(ids).toEqual(
      expect.arrayContaining(['context:A', 'service:A.S', 'service:A.T', 'team:Z']),
    );
  });

  it('reads a misspelt keyword as the right one, and says so', () => {
    expect(read(text.replace('service S', 'servce S'))).toEqual({
      problems: ['3: `servce` is no statement. Did you mean `service`?'],
      ids: all,
    });
  });

  it('says where a statement belongs that stands in the wrong place', () => {
    expect(read(text.replace('vision "x"', 'timeout 3s')).problems).toEqual([
      '2: `timeout` has no place in context `A`. It belongs in the block of a `calls`, the block of a `subscribes` or the block of a `handles`.',
    ]);
  });

  it('takes CRLF, a byte order mark and comments as they come', () => {
    expect(read(`\uFEFF${text.replaceAll('\n', '\r\n')}/* end */`)).toEqual({
      problems: [],
      ids: all,
    });
  });

  it('names the wrong value, and what is right', () => {
    const { problems } = read(
      text
        .replace('kind worker', 'kind wrker')
        .replace('replicas 2', 'replicas "2"')
        .replace('size 5', 'size 5 size 6'),
    );
    expect(problems).toEqual([
      '4: `wrker` is no kind of a service. Did you mean `worker`?',
      '9: `replicas` takes a number.',
      '12: `size` is given twice. Remove one of the two.',
    ]);
  });

  it('survives anything', () => {
    for (const garbage of [
      '',
      '{',
      '}',
      '}}}}',
      '"',
      '@',
      '/*',
      'context',
      'context A {{{{',
      '% § ?',
      '"""',
      '\\',
      'a.b.c',
      '-> <- ><',
      '\u202E\u200B',
      '{'.repeat(2000),
    ]) {
      expect(() => read(garbage)).not.toThrow();
    }
  });
});
