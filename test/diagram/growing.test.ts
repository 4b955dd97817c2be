import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/diagram/picture.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { corners, drawnWith } from './after-edit.js';
import { overlapsIn } from './overlaps.js';

const draw = drawnWith({ level: 'contexts' });

/** A map of these contexts and relations, like the picture before. */
function drawn(contexts: readonly string[], relations: readonly string[], previous?: Picture) {
  const names = contexts.map((name) => `context ${name} { }`).join('\n');
  const model = modelFromTexts({
    'a.arch': `${names}\ncontextmap M {\n${relations.join('\n')}\n}`,
  });
  return draw(model, previous && { previous, pins: {} });
}

function lengthOf({ edges }: Picture): number {
  const lengths = edges.map(({ points }) =>
    points
      .slice(1)
      .reduce((sum, { x, y }, at) => sum + Math.hypot(x - points[at]!.x, y - points[at]!.y), 0),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

const contexts = ['Catalog', 'Pricing', 'Ordering', 'Payments', 'Shipping', 'Returns', 'Search'];
const relations = [
  'Catalog [OHS, PL] -> [ACL] Pricing',
  'Catalog -> Ordering',
  'Pricing [S] -> [C] Ordering',
  'Payments [OHS] -> [CF] Ordering',
  'Ordering -> Shipping',
  'Shipping -> Returns',
  'Ordering -> Returns',
  'Catalog -> Search',
];

describe('a map that grows with its text', () => {
  it.each(['contexts first', 'each context with its relations'])(
    'is not far from one that is laid out afresh, typed %s',
    async (order) => {
      let picture: Picture | undefined;
      const known: string[] = [];
      const related = (relation: string) =>
        relation.split(/\W+/).filter((word) => contexts.includes(word));
      for (const context of contexts) {
        known.push(context);
        const among = relations.filter((one) => related(one).every((name) => known.includes(name)));
        picture = await drawn(known, order === 'contexts first' ? [] : among, picture);
      }
      for (const count of relations.keys())
        if (order === 'contexts first')
          picture = await drawn(contexts, relations.slice(0, count + 1), picture);
      const afresh = await drawn(contexts, relations);
      expect(picture?.edges).toHaveLength(relations.length);
      expect(overlapsIn(picture!)).toEqual([]);
      expect(lengthOf(picture!)).toBeLessThan(1.6 * lengthOf(afresh));
    },
  );

  it('fills a shape that a screen has with what is related to nothing', async () => {
    let picture: Picture | undefined;
    for (const count of contexts.keys())
      picture = await drawn(contexts.slice(0, count + 1), [], picture);
    const shape = picture!.width / picture!.height;
    expect(shape).toBeGreaterThan(0.8);
    expect(shape).toBeLessThan(3);
  });

  it('moves a box to its first relation, and no other one, then or when that is gone', async () => {
    const before = await drawn(contexts, relations.slice(0, 4));
    expect(before.nodes.filter(({ loose }) => loose).map(({ id }) => id)).toEqual([
      'context:Returns',
      'context:Search',
      'context:Shipping',
    ]);
    const found = await drawn(contexts, relations.slice(0, 5), before);
    const [at, now] = [corners(before), corners(found)];
    const moved = [...now.keys()].filter((id) => at.get(id) !== now.get(id));
    expect(moved).toEqual(['context:Shipping']);
    const gone = await drawn(contexts, relations.slice(0, 4), found);
    expect(corners(gone)).toEqual(now);
    expect(corners(await drawn(contexts, relations.slice(0, 5), gone))).toEqual(now);
  });

  it('leaves a box where somebody put it', async () => {
    const before = await drawn(contexts, relations.slice(0, 4));
    const names = contexts.map((name) => `context ${name} { }`).join('\n');
    const model = modelFromTexts({
      'a.arch': `${names}\ncontextmap M {\n${relations.slice(0, 5).join('\n')}\n}`,
    });
    const pins = { 'context:Shipping': { x: 900, y: 700 } };
    const after = await draw(model, { previous: before, pins });
    expect(corners(after).get('context:Shipping')).toBe('900 700');
  });
});
