import { describe, expect, it } from 'vitest';
import { layout } from '../../src/diagram/layout/layout.js';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import type { Picture } from '../../src/diagram/picture.js';
import { select } from '../../src/diagram/select.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import {
  changed,
  corners,
  drawnWith,
  expectFoldingUndoesOpening,
  expectNothingCovered,
  extents,
} from './after-edit.js';
import { linesThroughBoxes, linesThroughFrames } from './lines.js';
import { insurance, teamsModelOf } from './models.js';
import { overlapsIn } from './overlaps.js';

const draw = drawnWith({ groupBy: 'team' });

const differing = (before: Picture, after: Picture) => changed(extents(before), extents(after));

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
    expect(differing(first, second)).toEqual([]);
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
    expect(differing(first, second)).toEqual(['team:Shop']);
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
    const elsewhere = differing(first, second).filter(
      (id) => !['team:Shop', 'context:Cart', 'context:Checkout'].includes(id),
    );
    expect(elsewhere).toEqual([]);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('moves a context whose team changes, and nothing that stays in its own', async () => {
    const first = await draw(modelOf(teams));
    const text = teams.replace('context Stock { team Back', 'context Stock { team Shop');
    const second = await draw(modelOf(text), { previous: first, pins: {} });
    const boxes = differing(first, second).filter((id) => id.startsWith('context:'));
    expect(boxes).toEqual(['context:Stock']);
    expect(overlapsIn(second)).toEqual([]);
  });

  it('folding a context undoes opening it', async () => {
    await expectFoldingUndoesOpening(draw, modelOf(teams), 'context:Prices', extents);
  });

  it('draws a frame around a box wherever it was pinned', async () => {
    const model = modelOf(teams);
    const first = await draw(model);
    const pins = { 'context:Cart': { x: 1400, y: 300 } };
    for (const arrangement of [{ previous: first, pins }, { pins }]) {
      const second = await draw(model, arrangement);
      expect(corners(second).get('context:Cart')).toBe('1400 300');
      expect(overlapsIn(second)).toEqual([]);
    }
  });

  it('is laid out afresh when it is grouped in another way', async () => {
    const model = modelOf(teams);
    const ungrouped = await layout(model, select(model, {}), localEngine);
    expect(await draw(model, { previous: ungrouped, pins: {} })).toEqual(await draw(model));
  });

  it('covers nothing, whatever the edit', async () => {
    await expectNothingCovered(draw, teamsModelOf, { numRuns: 60, seed: 1126 });
  }, 90_000);
});
