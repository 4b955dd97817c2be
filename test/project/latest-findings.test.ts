import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Project } from '../../src/project/project.js';
import { changeBetween, moveSpan } from '../../src/project/text-change.js';

const today = '2026-11-24';

describe('findings between checks', () => {
  it('move along with the words that they are about', () => {
    const project = new Project();
    const text = 'context A { service S { calls B.T } }\n';
    project.setFile('a.arch', text);
    project.setFile('b.arch', 'context B { service T { calls A.S } }\n');
    project.check(today);
    const cycle = () => project.latest.of('a.arch').find(({ rule }) => rule === 'sync-cycle');
    expect(cycle()?.span.start.line).toBe(1);
    project.setFile('a.arch', `team X\n\n${text}`);
    project.checkFile('a.arch', today);
    expect(cycle()?.span.start.line).toBe(3);
  });

  it('of an edited file are those of a whole check, as far as its rules see only that file', () => {
    const project = new Project();
    project.setFile('a.arch', 'context A { service S { calls B.Tt } }\n');
    project.setFile('b.arch', 'context B { service T }\n');
    project.check(today);
    project.setFile('a.arch', 'context A { service S { calls B.T } event Place }\n');
    const rules = project.checkFile('a.arch', today).map(({ rule }) => rule);
    expect(rules).toContain('event-past-tense');
    expect(rules).toContain('no-timeout');
    expect(rules).not.toContain('unresolved-reference');
  });

  it('of a call that lacks two things stay one, until one of them is there', () => {
    const project = new Project();
    const text = (policies: string, more = '') =>
      `context A { service S { calls T { timeout 1s circuit-breaker }  calls U ${policies} } service T  service U ${more} }\n`;
    project.setFile('a.arch', text(''));
    const whole = project.check(today).findings.filter(({ rule }) => rule === 'no-timeout');
    const said = (policies: string, more = '') => {
      project.setFile('a.arch', text(policies, more));
      return project
        .checkFile('a.arch', today)
        .filter(({ rule }) => rule === 'no-timeout')
        .map(({ severity, what }) => `${severity} ${what}`);
    };
    expect(whole.map(({ severity }) => severity)).toEqual(['error']);
    expect(said('', 'service V')).toEqual(whole.map(({ what }) => `error ${what}`));
    expect(said('{ circuit-breaker }')).toEqual([
      'warning The call from `A.S` to `A.U` has no timeout.',
    ]);
  });

  it('keep the text that they cover, for any edit elsewhere', () => {
    const word = fc.constantFrom('a', 'bb', '\n', ' ', 'ccc');
    const part = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
    fc.assert(
      fc.property(part, part, part, part, (before, kept, behind, inserted) => {
        const mark = `<${kept}>`;
        const old = `${before}|#${behind}${mark}`;
        const now = `${before}|${inserted}#${behind}${mark}`;
        const span = { file: 'a', ...place(old, mark) };
        expect(moveSpan(span, changeBetween(old, now))).toEqual({ file: 'a', ...place(now, mark) });
      }),
    );
  });
});

function place(text: string, mark: string) {
  const at = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const offset = text.lastIndexOf(mark);
  return { start: at(offset), end: at(offset + mark.length) };
}
