/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { launchChromium } from '../support/chromium.mjs';
import { bundledPage, MapPage } from './map-page.js';
import { traced } from './traced.js';

let browser: Browser;
let map: MapPage;

/** 170 contexts of nine services each. */
const contexts = Array.from({ length: 170 }, (_, context) => {
  const services = Array.from(
    { length: 9 },
    (_, index) => `service S${String(context)}x${String(index)} { technology "Kotlin" }`,
  );
  return `context C${String(context)} { ${services.join(' ')} }`;
});
const model = modelFromTexts({ 'a.arch': contexts.join('\n') });

beforeAll(async () => {
  const [started, bundle] = await Promise.all([launchChromium(), bundledPage()]);
  browser = started;
  map = await MapPage.open(browser, bundle);
  await map.show(model, { open: model.contexts.map(({ id }) => id) });
}, 120_000);
afterAll(() => browser.close());

/** Boxes whose small words are drawn. */
const withWords = () =>
  map.page.evaluate(
    () =>
      [...document.querySelectorAll('g.node')].filter((node) => {
        const detail = node.querySelector('.detail');
        return detail && getComputedStyle(detail).display !== 'none';
      }).length,
  );

describe('a map of 1,700 boxes', () => {
  it('draws small words of what is in sight alone, once it rests', async () => {
    await map.node('context:C0').focus();
    await map.page.keyboard.press('0');
    await expect.poll(withWords).toBe(0);
    for (let i = 0; i < 20; i++) await map.page.keyboard.press('+');
    await expect.poll(withWords).toBeGreaterThan(3);
    expect(await withWords()).toBeLessThan(400);
    const before = await map.page.locator('g.node.seen').first().getAttribute('data-arch-id');
    await map.page.mouse.move(600, 400);
    for (let i = 0; i < 12; i++) await map.page.mouse.wheel(900, 900);
    await expect
      .poll(() => map.page.locator('g.node.seen').first().getAttribute('data-arch-id'))
      .not.toBe(before);
  });

  it('draws no words at all where none could be read', async () => {
    await map.page.keyboard.press('0');
    for (let i = 0; i < 30; i++) await map.page.keyboard.press('-');
    const names = map.page.locator('.content text');
    await expect
      .poll(() => names.first().evaluate((name) => getComputedStyle(name).display))
      .toBe('none');
  });

  it('is not painted anew as the pointer moves over it', async () => {
    await map.page.keyboard.press('0');
    await map.page.mouse.move(200, 300);
    await map.page.waitForTimeout(400);
    const over = new Set<string | undefined>();
    const work = await traced(browser, map.page, async () => {
      for (let i = 0; i < 30; i++) {
        await map.page.mouse.move(200 + i * 15, 300 + i * 7);
        over.add(
          await map.page.evaluate(
            () => document.querySelector<SVGElement>('g.node:hover')?.dataset['archId'],
          ),
        );
      }
    });
    expect(over.size).toBeGreaterThan(8);
    expect(work['HitTest']).toBeGreaterThan(20);
    // The first movement may meet a change that was there before.
    expect(work['Paint'] ?? 0).toBeLessThan(3);
    expect(work['RasterTask'] ?? 0).toBeLessThan(3);
  });

  it('is a layer of its own already when a movement begins, and stays one', async () => {
    await map.page.mouse.move(600, 400);
    await map.page.keyboard.press('0');
    await map.page.waitForTimeout(400);
    const work = await traced(browser, map.page, async () => {
      await map.page.mouse.wheel(9, 5);
      await map.page.waitForTimeout(600);
    });
    expect(work['Layerize']).toBeGreaterThan(0);
    expect(work['Paint'] ?? 0).toBeLessThan(2);
    expect(work['RasterTask'] ?? 0).toBeLessThan(2);
  });
});
