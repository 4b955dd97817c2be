/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { bookshop } from '../diagram/models.js';
import { map } from './fresh-map.js';

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

  it('leaves half of a narrow panel to the map', async () => {
    await map.page.setViewportSize({ width: 420, height: 700 });
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    await map.page.locator('.side .pane').evaluate((pane) => {
      pane.append(...Array.from({ length: 200 }, () => document.createElement('p')));
    });
    const [panel, stage] = await Promise.all([
      side().boundingBox(),
      map.page.locator('.stage').boundingBox(),
    ]);
    expect(stage?.height).toBeGreaterThanOrEqual((panel?.height ?? Infinity) - 2);
    expect(panel?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? Infinity) - 1);
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

  it('is copied as Mermaid, and exported by itself', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    await side().getByRole('button', { name: 'Copy as Mermaid' }).click();
    expect(map.sent('copy-sequence')).toHaveLength(1);
    await side().getByRole('button', { name: 'Export…' }).click();
    expect(map.sent('export')).toEqual([{ type: 'export', flow: true }]);
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

describe('a long flow', () => {
  it('is scrolled rather than drawn too small to read', async () => {
    const services = Array.from({ length: 9 }, (_, index) => `Service${String(index)}`);
    const declared = services.map((name) => `service ${name}`).join(' ');
    const steps = services
      .slice(1)
      .map((name, index) => `A.${services[index]!} -> A.${name} "asks"`);
    const model = modelFromTexts({
      'a.arch': `context A { ${declared} } flow Long { ${steps.join('\n')} }`,
    });
    await map.show(model, { open: [], overlay: 'flow:Long' });
    const words = side().locator('.sequence text', { hasText: 'asks' }).first();
    expect((await words.boundingBox())!.height).toBeGreaterThan(8);
    const scrolls = await side()
      .locator('.pane')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect(scrolls).toBe(true);
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

describe('the contracts of what is selected', () => {
  const text = `openapi: 3.1.0
info:
  title: "Orders <script>"
${Array.from({ length: 80 }, (_, index) => `x-filler-${String(index)}: ${String(index)} # a comment`).join('\n')}
paths:
  /orders:
    post:
      x-arch-id: operation:Ordering.OrderService.Orders.placeOrder
`;
  const shown = (id: string, content = text) => ({
    type: 'contract' as const,
    contract: {
      id,
      places: ['a.openapi.yaml', 'b.asyncapi.yaml'],
      path: 'a.openapi.yaml',
      text: content,
    },
  });
  const pane = () => side().locator('.contract .text');

  it('are asked for by key, follow the selection, and go again', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('c');
    expect(map.sent('contracts')).toEqual([{ type: 'contracts', id: 'context:Ordering' }]);
    await map.node('external:Stripe').click();
    expect(map.sent('contracts').at(-1)?.id).toBe('external:Stripe');
    await map.page.keyboard.press('c');
    expect(map.sent('contracts').at(-1)).toEqual({ type: 'contracts' });
    expect(await side().isHidden()).toBe(true);
  });

  it('are shown as text, told apart by colour and scrolled to what is selected', async () => {
    await map.show(bookshop());
    await map.page.getByRole('button', { name: 'Contracts' }).click();
    await map.post(shown('operation:Ordering.OrderService.Orders.placeOrder'));
    expect(await pane().textContent()).toBe(`${text}\n`);
    expect(await pane().locator('script').count()).toBe(0);
    expect(await pane().locator('.key').first().textContent()).toBe('openapi');
    expect(await pane().locator('.comment').count()).toBe(80);
    expect(await pane().locator('.current').textContent()).toContain('placeOrder');
    const [line, box] = await Promise.all([
      pane().locator('.current').boundingBox(),
      pane().boundingBox(),
    ]);
    expect(line?.y).toBeGreaterThan(box?.y ?? Infinity);
    expect((line?.y ?? Infinity) + (line?.height ?? 0)).toBeLessThanOrEqual(
      (box?.y ?? 0) + (box?.height ?? 0),
    );
  });

  it('follow the text without losing the place of the reader', async () => {
    await map.show(bookshop());
    await map.page.getByRole('button', { name: 'Contracts' }).click();
    await map.post(shown('service:Ordering.OrderService'));
    const scroll = () => pane().evaluate((element) => element.scrollTop);
    await pane().evaluate((element) => {
      element.scrollTop = 300;
    });
    await map.post(shown('service:Ordering.OrderService', text.replace('3.1.0', '3.1.1')));
    expect(await pane().textContent()).toContain('3.1.1');
    expect(await scroll()).toBe(300);
  });

  it('can be changed for another one, copied, saved and compared', async () => {
    await map.show(bookshop());
    await map.page.getByRole('button', { name: 'Contracts' }).click();
    await map.post(shown('service:Ordering.OrderService'));
    await side().getByLabel('Contract', { exact: true }).selectOption('b.asyncapi.yaml');
    expect(map.sent('contracts').at(-1)).toEqual({
      type: 'contracts',
      id: 'service:Ordering.OrderService',
      path: 'b.asyncapi.yaml',
    });
    for (const name of ['Copy', 'Open', 'Save', 'Compare']) {
      await side().getByRole('button', { name }).click();
    }
    expect(map.sent('contract-action').map(({ action }) => action)).toEqual([
      'copy',
      'open',
      'save',
      'compare',
    ]);
  });

  it('say so where there is none', async () => {
    await map.show(bookshop());
    await map.page.getByRole('button', { name: 'Contracts' }).click();
    await map.post({
      type: 'contract',
      contract: { id: 'actor:Shopper', places: [], text: null },
    });
    expect(await side().locator('.note').textContent()).toContain('No contract');
  });
});
