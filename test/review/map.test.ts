import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { layout } from '../../src/diagram/layout/layout.js';
import type { Picture } from '../../src/diagram/picture.js';
import { select } from '../../src/diagram/select.js';
import { renderSvg } from '../../src/diagram/svg/svg.js';
import { themes } from '../../src/diagram/svg/theme.js';
import { changeList } from '../../src/review/map/change-list.js';
import { changedPicture } from '../../src/review/map/changed-picture.js';
import type { MapSide } from '../../src/review/map/map-side.js';
import type { Compared } from '../../src/review/compared.js';
import { overlaidModel } from '../../src/review/map/overlaid-model.js';
import { arbitraryDeclarations } from '../diagram/models.js';
import { comparedTexts, shopAfter, shopBefore } from './shop.js';

/** The three sides of one map. */
async function sides(
  compared: Compared,
  open: readonly string[] = [],
): Promise<Record<MapSide, Picture>> {
  const model = overlaidModel(compared.comparison);
  const selection = select(model, { open: new Set(open) });
  const base = await layout(model, selection, localEngine);
  const side = (name: MapSide) =>
    changedPicture(base, selection, model, compared, name, { before: 'main', after: 'now' });
  return { before: side('before'), after: side('after'), both: side('both') };
}

const names = ({ nodes }: Picture) => nodes.map(({ id }) => id).sort();
const pills = ({ overlay }: Picture) =>
  Object.fromEntries((overlay?.marks ?? []).map(({ node, text }) => [node, text]));
const edgesOf = ({ edges }: Picture) => edges.map(({ id }) => id).sort();

describe('a map of two revisions', () => {
  const compared = comparedTexts(shopBefore, shopAfter);
  const opened = ['context:Ordering', 'context:Shipping'];

  it('says in words what became of each context', async () => {
    const { both } = await sides(compared);
    expect(pills(both)).toEqual({
      'context:Invoicing': '! breaks',
      'context:Ordering': 'Δ 3 inside',
      'context:Reporting': '− removed',
      'context:Shipping': 'Δ 4 inside',
      'context:Warehouse': '+ added',
    });
    expect(both.overlay?.key?.map(({ text }) => text)).toEqual([
      'added',
      'removed',
      'changed',
      'hit by a change',
    ]);
  });

  it('marks relations that came, went and changed', async () => {
    const { both } = await sides(compared);
    const changes = both.edges.map(({ to, change }) => `${to} ${change ?? 'as it was'}`);
    expect(changes.sort()).toEqual([
      'context:Invoicing as it was',
      'context:Reporting removed',
      'context:Shipping changed',
      'context:Warehouse added',
    ]);
  });

  it('shows each side without what the other has alone', async () => {
    const { before, after } = await sides(compared, opened);
    expect(names(before)).toContain('service:Ordering.Basket');
    expect(names(before)).not.toContain('service:Shipping.Drones');
    expect(names(before)).not.toContain('context:Warehouse');
    expect(names(after)).toContain('service:Shipping.Drones');
    expect(names(after)).not.toContain('service:Ordering.Basket');
    expect(names(after)).not.toContain('context:Reporting');
    // Nobody needs a ghost of what is not used any more.
    expect(names(before)).toContain('event:Ordering.Placed@context:Shipping');
    expect(names(after)).not.toContain('event:Ordering.Placed@context:Shipping');
  });

  it('says on each side what it said then', async () => {
    const { before, after } = await sides(compared, opened);
    const desk = ({ nodes }: Picture) =>
      nodes.find(({ id }) => id === 'service:Shipping.ParcelDesk')?.name.join('');
    expect([desk(before), desk(after)]).toEqual(['Parcels', 'ParcelDesk']);
    const roles = ({ ports }: Picture) =>
      ports.find(({ node, letter }) => node === 'context:Shipping' && letter === 'D')?.roles;
    expect([roles(before), roles(after)]).toEqual(['CF', 'ACL']);
  });

  it('draws what is gone struck through, and every mark with a sign', async () => {
    const svg = renderSvg((await sides(compared)).both, themes.light);
    expect(svg).toMatch(/text-decoration="line-through"[^>]*>Reporting</);
    for (const sign of ['+', '−', 'Δ']) expect(svg).toContain(`>${sign}</text>`);
  });

  it('lists what breaks first, then the changes of each context', () => {
    const { groups } = changeList(compared, overlaidModel(compared.comparison));
    expect(groups.map(({ title }) => title)).toEqual([
      'Breaking',
      'Context Ordering',
      'Context Reporting',
      'Context Shipping',
      'Context Warehouse',
    ]);
    const [breaking] = groups[0]?.changes ?? [];
    expect(breaking?.title).toBe(
      'operation Ordering.Orders.Rest.getOrder: response.total was removed',
    );
    expect(breaking?.path).toContain('context:Ordering');
    expect(breaking?.before).toMatchObject({ file: 'shop.arch', line: 11 });
    const gone = groups
      .flatMap(({ changes }) => changes)
      .find(({ title }) => title === 'context Reporting');
    expect(gone).toMatchObject({ kind: 'removed', path: ['context:Reporting'] });
    expect(gone?.before?.line).toBe(
      shopBefore.split('\n').findIndex((line) => line.startsWith('context Reporting')) + 1,
    );
  });

  it('lists no more than one can read, and says how many are left out', () => {
    const many = Array.from({ length: 600 }, (_, index) => `team T${String(index)} {}`).join('\n');
    const wide = comparedTexts(shopBefore, `${shopAfter}\n${many}`);
    const { groups, more } = changeList(wide, overlaidModel(wide.comparison));
    const listed = groups.flatMap(({ changes }) => changes).length;
    expect(listed).toBe(500);
    expect(more).toBe(wide.comparison.changes.length + 1 - listed);
  });

  it('has every box at the same place on all sides, and each side what its revision has', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDeclarations,
        arbitraryDeclarations,
        fc.boolean(),
        async (one, other, isOpen) => {
          const [then, now] = [one, other].map(({ declarations, relations }) =>
            [...declarations, 'contextmap All {', ...relations, '}'].join('\n'),
          ) as [string, string];
          const changed = comparedTexts(then, now);
          const contexts = [changed.comparison.before, changed.comparison.after].flatMap((model) =>
            model.contexts.map(({ id }) => id),
          );
          const { before, after, both } = await sides(changed, isOpen ? contexts : []);
          const places = new Map(
            both.nodes.map(({ id, x, y, width, height }) => [id, { x, y, width, height }]),
          );
          for (const { id, x, y, width, height } of [...before.nodes, ...after.nodes]) {
            expect({ x, y, width, height }).toEqual(places.get(id));
          }
          for (const [picture, model] of [
            [before, changed.comparison.before],
            [after, changed.comparison.after],
          ] as const) {
            const alone = await layout(
              model,
              select(model, { open: new Set(isOpen ? contexts : []) }),
              localEngine,
            );
            expect(names(picture)).toEqual(names(alone));
            expect(edgesOf(picture)).toEqual(edgesOf(alone));
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
