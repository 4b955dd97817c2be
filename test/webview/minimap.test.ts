/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookshop } from '../diagram/models.js';
import { launchChromium } from '../support/chromium.mjs';
import { bundledPage, MapPage } from './map-page.js';

let browser: Browser;
let bundle: Awaited<ReturnType<typeof bundledPage>>;
let map: MapPage;

beforeAll(async () => {
  [browser, bundle] = await Promise.all([launchChromium(), bundledPage()]);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  map = await MapPage.open(browser, bundle);
});
afterEach(() => map.page.close());

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
    const [, , width = 1, height = 1] = ((await minimap().getAttribute('viewBox')) ?? '')
      .split(' ')
      .map(Number);
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

  it('does not cover a small panel', async () => {
    await map.page.setViewportSize({ width: 320, height: 420 });
    await map.show(bookshop(), openAll);
    await map.node('context:Ordering').focus();
    const seen = () => map.page.locator('.minimap .seen').getAttribute('width').then(Number);
    const before = await seen();
    for (let i = 0; i < 4; i++) await map.page.keyboard.press('+');
    await expect.poll(seen).toBeLessThan(before);
    expect(await minimap().isHidden()).toBe(true);
  });
});
