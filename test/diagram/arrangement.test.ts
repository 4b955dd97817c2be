import { describe, expect, it } from 'vitest';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { layout, type LayoutEngine } from '../../src/diagram/layout/layout.js';
import type { Picture } from '../../src/diagram/picture.js';
import { select } from '../../src/diagram/select.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import {
  changed,
  corners,
  drawnWith,
  expectFoldingUndoesOpening,
  expectNothingCovered,
} from './after-edit.js';
import { bookshop, insurance, modelOf, textOf } from './models.js';
import { overlapsIn } from './overlaps.js';

const draw = drawnWith();

const moved = (before: Picture, after: Picture) => changed(corners(before), corners(after));

/** Contexts in a row with relations over short and long distances; the seventh has an inside. */
function landscapeTexts(contexts: number, relations: number): Record<string, string> {
  const inside = 'service A { calls B {} } service B { calls C {} } service C { }';
  const names = Array.from(
    { length: contexts },
    (_, index) => `context C${String(index)} { ${index === 7 ? inside : ''} }`,
  );
  const pairs = new Set<string>();
  for (let at = 0; pairs.size < relations; at++) {
    const from = (at * 7) % (contexts - 1);
    const to = from + 1 + ((at * 5) % (contexts - from - 1 || 1));
    if (to < contexts) pairs.add(`C${String(from)} [OHS] -> [ACL] C${String(to)}`);
    if (at > 10 * relations) break;
  }
  return { 'a.arch': [...names, 'contextmap M {', ...pairs, '}'].join('\n') };
}

describe('a map after an edit', () => {
  it('is the same picture when nothing changed', async () => {
    const model = bookshop();
    const first = await draw(model);
    expect(await draw(model, { previous: first, pins: {} })).toEqual(first);
  });

  it('keeps every box when a relation is added', async () => {
    const first = await draw(bookshop());
    const text = textOf('bookshop').replace(
      'Warehouse -> [ACL] Shipping',
      'Warehouse [OHS] -> [CF] Pricing { technology "CSV" }\nWarehouse -> [ACL] Shipping',
    );
    const second = await draw(modelFromTexts({ 'a.arch': text }), { previous: first, pins: {} });
    expect(moved(first, second)).toEqual([]);
    expect(second.edges.length).toBe(first.edges.length + 1);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('keeps every box when a context is added, and draws the new one clear of them', async () => {
    const first = await draw(insurance());
    const text = textOf('insurance')
      .replace('contextmap M', 'context Complaints\ncontextmap M')
      .replace('Schufa [OHS]', 'Printing -> Complaints\nSchufa [OHS]');
    const second = await draw(modelFromTexts({ 'a.arch': text }), { previous: first, pins: {} });
    expect(moved(first, second)).toEqual([]);
    expect(second.nodes.map(({ id }) => id)).toContain('context:Complaints');
    expect(overlapsIn(second)).toEqual([]);
  });

  it('moves only what an opened context needs room from when it grows', async () => {
    const open = new Set(['context:Ordering']);
    const first = await draw(bookshop(), undefined, { open });
    const text = textOf('bookshop').replace(
      'service OrderMailer',
      'service Audit { kind job } service OrderMailer',
    );
    const second = await draw(
      modelFromTexts({ 'a.arch': text }),
      { previous: first, pins: {} },
      { open },
    );
    expect(moved(first, second).length).toBeLessThanOrEqual(3);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('folding a context undoes opening it', async () => {
    await expectFoldingUndoesOpening(draw, bookshop(), 'context:Ordering', corners);
  });

  it('makes room in all routes when a context is opened, so that none is looked for anew', async () => {
    const texts = landscapeTexts(24, 60);
    const model = modelFromTexts(texts);
    const first = await draw(model);
    const sought: string[] = [];
    const engine: LayoutEngine = {
      ...localEngine,
      route: (problem) => {
        sought.push(...problem.requests.map(({ id }) => id));
        return localEngine.route(problem);
      },
    };
    const options = { open: new Set(['context:C7']) };
    const opened = await layout(model, select(model, options), engine, {
      previous: first,
      pins: {},
    });
    expect(opened.nodes.find(({ id }) => id === 'context:C7')?.open).toBe(true);
    expect(overlapsIn(opened)).toEqual([]);
    const elsewhere = sought.filter((id) => !/\bC7\b/.test(id));
    expect(elsewhere.length).toBeLessThanOrEqual(3);
  });

  it('is laid out afresh when all contexts are opened at once, without the holes that that would make', async () => {
    const model = bookshop();
    const first = await draw(model);
    const open = new Set(model.contexts.map(({ id }) => id));
    const opened = await draw(model, { previous: first, pins: {} }, { open });
    expect(corners(opened)).toEqual(corners(await draw(model, undefined, { open })));
  });

  it('puts a box where it was pinned, and routes around it', async () => {
    const model = bookshop();
    const first = await draw(model);
    // Where nothing else stands.
    const pins = { 'context:Careers': { x: 1300, y: 40 } };
    const second = await draw(model, { previous: first, pins });
    expect(corners(second).get('context:Careers')).toBe('1300 40');
    expect(moved(first, second)).toEqual(['context:Careers']);
    expect(overlapsIn(second)).toEqual([]);
    expect(corners(await draw(model, { pins })).get('context:Careers')).toBe('1300 40');
  });

  it('covers nothing, whatever the edit', async () => {
    await expectNothingCovered(draw, modelOf, { numRuns: 40 });
  }, 90_000);
});
