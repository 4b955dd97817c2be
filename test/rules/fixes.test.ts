import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/generated/index.js';
import { applied, findingsOf } from './check.js';

const root = join(import.meta.dirname, '../../src/rules');

/** The `arch` fences of a rule's page that are to be found fault with. */
function incorrect(category: string, id: string): string[] {
  const page = readFileSync(join(root, category, `${id}.md`), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith('Incorrect\n')) ?? '';
  return [...section.matchAll(/```arch\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
}

/** Every fix that a rule offers on its own page, with the text before and after. */
const offered = allRules.flatMap(({ category, id }) =>
  incorrect(category, id).flatMap((text) =>
    findingsOf(text)
      .filter(({ rule }) => rule === id)
      .flatMap(({ fixes }) =>
        fixes.map((fix) => ({ id, title: fix.title, text, after: applied(text, fix.edits) })),
      ),
  ),
);

const broken = (text: string) =>
  findingsOf(text)
    .filter(({ rule }) => rule === 'syntax' || rule === 'unresolved-reference')
    .map(({ what }) => what);

describe('the fixes on the pages of the rules', () => {
  it('are many', () => {
    expect(new Set(offered.map(({ id }) => id)).size).toBeGreaterThan(20);
  });

  it.each(offered)('$id: $title leaves a model that can be read', ({ text, after }) => {
    expect(after).not.toBe(text);
    expect(broken(after)).toEqual(broken(text).filter((what) => broken(after).includes(what)));
  });

  it.each(offered)(
    '$id: $title mends what it was offered for, or part of it',
    ({ id, text, after }) => {
      const messages = (model: string) =>
        findingsOf(model)
          .filter(({ rule }) => rule === id)
          .map(({ what, element }) => `${element} ${what}`);
      expect(messages(after)).not.toEqual(messages(text));
    },
  );
});
