/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
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

describe('the figures of a chain', () => {
  const overlay = 'chain:operation:Shop.Web.Pages.checkout';
  const model = () =>
    modelFromTexts({
      'a.arch': `context Shop { service Web { slo { p99 600ms }
          api Pages: rest { POST "/c" checkout() { calls Orders.OrderService.place { timeout 200ms  retry 1 } } } } }
        context Orders { service OrderService { slo { availability 99.95%  p99 150ms } api O: rest { POST "/o" place() } } }
        actor User { calls Shop.Web.checkout }`,
    });

  it('stand in a table beside the map; each row leads to its call', async () => {
    await map.show(model(), { open: [], overlay });
    const row = side().locator('tbody tr');
    expect(await row.locator('td').allTextContents()).toEqual([
      '1',
      'OrderService.place',
      '400 ms',
      'p99 150 ms',
      '99.95 %',
    ]);
    await row.locator('button').click();
    expect(map.sent('reveal').at(-1)?.id).toMatch(/^call:/);
    expect(await map.page.locator('g.mark').allTextContents()).toContain('p99 150 ms · 99.95 %');
  });

  it('leave the map fitted into what is left of its room', async () => {
    await map.show(model());
    await map.show(model(), { open: [], overlay });
    const stage = await map.page.locator('.stage').boundingBox();
    for (const id of ['context:Shop', 'context:Orders']) {
      const box = await map.node(id).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThan(stage?.width ?? 0);
    }
  });
});
