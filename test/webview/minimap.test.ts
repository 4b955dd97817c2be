/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { bookshop } from '../diagram/models.js';
import { map } from './fresh-map.js';

const minimap = () => map.page.locator('.minimap');
const openAll = { open: ['context:Ordering', 'context:Payments', 'context:Catalog'] };

describe('the minimap', () => {
  it('hides while everything is seen, and has the shape of the map', async () => {
    await map.page.setViewportSize({ width: 1200, height: 900 });
    await map.show(bookshop(), openAll);
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('0');
    await expect.poll(() => minimap().isHidden()).toBe(true);
    for (let i = 0; i < 4; i++) await map.page.keyboard.press('+');
    await expect.poll(() => minimap().isVisible()).toBe(true);
    const box = await minimap().boundingBox();
    const viewBox = await minimap().locator('svg').getAttribute('viewBox');
    const [, , width = 1, height = 1] = (viewBox ?? '').split(' ').map(Number);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(width / height, 0);
  });

  it('hides while all boxes are seen, though not the margins', async () => {
    await map.page.setViewportSize({ width: 1200, height: 900 });
    await map.show(bookshop(), openAll);
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('0');
    await map.page.mouse.move(400, 400);
    await map.page.mouse.wheel(8, 0);
    await map.page.waitForTimeout(200);
    expect(await minimap().isHidden()).toBe(true);
    await map.page.mouse.wheel(300, 0);
    await expect.poll(() => minimap().isVisible()).toBe(true);
  });

  it('shows the boxes of a grouped map in their frames', async () => {
    const { nodes } = await map.show(bookshop(), { open: [], groupBy: 'team' });
    const groups = nodes.filter(({ shape }) => shape === 'group');
    expect(await minimap().locator('rect.box.group').count()).toBe(groups.length);
    expect(await minimap().locator('rect.box').count()).toBe(nodes.length);
    expect(await minimap().locator('rect.box').first().getAttribute('class')).toBe('box group');
  });

  it('does not cover a small panel', async () => {
    await map.page.setViewportSize({ width: 320, height: 420 });
    await map.show(bookshop(), openAll);
    await map.node('context:Ordering').focus();
    const place = () => map.page.locator('.content').getAttribute('style');
    const before = await place();
    for (let i = 0; i < 4; i++) await map.page.keyboard.press('+');
    await expect.poll(place).not.toBe(before);
    expect(await minimap().isHidden()).toBe(true);
  });

  it('frames what is seen, and goes where one clicks', async () => {
    await map.page.setViewportSize({ width: 1200, height: 900 });
    await map.show(bookshop(), openAll);
    await map.node('context:Ordering').focus();
    for (let i = 0; i < 8; i++) await map.page.keyboard.press('+');
    await expect.poll(() => minimap().isVisible()).toBe(true);
    const shares = () =>
      map.page.evaluate(() => {
        const box = (element: Element) => element.getBoundingClientRect();
        const all = box(document.querySelector('.minimap svg')!);
        const stage = box(document.querySelector('.stage')!);
        const content = box(document.querySelector('.content')!);
        const lines = [...document.querySelectorAll('.minimap .outline')].map(box);
        const left = Math.min(...lines.map((line) => line.left));
        const right = Math.max(...lines.map((line) => line.right));
        const top = Math.min(...lines.map((line) => line.top));
        return {
          framed: [(left - all.left) / all.width, (right - all.left) / all.width],
          seen: [stage.left, stage.right].map((x) => (x - content.left) / content.width),
          framedTop: (top - all.top) / all.height,
          seenTop: (stage.top - content.top) / content.height,
        };
      });
    const before = await shares();
    const expectFramed = ({ framed, seen, framedTop, seenTop }: typeof before) => {
      expect(framed[0]).toBeCloseTo(seen[0]!, 2);
      expect(framed[1]).toBeCloseTo(seen[1]!, 2);
      expect(framedTop).toBeCloseTo(seenTop, 2);
    };
    expectFramed(before);
    const { width, height } = (await minimap().boundingBox())!;
    await minimap().click({ position: { x: width * 0.4, y: height * 0.6 } });
    // The map is on its way for some frames.
    const centre = async () => {
      const { seen } = await shares();
      return (seen[0]! + seen[1]!) / 2;
    };
    await expect.poll(centre).toBeCloseTo(0.4, 1);
    const after = await shares();
    expectFramed(after);
    expect(after.seenTop).not.toBeCloseTo(before.seenTop, 2);
  });
});
