/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { launchChromium } from '../support/chromium.mjs';
import { bundledPage, MapPage } from './map-page.js';

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
});
