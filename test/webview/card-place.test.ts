/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { overlap } from '../../src/diagram/layout/geometry.js';
import { bookshop } from '../diagram/models.js';
import { map } from './fresh-map.js';

const details = (id: string) => ({
  type: 'details' as const,
  details: {
    id,
    kind: 'context',
    name: id.slice(id.indexOf(':') + 1),
    doc: 'Words that go on and on about what this context is for. '.repeat(12),
    facts: Array.from({ length: 9 }, (_, index) => ({
      name: `fact ${String(index)}`,
      value: 'some words of it',
    })),
    findings: [],
  },
});

/** The card that a pointer brings that rests in the middle of a box, and the box. */
async function cardAt(id: string) {
  const box = (await map.node(id).boundingBox())!;
  await map.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => map.sent('details').at(-1)?.id).toBe(id);
  await map.post(details(id));
  const card = (await map.page.locator('.card').boundingBox())!;
  const stage = (await map.page.locator('.stage').boundingBox())!;
  return { box, card, stage };
}

describe('the card under the pointer', () => {
  it.each([320, 400])('leaves most of a map of %i px in sight', async (width) => {
    await map.page.setViewportSize({ width, height: 640 });
    const { nodes } = await map.show(bookshop());
    for (const { id } of [nodes[0]!, nodes.at(-1)!]) {
      const { card, box, stage } = await cardAt(id);
      expect(card.height).toBeLessThanOrEqual(0.41 * stage.height);
      expect(overlap(card, box)).toBe(false);
    }
  });

  it('stands beside its box, not over it, at every edge of a wide map', async () => {
    const { nodes } = await map.show(bookshop());
    for (const { id, shape } of nodes) {
      if (shape === 'group') continue;
      const { card, box, stage } = await cardAt(id);
      expect(overlap(card, box)).toBe(false);
      expect(card.x).toBeGreaterThanOrEqual(stage.x);
      expect(card.y + card.height).toBeLessThanOrEqual(stage.y + stage.height);
    }
  });

  it('is short; one that is held has everything', async () => {
    await map.show(bookshop());
    await cardAt('context:Ordering');
    expect(await map.page.locator('.card dt').count()).toBe(5);
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('i');
    await map.post(details('context:Ordering'));
    expect(await map.page.locator('.card dt').count()).toBe(9);
  });
});
