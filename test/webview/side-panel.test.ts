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

const side = () => map.page.locator('.side');

describe('the sequence diagram of a flow', () => {
  it('stands beside the map while the flow lies over it', async () => {
    await map.show(bookshop());
    expect(await side().isHidden()).toBe(true);
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    expect(await side().isVisible()).toBe(true);
    expect(await side().locator('g.message').count()).toBe(5);
    const [panel, stage] = await Promise.all([
      side().boundingBox(),
      map.page.locator('.stage').boundingBox(),
    ]);
    expect(panel?.x).toBeGreaterThanOrEqual((stage?.x ?? 0) + (stage?.width ?? Infinity));
    await map.show(bookshop());
    expect(await side().isHidden()).toBe(true);
  });

  it('leads to the source by click and by key, and selects on the map', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    await side().locator('[data-arch-id="service:Ordering.OrderService"] rect').click();
    expect(map.sent('reveal').at(-1)?.id).toBe('service:Ordering.OrderService');
    expect(await map.selected()).toBe('context:Ordering');
    await side().locator('[data-arch-id="step:PlaceOrder.3"]').focus();
    await map.page.keyboard.press('Enter');
    expect(map.sent('reveal').at(-1)?.id).toBe('step:PlaceOrder.3');
  });

  it('has a name for each message, and closes with Escape', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    const tree = await side().ariaSnapshot();
    expect(tree).toContain('Step 2: placeOrder');
    expect(tree).toContain('Step 5: on OrderPlaced');
    await side().locator('g.message').first().focus();
    await map.page.keyboard.press('Escape');
    expect(await side().isHidden()).toBe(true);
    // An edit of the text doesn't bring it back.
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    expect(await side().isHidden()).toBe(true);
  });
});
