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

  it('are written as short as they resolve where they stand', () => {
    const text = `context Ordering { aggregate Order { event OrderPlaced } service S { publishes OrderPlaceed } }
      context Billing { service Biller { subscribes OrderPlaceed } }`;
    expect(remedies(text)).toEqual([
      'The event `OrderPlaceed` is not declared anywhere. Did you mean `OrderPlaced`?',
      'The event `OrderPlaceed` is not declared anywhere. Did you mean `Ordering.OrderPlaced`?',
    ]);
  });

  it('are longer where the short path is ambiguous', () => {
    const text = `context Ordering { aggregate Order { event Placed } aggregate Offer { event Placed } }
      context Billing { service Biller { subscribes Ordering.Place } }`;
    expect(remedies(text)).toEqual([
      'The event `Ordering.Place` is not declared anywhere. Did you mean `Ordering.Order.Placed` or `Ordering.Offer.Placed`?',
    ]);
  });

  it('are the same in whatever order thousands of files were read', () => {
    const files = Array.from({ length: 600 }, (_, index) => `Context${String(index)}`);
    const told = [files, [...files].reverse()].map((order) => {
      const project = new Project();
      for (const name of order) project.setFile(`${name}.arch`, `context ${name} { service S }`);
      project.setFile('caller.arch', 'context Caller { service C { calls Contxt421.S } }');
      return project
        .findings('2026-01-01')
        .filter(({ rule }) => rule === 'unresolved-reference')
        .map(({ what }) => what);
    });
    expect(told[0]).toEqual([expect.stringContaining('Did you mean `Context421.S`')]);
    expect(told[1]).toEqual(told[0]);
  });
});
