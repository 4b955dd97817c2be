/**
 * The map on a page of its own for each test of the file that imports it, all pages in one browser.
 * The values are there once a test runs.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../support/chromium.mjs';
import { bundledPage, MapPage } from './map-page.js';

let browser: Browser;
let bundle: Awaited<ReturnType<typeof bundledPage>>;
export let map: MapPage;

beforeAll(async () => {
  [browser, bundle] = await Promise.all([launchChromium(), bundledPage()]);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  map = await MapPage.open(browser, bundle);
});
afterEach(() => map.page.close());

/** Another page in place of the one that is there: another theme, or with motion. */
export async function reopened(...look: Tail<Parameters<typeof MapPage.open>>): Promise<void> {
  await map.page.close();
  map = await MapPage.open(browser, bundle, ...look);
}

type Tail<T extends readonly unknown[]> = T extends [unknown, unknown, ...infer Rest] ? Rest : [];
