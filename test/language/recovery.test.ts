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

  it('drops a brace that closes nothing where all stands on one line', () => {
    expect(read('context A { entity E { name: string } } }')).toEqual({
      problems: ['1: This `}` closes nothing. Remove it, or add the `{` that it should close.'],
      ids: ['context:A', 'entity:A.E'],
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

  it('takes no word of the next line for what a half-typed statement lacks', () => {
    expect(read(text.replace('kind worker', 'kind'))).toEqual({
      problems: ['4: `kind` has no value.'],
      ids: all,
    });
    expect(read(text.replace('publishes E', 'publishes'))).toEqual({
      problems: ['5: This `publishes` is not complete: `publishes OrderPlaced`.'],
      ids: all,
    });
    expect(
      read(text.replace('event E', 'value V { kind: string =\n }\n  event E')).problems,
    ).toEqual(['8: This `kind` is not complete.']);
    expect(read(text.replace('publishes E', 'publishes E,')).problems).toEqual([
      '5: Nothing follows behind this `,`.',
    ]);
    const map = 'contextmap M {\n  A [OHS,\n  A -> B\n}\ncontext B\n';
    expect(read(text + map).problems).toEqual(['14: This `A` is not complete.']);
  });

  it('reads on behind a statement of several lines that nobody closes', () => {
    const api = 'api P: rest {\n GET "/" f(\n a: string\n ) X {\n p95 1s\n }\n GET "/b" g()\n }';
    const { problems, ids } = read(text.replace('calls T', api));
    expect(problems).toHaveLength(1);
    expect(ids).toEqual(expect.arrayContaining([...all, 'operation:A.S.P.g']));
  });

  it('opens a block whose brace is missing, and keeps the rest where it belongs', () => {
    expect(read(text.replace('service S {', 'service S'))).toEqual({
      problems: ['3: Behind this the `{` of its block is missing.'],
      ids: all,
    });
    expect(read(text.replace('service T {', 'service T'))).toEqual({
      problems: ['9: Behind this the `{` of its block is missing.'],
      ids: all,
    });
    // Nothing says what the block was: its closing brace is left out, by its column.
    expect(read(text.replace('service S {', '')).ids).toEqual(
      all.filter((id) => id !== 'service:A.S'),
    );
  });

  it('closes a block of one line at its line', () => {
    expect(
      read(text.replace('service T { replicas 2 }', 'service T { replicas 2\n  event F')),
    ).toEqual({
      problems: ['9: This `{` is never closed. Add the missing `}`.'],
      ids: [...all, 'event:A.F'].sort(),
    });
  });

  it('keeps a block while a word is typed into its head', () => {
    expect(read(text.replace('context A {', 'context A imp {'))).toEqual({
      problems: [
        '1: `imp` is no statement. Here, statements begin with `system`, `domain`, `team`, `actor`, `external`, `context` and others.',
      ],
      ids: all,
    });
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
      '9: `replicas` takes a whole number: `2`.',
      '12: `size` is given twice. Remove one of the two.',
    ]);
  });

  it('takes days in quotes and not, and says where what ends on one does not say when', () => {
    const problems = (until: string) =>
      read(
        `@accept(sync-cycle, because: "x", until: ${until})\n@deprecated("y", sunset: ${until})\nteam A`,
      ).problems;
    expect(problems('2027-03-31')).toEqual([]);
    expect(problems('"2027-03-31"')).toEqual([]);
    const both = [
      '1: `until` takes a date such as `2027-03-31`.',
      '2: `sunset` takes a date such as `2027-03-31`.',
    ];
    for (const never of ['"soon"', 'soon', '2027', '"2027-02-30"', '"2027-03"', '"31.12.2027"']) {
      expect(problems(never)).toEqual(both);
    }
  });

  it('takes a list that a block gives at several places as one', () => {
    const texts = modelFromTexts({
      'a.arch': `context A { responsibilities "x"  responsibilities "y", "z"
        service S { telemetry traces  telemetry logs  calls T { fields a  fields b, c } }
        service T { api P: rest { POST "/" op() { scope "r"  scope "w" } } } }
      view V { show services  show teams  direction down }`,
    });
    expect(texts.problems).toEqual([]);
    expect(texts.elements.get('context:A')).toMatchObject({ responsibilities: ['x', 'y', 'z'] });
    expect(texts.elements.get('service:A.S')).toMatchObject({ telemetry: ['traces', 'logs'] });
    expect(texts.elements.get('operation:A.T.P.op')).toMatchObject({ scopes: ['r', 'w'] });
    expect(texts.elements.get('view:V')).toMatchObject({ show: ['services', 'teams'] });
    expect(texts.calls[0]?.policies.fields).toEqual(['a', 'b', 'c']);
  });

  it('closes a comment that documents at any number of stars', () => {
    const docs = ['/** x **/', '/**\n * x\n **/', '/** **x** */', '/**\n **x**\n ***/'].map(
      (comment) => modelFromTexts({ 'a.arch': `${comment} team A` }).elements.get('team:A')?.doc,
    );
    expect(docs).toEqual(['x', 'x', '**x**', '**x**']);
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
