import { describe, expect, it } from 'vitest';
import { Project } from '../../src/project/project.js';

function remedies(text: string): string[] {
  const project = new Project();
  project.setFile('a.arch', text);
  return project
    .findings('2026-01-01')
    .filter(({ rule }) => rule === 'unresolved-reference')
    .map(({ what }) => what);
}

describe('names that an author may have meant', () => {
  it('are one for each element, the nearest of its paths', () => {
    const text = `context Ordering { aggregate Order { event OrderPlaced } event OrderPaced }
      context Billing { service Biller { subscribes Ordering.OrderPlced } }`;
    expect(remedies(text)).toEqual([
      'The event `Ordering.OrderPlced` is not declared anywhere. Did you mean `Ordering.OrderPaced` or `Ordering.OrderPlaced`?',
    ]);
  });
});
