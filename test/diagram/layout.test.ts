import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { layeredLayout } from '../../src/diagram/layout/layered/layered.js';
import { layout } from '../../src/diagram/layout/layout.js';
import { pictureOf } from '../../src/diagram/render.js';
import { select } from '../../src/diagram/select.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Model } from '../../src/model/model.js';
import { arbitraryDeclarations, bookshop, insurance, modelOf } from './models.js';
import { overlapsIn } from './overlaps.js';

function exampleTexts(name: string): Record<string, string> {
  const folder = join('examples', name);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.arch'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

const allOpen = ({ contexts }: Model) => new Set(contexts.map(({ id }) => id));

describe('the layout of a map', () => {
  it.each([
    ['bookshop', bookshop],
    ['insurance', insurance],
  ])('covers nothing of the %s, folded, opened or grouped', async (_, load) => {
    const model = load();
    expect(overlapsIn(await pictureOf(model))).toEqual([]);
    expect(overlapsIn(await pictureOf(model, { open: allOpen(model) }))).toEqual([]);
    expect(overlapsIn(await pictureOf(model, { groupBy: 'domain' }))).toEqual([]);
    expect(overlapsIn(await pictureOf(model, { groupBy: 'team', level: 'apis' }))).toEqual([]);
    expect(overlapsIn(await pictureOf(model, { direction: 'right' }))).toEqual([]);
  });

  it('covers nothing of any landscape', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDeclarations, fc.boolean(), async (declarations, open) => {
        const model = modelOf(declarations);
        const picture = await pictureOf(model, open ? { open: allOpen(model) } : {});
        expect(overlapsIn(picture)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('does not depend on the order of declarations', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDeclarations, async (declarations) => {
        const model = modelOf(declarations);
        const reordered = modelOf({
          declarations: [...declarations.declarations].reverse(),
          relations: [...declarations.relations].reverse(),
        });
        const options = { open: allOpen(model) };
        expect(await pictureOf(reordered, options)).toEqual(await pictureOf(model, options));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('covers nothing of five hundred contexts, which it lays out without ELK', async () => {
    const numbers = Array.from({ length: 500 }, (_, index) => index);
    const relations = numbers.slice(1).flatMap((to) => {
      const from = [Math.floor(to / 3), (to * 7) % to];
      return [...new Set(from)].map(
        (other) => `C${String(other)} [OHS, PL] -> [ACL] C${String(to)}`,
      );
    });
    const contexts = numbers.map((index) => `context C${String(index)} { }`).join('\n');
    const model = modelFromTexts({
      'a.arch': `${contexts}\ncontextmap M {\n${relations.join('\n')}\n}`,
    });
    const picture = await layout(model, select(model, {}), {
      ...localEngine,
      layers: (graph) => Promise.resolve(layeredLayout(graph)),
    });
    expect(picture.edges.length).toBe(relations.length);
    expect(overlapsIn(picture)).toEqual([]);
  });

  it('draws one context, and an empty model', async () => {
    const one = await pictureOf(modelFromTexts({ 'a.arch': 'context Ordering' }));
    expect(one.nodes.map(({ id }) => id)).toEqual(['context:Ordering']);
    const none = await pictureOf(modelFromTexts({}));
    expect(none.nodes).toEqual([]);
    expect(none.width).toBeGreaterThan(100);
  });

  it('gives examples a shape that fits a screen, also with all contexts opened', async () => {
    for (const name of ['bookshop', 'online-boutique', 'lakeside-mutual', 'sock-shop']) {
      const model = modelFromTexts(exampleTexts(name));
      for (const level of ['contexts', 'services'] as const) {
        const { width, height } = await pictureOf(model, { level });
        expect([name, level, width / height > 0.7 && width / height < 2.2]).toEqual([
          name,
          level,
          true,
        ]);
      }
    }
  });

  it('draws a line of its own straight rather than one of several from one plate', async () => {
    const { edges } = await pictureOf(modelFromTexts(exampleTexts('online-boutique')));
    const between = (from: string, to: string) =>
      edges.find((edge) => edge.from === `context:${from}` && edge.to === `context:${to}`);
    // Checkout stands above Notification; either of the two lines could be the straight one.
    expect(between('Notification', 'Checkout')!.points).toHaveLength(2);
    expect(between('Checkout', 'Notification')!.points.length).toBeGreaterThan(2);
  });

  it('keeps to the direction that is asked for', async () => {
    for (const direction of ['right', 'down'] as const) {
      const picture = await pictureOf(bookshop(), { direction, level: 'services' });
      expect(picture.flow).toBe(direction);
    }
  });

  it('shares the port of an open-host service among its consumers', async () => {
    const { ports } = await pictureOf(bookshop());
    const host = ports.find(
      ({ node, roles }) => node === 'context:Ordering' && roles === 'OHS, PL',
    );
    expect(host?.letter).toBe('U');
    expect(host?.edges).toHaveLength(3);
  });
});
