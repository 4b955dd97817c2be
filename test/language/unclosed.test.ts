import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';

function read(text: string) {
  const { problems, elements } = modelFromTexts({ 'a.arch': text });
  return {
    problems: problems.map(({ message, span: { start } }) => {
      return `${String(start.line)}:${String(start.column)} ${message}`;
    }),
    ids: [...elements.values()]
      .flatMap((element) => [
        element.id,
        ...('fields' in element ? element.fields.map((field) => field.id) : []),
      ])
      .sort(),
    fixes: problems.flatMap(({ fixes = [] }) => fixes.flatMap(({ edits }) => edits)),
  };
}

const comment = 'This comment is never closed. Write `*/` behind its end.';
const long = 'This text is never closed. Write `"""` behind its end.';
const short =
  'This text is not closed. Add the missing `"` on the same line, or use `"""` for several lines.';
const round = 'This `(` is never closed. Add the missing `)`.';
const square = 'This `[` is never closed. Add the missing `]`.';
const all = ['context:A', 'service:A.B', 'team:C'];

describe('what is never closed', () => {
  it.each([
    ['/* note\ncontext A { service B }\nteam C', '1:1'],
    ['context A { service B }\n/**\n * Of several\n * lines.\nteam C', '2:1'],
    ['context A {\n  /* one line\n     and another\n  service B\n}\nteam C', '2:3'],
    ['context A { service B } team C /*', '1:32'],
  ])('a comment is told of where it begins, and takes nothing along: %j', (text, place) => {
    expect(read(text)).toMatchObject({ problems: [`${place} ${comment}`], ids: all });
  });

  it('a comment is closed behind what it says', () => {
    const { fixes } = read('/**\n * Ours.\nteam C');
    expect(fixes).toMatchObject([{ text: '/**\n * Ours. */' }]);
  });

  it.each([
    ['context A {\n  vision """\n    Take\n\n    orders\n  service B\n}\nteam C', '2:10'],
    ['context A {\n  vision """Take orders\n  service B { runbook "x" }\n}\nteam C', '2:10'],
  ])('a text of several lines ends where it is not indented any more: %j', (text, place) => {
    expect(read(text)).toMatchObject({ problems: [`${place} ${long}`], ids: all });
  });

  it('a text of one line gives back the brackets behind it', () => {
    const pattern = 'context A { value B { a: string (pattern "x) } }\nteam C';
    expect(read(pattern)).toMatchObject({
      problems: [`1:42 ${short}`],
      ids: ['context:A', 'field:A.B.a', 'team:C', 'value:A.B'],
    });
    const vision = 'context A { service B { technology "Kotlin (JVM) } }\nteam C';
    expect(read(vision).ids).toEqual(all);
  });

  it('a name that every object has is no bracket', () => {
    const { problems } = read('context A { value B { constructor: string  __proto__: (string } }');
    expect(problems.filter((problem) => problem.includes('never closed'))).toHaveLength(1);
  });

  it('a bracket closes at the end of its line', () => {
    expect(read('@deprecated("x"\ncontext A { service B }\nteam C')).toMatchObject({
      problems: [`1:12 ${round}`],
      ids: all,
    });
    expect(
      read('context A {\n  value V {\n    a: int32 (min 1\n    b: string\n  }\n}'),
    ).toMatchObject({
      problems: [`3:14 ${round}`],
      ids: ['context:A', 'field:A.V.a', 'field:A.V.b', 'value:A.V'],
    });
    expect(read('context A context B\ncontextmap M { A [OHS -> [ACL] B }')).toMatchObject({
      problems: [`2:18 ${square}`],
      ids: ['context:A', 'context:B', 'contextmap:M', 'relation:M.A->B'],
    });
  });
});
