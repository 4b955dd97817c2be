import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crosses } from '../../src/diagram/layout/place-label.js';
import { pictureOf } from '../../src/diagram/render.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { linesThroughBoxes, linesThroughFrames } from './lines.js';
import { arbitraryDeclarations, teamsModelOf } from './models.js';
import { overlapsIn } from './overlaps.js';

function example(name: string) {
  const folder = join('examples', name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.arch'));
  return modelFromTexts(
    Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
  );
}

describe('a map grouped by team or domain', () => {
  it('covers nothing, and leads no line through a box that is not its end', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDeclarations, fc.boolean(), async (declarations, open) => {
        const model = teamsModelOf(declarations);
        const level = open ? 'services' : 'contexts';
        const picture = await pictureOf(model, { groupBy: 'team', level });
        expect(overlapsIn(picture)).toEqual([]);
        expect(linesThroughBoxes(picture)).toEqual([]);
      }),
      { numRuns: 60, seed: 1126 },
    );
  }, 60_000);

  it('does not depend on the order of declarations', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDeclarations, async ({ declarations, relations }) => {
        const model = teamsModelOf({ declarations, relations });
        const text = (list: readonly string[]) => [...list].reverse();
        const teams = new Map(model.contexts.map(({ id, team }) => [id, team]));
        const reordered = modelFromTexts({
          'map.arch': [
            'contextmap M {',
            ...text(relations),
            '}',
            ...text(declarations).map((declaration) => {
              const id = /context (\w+)/.exec(declaration)?.[1] ?? '';
              const team = teams.get(`context:${id}`)?.replace('team:', '');
              return team === undefined ? declaration : declaration.replace('{', `{ team ${team} `);
            }),
            'team T2 team T1 team T0 "Those who look after customers"',
          ].join('\n'),
        });
        const options = { groupBy: 'team' } as const;
        expect(await pictureOf(reordered, options)).toEqual(await pictureOf(model, options));
      }),
      { numRuns: 15, seed: 1126 },
    );
  }, 60_000);

  it('has a shape that fits a screen, and leads no line through the frame of others', async () => {
    for (const name of ['bookshop', 'lakeside-mutual']) {
      for (const groupBy of ['domain', 'team'] as const) {
        for (const level of ['contexts', 'services'] as const) {
          const picture = await pictureOf(example(name), { groupBy, level });
          const { width, height } = picture;
          expect([name, groupBy, level, width / height > 0.8 && width / height < 2.2]).toEqual([
            ...[name, groupBy, level, true],
          ]);
          expect(linesThroughFrames(picture)).toEqual([]);
          expect(overlapsIn(picture)).toEqual([]);
        }
      }
    }
  });

  it('leads lines that pass by the first boxes of a frame beside its name', async () => {
    const { nodes, edges, flow } = await pictureOf(example('bookshop'), { groupBy: 'domain' });
    const { x, y } = nodes.find(({ shape }) => shape === 'group')!;
    expect(flow).toBe('down');
    const name = { x, y: y + 4, width: 120, height: 36 };
    expect(edges.filter(({ points }) => crosses(points, name)).map(({ id }) => id)).toEqual([]);
  });

  it('joins what shares a kernel by a straight line', async () => {
    const { edges } = await pictureOf(example('bookshop'), { groupBy: 'team' });
    const kernel = edges.find(({ style }) => style === 'shared-kernel');
    expect(kernel?.points).toHaveLength(2);
  });

  it('puts domains that lead to each other one after the other where that is shorter', async () => {
    const domains = ['Sales', 'Billing'].map(
      (name) => `domain ${name} { subdomain S { type core } }`,
    );
    const contexts = ['A', 'B', 'C', 'D', 'E', 'F'].map(
      (name, index) => `context ${name} implements ${index < 3 ? 'Sales' : 'Billing'}.S { }`,
    );
    const relations = ['A -> B', 'B -> C', 'A -> D', 'B -> D', 'C -> D', 'C -> E', 'B -> F'];
    const { nodes, flow } = await pictureOf(
      modelFromTexts({
        'a.arch': [...domains, ...contexts, 'contextmap M {', ...relations, '}'].join('\n'),
      }),
      { groupBy: 'domain', direction: 'down' },
    );
    expect(flow).toBe('down');
    const frame = (id: string) => nodes.find((node) => node.id === id)!;
    const sales = frame('domain:Sales');
    expect(sales.y + sales.height).toBeLessThan(frame('domain:Billing').y);
  });
});
