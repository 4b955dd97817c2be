import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Arrangement } from '../../src/diagram/layout/layout.js';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { outerNodes } from '../../src/diagram/outer-nodes.js';
import type { Picture } from '../../src/diagram/picture.js';
import { select, type SelectOptions } from '../../src/diagram/select.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Model } from '../../src/model/model.js';
import { linesThroughBoxes, linesThroughFrames } from './lines.js';
import { arbitraryDeclarations, insurance, teamsModelOf } from './models.js';
import { overlapsIn } from './overlaps.js';

const draw = (model: Model, arrangement?: Arrangement, options: SelectOptions = {}) =>
  layout(model, select(model, { groupBy: 'team', ...options }), localEngine, arrangement);

/** Boxes and frames on the outer level, in the drawing's own coordinates. */
function places({ nodes, origin }: Picture): Map<string, string> {
  return new Map(
    outerNodes(nodes).map(({ id, x, y, width, height }) => [
      id,
      [x - origin.x, y - origin.y, width, height].join(' '),
    ]),
  );
}

function changed(before: Picture, after: Picture): string[] {
  const old = places(before);
  return [...places(after)]
    .filter(([id, at]) => old.has(id) && old.get(id) !== at)
    .map(([id]) => id);
}

const teams = `
team Shop
team Back
context Cart { team Shop  service CartService { calls Prices.PriceService } }
context Checkout { team Shop  service CheckoutService { calls Cart.CartService } }
context Prices { team Back  service PriceService { } }
context Stock { team Back  service StockService { } }
context Alone { service Single { } }
contextmap M {
  Prices [OHS] -> [ACL] Cart
  Cart -> Checkout
  Stock -> Checkout
  Alone -> Stock
}`;
const modelOf = (text: string) => modelFromTexts({ 'a.arch': text });

describe('a grouped map after an edit', () => {
  it('is the same picture when nothing changed', async () => {
    for (const model of [modelOf(teams), insurance()]) {
      for (const groupBy of ['team', 'domain'] as const) {
        for (const level of ['contexts', 'services'] as const) {
          const options = { groupBy, level };
          const first = await draw(model, undefined, options);
          expect(await draw(model, { previous: first, pins: {} }, options)).toEqual(first);
        }
      }
    }
  });

  it('keeps every box and frame when a relation is added', async () => {
    const first = await draw(modelOf(teams));
    const text = teams.replace('Alone -> Stock', 'Alone -> Stock\n  Stock -> Cart');
    const second = await draw(modelOf(text), { previous: first, pins: {} });
    expect(changed(first, second)).toEqual([]);
    expect(second.edges).toHaveLength(first.edges.length + 1);
    expect(overlapsIn(second)).toEqual([]);
    expect(linesThroughFrames(second)).toEqual([]);
  });

  it('changes only the frame that a context is added to', async () => {
    const first = await draw(modelOf(teams));
    const text = teams
      .replace('context Alone', 'context Refunds { team Shop } context Alone')
      .replace('Alone -> Stock', 'Alone -> Stock\n  Checkout -> Refunds');
    const second = await draw(modelOf(text), { previous: first, pins: {} });
    expect(changed(first, second)).toEqual(['team:Shop']);
    expect(second.nodes.find(({ id }) => id === 'context:Refunds')?.parent).toBe('team:Shop');
    expect(overlapsIn(second)).toEqual([]);
    expect(linesThroughBoxes(second)).toEqual([]);
  });

  it('changes only the frame of a context that grows', async () => {
    const options = { open: new Set(['context:Cart']) };
    const first = await draw(modelOf(teams), undefined, options);
    const text = teams.replace(
      'team Shop  service CartService',
      'team Shop  service Other { calls Prices.PriceService } service CartService',
    );
    const second = await draw(modelOf(text), { previous: first, pins: {} }, options);
    const elsewhere = changed(first, second).filter(
      (id) => !['team:Shop', 'context:Cart', 'context:Checkout'].includes(id),
    );
    expect(elsewhere).toEqual([]);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('moves a context whose team changes, and nothing that stays in its own', async () => {
    const first = await draw(modelOf(teams));
    const text = teams.replace('context Stock { team Back', 'context Stock { team Shop');
    const second = await draw(modelOf(text), { previous: first, pins: {} });
    const boxes = changed(first, second).filter((id) => id.startsWith('context:'));
    expect(boxes).toEqual(['context:Stock']);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('folding a context undoes opening it', async () => {
    const model = modelOf(teams);
    const first = await draw(model);
    const options = { open: new Set(['context:Prices']) };
    const opened = await draw(model, { previous: first, pins: {} }, options);
    expect(overlapsIn(opened)).toEqual([]);
    const folded = await draw(model, { previous: opened, pins: {} });
    expect(changed(first, folded)).toEqual([]);
  });

  it('draws a frame around a box wherever it was pinned', async () => {
    const model = modelOf(teams);
    const first = await draw(model);
    const pins = { 'context:Cart': { x: 1400, y: 300 } };
    for (const arrangement of [{ previous: first, pins }, { pins }]) {
      const second = await draw(model, arrangement);
      expect(places(second).get('context:Cart')).toMatch(/^1400 300 /);
      expect(overlapsIn(second)).toEqual([]);
    }
  });

  it('is laid out afresh when it is grouped in another way', async () => {
    const model = modelOf(teams);
    const ungrouped = await layout(model, select(model, {}), localEngine);
    expect(await draw(model, { previous: ungrouped, pins: {} })).toEqual(await draw(model));
  });

  it('covers nothing, whatever the edit', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDeclarations,
        arbitraryDeclarations,
        fc.boolean(),
        async (one, other, open) => {
          const first = await draw(teamsModelOf(one));
          const model = teamsModelOf(other);
          const options = open
            ? { open: new Set(model.contexts.slice(0, 2).map(({ id }) => id)) }
            : {};
          const second = await draw(model, { previous: first, pins: {} }, options);
          expect(overlapsIn(second)).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 1126 },
    );
  }, 90_000);
});
