/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { bookshop } from '../diagram/models.js';
import { map, reopened } from './fresh-map.js';
import type { PageTheme } from './map-page.js';
import { traced } from './traced.js';

describe('the live map', () => {
  it('says that it is ready before anything is shown', async () => {
    await expect.poll(() => map.sent('ready')).toHaveLength(1);
  });

  it('draws what the file shows', async () => {
    const picture = await map.show(bookshop());
    expect(await map.page.locator('g.node').count()).toBe(picture.nodes.length);
    expect(await map.page.locator('g.port').count()).toBe(picture.ports.length);
    expect(await map.page.locator('g.edge').count()).toBe(picture.edges.length);
    const word = map.page.locator('g.node text').first();
    expect(await word.evaluate((text) => getComputedStyle(text).fontFamily)).toContain('Arial');
  });

  it('leads to the source on a click, and selects', async () => {
    await map.show(bookshop());
    await map.node('context:Payments').click();
    expect(map.sent('reveal')).toEqual([{ type: 'reveal', id: 'context:Payments', stays: true }]);
    expect(await map.selected()).toBe('context:Payments');
  });

  it('listens to keys when it is shown, and after a click on its ground', async () => {
    await map.show(bookshop());
    await map.page.keyboard.press('/');
    expect(await map.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe(
      'search',
    );
    await map.page.locator('.stage').click({ position: { x: 4, y: 4 } });
    await map.page.keyboard.press('ArrowRight');
    expect(await map.selected()).toMatch(/^(context|external):/);
    await map.page.keyboard.press('Control+e');
    expect(await map.selected()).toMatch(/^(context|external):/);
  });

  it('opens a context on a double click and folds it on the next', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').dblclick();
    const query = map.sent('query').at(-1)?.query;
    expect(query?.open).toEqual(['context:Ordering']);
    await map.show(bookshop(), query);
    expect(await map.node('service:Ordering.OrderService').isVisible()).toBe(true);
    await map.page.keyboard.press('Space');
    expect(map.sent('query').at(-1)?.query).toMatchObject({
      open: [],
      folded: ['context:Ordering'],
    });
  });

  it('leads to an API inside of a service', async () => {
    await map.show(bookshop(), { open: ['context:Ordering'] });
    await map.page.locator('[data-arch-id="api:Ordering.OrderService.Orders"]').click();
    expect(map.sent('reveal').at(-1)?.id).toBe('api:Ordering.OrderService.Orders');
  });

  it('follows the cursor in the text', async () => {
    await map.show(bookshop());
    await map.post({
      type: 'select',
      ids: ['field:Shipping.X.y', 'service:Shipping.Shipper', 'context:Shipping'],
    });
    expect(await map.selected()).toBe('context:Shipping');
  });

  it('replaces only what an edit changed', async () => {
    await map.show(bookshop());
    await map.page.evaluate(() => {
      for (const node of document.querySelectorAll('g.node')) node.setAttribute('data-old', '');
    });
    const text = 'context Refunds contextmap Landscape { Refunds -> Stripe2 } external Stripe2';
    await map.show(modelFromTexts({ 'a.arch': text }));
    expect(await map.page.locator('g.node[data-old]').count()).toBe(0);
    await map.page.evaluate(() => {
      for (const node of document.querySelectorAll('g.node')) node.setAttribute('data-old', '');
    });
    await map.show(modelFromTexts({ 'a.arch': `context More ${text}` }));
    expect(await map.page.locator('g.node[data-old]').count()).toBe(2);
    expect(await map.page.locator('g.node').count()).toBe(3);
    await expect
      .poll(() => map.page.locator('[role=status]').textContent())
      .toContain('added More');
  });

  it('keeps a map that grows in sight, unless somebody has moved it', async () => {
    const row = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `C${String(at)}`);
      const relations = names.slice(1).map((name, at) => `C${String(at)} -> ${name}`);
      const contexts = names.map((name) => `context ${name}`).join(' ');
      return modelFromTexts({ 'a.arch': `${contexts} contextmap M { ${relations.join('\n')} }` });
    };
    const isInSight = (id: string) =>
      map.page.evaluate((wanted) => {
        const box = document.querySelector(`[data-arch-id="${wanted}"]`)?.getBoundingClientRect();
        const stage = document.querySelector('.stage')?.getBoundingClientRect();
        return (
          box !== undefined &&
          stage !== undefined &&
          box.top >= stage.top &&
          box.bottom <= stage.bottom &&
          box.left >= stage.left &&
          box.right <= stage.right
        );
      }, id);
    await map.show(row(3));
    await map.show(row(9));
    for (const id of ['context:C0', 'context:C8']) expect(await isInSight(id), id).toBe(true);
    await map.node('context:C0').focus();
    for (let times = 0; times < 8; times++) await map.page.keyboard.press('+');
    await map.show(row(14));
    expect(await isInSight('context:C13')).toBe(false);
  });

  it('keeps the last map while the text has syntax errors, and says so', async () => {
    await map.show(bookshop(), { open: [] }, {}, true);
    expect(await map.page.locator('.banner').textContent()).toContain('syntax errors');
    expect(await map.page.locator('g.node').count()).toBeGreaterThan(5);
  });

  it('says so where only a part of the text could be read', async () => {
    await map.show(bookshop(), { open: [] }, {}, 'partial');
    expect(await map.page.locator('.banner').textContent()).toContain('what could be read');
  });

  it('has a calm picture for an empty model', async () => {
    await map.show(modelFromTexts({}));
    expect(await map.page.locator('.empty').textContent()).toContain('context Ordering { }');
    expect(await map.page.locator('.banner').isHidden()).toBe(true);
    expect(await map.page.locator('.content').isHidden()).toBe(true);
    await map.show(bookshop());
    expect(await map.page.locator('.empty').isHidden()).toBe(true);
    expect(await map.page.locator('.content').isVisible()).toBe(true);
  });

  it('pins a box that is dragged', async () => {
    const picture = await map.show(bookshop());
    const box = await map.node('context:Careers').boundingBox();
    if (!box) throw new Error('no box');
    await map.page.mouse.move(box.x + 20, box.y + 20);
    await map.page.mouse.down();
    await map.page.mouse.move(box.x + 60, box.y + 50, { steps: 4 });
    await map.page.mouse.up();
    await expect.poll(() => map.sent('pin').length).toBe(1);
    const [pin] = map.sent('pin');
    const node = picture.nodes.find(({ id }) => id === 'context:Careers');
    expect(pin?.id).toBe('context:Careers');
    expect(pin?.x ?? 0).toBeGreaterThan((node?.x ?? 0) - picture.origin.x);
    expect(map.sent('reveal')).toEqual([]);
  });

  it('pins a box that is dragged in its frame, but no frame', async () => {
    const picture = await map.show(bookshop(), { open: [], groupBy: 'team' });
    const drag = async (x: number, y: number) => {
      await map.page.mouse.move(x, y);
      await map.page.mouse.down();
      await map.page.mouse.move(x + 40, y + 30, { steps: 4 });
      await map.page.mouse.up();
    };
    const member = picture.nodes.find(({ parent }) => parent?.startsWith('team:') === true)!;
    const frame = (await map.node(member.parent!).boundingBox())!;
    await drag(frame.x + 5, frame.y + frame.height / 2);
    expect(map.sent('pin')).toEqual([]);
    const box = (await map.node(member.id).boundingBox())!;
    await drag(box.x + 20, box.y + 20);
    await expect.poll(() => map.sent('pin').map(({ id }) => id)).toEqual([member.id]);
  });

  it('moves a dragged box with its inside, and back where the map stays as it was', async () => {
    const query = { open: ['context:Payments'] };
    await map.show(bookshop(), query);
    const inner = map.page.locator('g.node.service[data-arch-id^="service:Payments."]').first();
    const middle = async (box: typeof inner) => {
      const { x, y, width, height } = (await box.boundingBox())!;
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    };
    const middles = async () => [await middle(map.node('context:Payments')), await middle(inner)];
    const before = await middles();
    const { x, y } = (await map.node('context:Payments').boundingBox())!;
    await map.page.mouse.move(x + 6, y + 6);
    await map.page.mouse.down();
    await map.page.mouse.move(x + 46, y + 36, { steps: 4 });
    expect(await middles()).toEqual(before.map((at) => ({ x: at.x + 40, y: at.y + 30 })));
    expect(await map.page.locator('.loose').count()).toBeGreaterThan(2);
    await map.page.mouse.up();
    await map.show(bookshop(), query);
    expect(await middles()).toEqual(before);
    expect(await map.page.locator('.loose').count()).toBe(0);
  });

  it('shows all of the map when all contexts are opened', async () => {
    const model = bookshop();
    await map.show(model);
    await map.page.getByRole('button', { name: 'Open all' }).click();
    await expect.poll(() => map.sent('query').length).toBe(1);
    await map.show(model, map.sent('query')[0]!.query);
    const outside = await map.page.evaluate(() => {
      const stage = document.querySelector('.stage')!.getBoundingClientRect();
      return [...document.querySelectorAll('g.node')].filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left < stage.left || right > stage.right || top < stage.top || bottom > stage.bottom;
      }).length;
    });
    expect(outside).toBe(0);
  });

  it('keeps the two lines of a shared kernel when one of its ends is selected', async () => {
    const model = bookshop();
    await map.show(model, { open: [] });
    const kernel = model.relations.find(({ relationKind }) => relationKind === 'shared-kernel');
    const widths = () =>
      map.page.evaluate(() => {
        const paths = document.querySelectorAll('.edge.shared-kernel path:not(.hit)');
        return [...paths].map((path) => parseFloat(getComputedStyle(path).strokeWidth));
      });
    expect(kernel?.upstream).toBeDefined();
    await map.page.click(`g.node[data-arch-id="${kernel!.upstream!}"]`);
    expect(await map.page.locator('.edge.shared-kernel.near').count()).toBe(1);
    const [outer, inner] = await widths();
    expect(outer! - inner!).toBeGreaterThanOrEqual(3);
  });

  it('has findings at a corner where they cover no plate, no mark and no name', async () => {
    const model = bookshop();
    const mark = { severity: 'warning', count: 12 };
    const found = Object.fromEntries(model.contexts.map(({ id }) => [id, mark]));
    const { ports } = await map.show(model, { open: [], overlay: 'coupling' }, found);
    expect(ports.length).toBeGreaterThan(10);
    const covered = () =>
      map.page.evaluate(() => {
        const boxes = (selector: string) =>
          [...document.querySelectorAll(selector)].map((element) =>
            element.getBoundingClientRect(),
          );
        const plates = boxes('g.port, g.mark, g.node > text');
        return boxes('g.badge').map((badge) =>
          plates.some(
            ({ left, right, top, bottom }) =>
              left < badge.right && badge.left < right && top < badge.bottom && badge.top < bottom,
          ),
        );
      });
    expect(await covered()).toEqual(model.contexts.map(() => false));
    // A plate takes the right corners, and the kind of the context begins at the left one.
    const shop = modelFromTexts({
      'a.arch': `domain D { core subdomain X } context A implements D.X { service S }
context B contextmap M { A [OHS, PL] -> [ACL] B }`,
    });
    const picture = await map.show(shop, { open: ['context:A'] });
    const { x, y, width, height } = picture.nodes.find(({ id }) => id === 'context:A')!;
    const [port] = picture.ports;
    const beside = { ...port!, node: 'context:A', x: x + width, y: y - 8 };
    await map.post({
      type: 'show',
      revision: '2',
      picture: { ...picture, ports: [beside, { ...beside, id: 'below', y: y + height - 8 }] },
      root: 'file:///model',
      views: [],
      overlays: [],
      stale: false,
      findings: { 'context:A': mark },
      state: { uri: 'file:///model/a.arch', query: { open: ['context:A'] } },
    });
    expect(await covered()).toEqual([false]);
  });

  it('shows findings on boxes and lists them on a click', async () => {
    await map.show(
      bookshop(),
      { open: [] },
      { 'context:Ordering': { severity: 'warning', count: 2 } },
    );
    await map.page.locator('g.badge').click();
    expect(map.sent('details').at(-1)?.id).toBe('context:Ordering');
    await map.post({
      type: 'details',
      details: {
        id: 'context:Ordering',
        kind: 'context',
        name: 'Ordering',
        facts: [{ name: 'team', value: 'Checkout' }],
        findings: [
          {
            severity: 'warning',
            rule: 'no-timeout',
            message: '<b>No timeout</b>',
            element: 'call:A->B',
          },
        ],
      },
    });
    const card = map.page.locator('.card');
    expect(await card.textContent()).toContain('<b>No timeout</b>');
    await card.locator('button').click();
    expect(map.sent('reveal').at(-1)?.id).toBe('call:A->B');
    await map.page.keyboard.press('Escape');
    expect(await card.isHidden()).toBe(true);
  });

  it('tells of a few findings under the pointer, and of all in a card that stays', async () => {
    await map.show(bookshop());
    const findings = Array.from({ length: 9 }, (_, index) => ({
      severity: 'info',
      rule: 'no-timeout',
      message: `Finding ${String(index)}`,
      element: 'call:A->B',
    }));
    const details = { id: 'context:Ordering', kind: 'context', name: 'Ordering', facts: [] };
    const listed = () => map.page.locator('.card .findings li').allTextContents();
    await map.node('context:Ordering').hover();
    await expect.poll(() => map.sent('details').at(-1)?.id).toBe('context:Ordering');
    await map.post({ type: 'details', details: { ...details, findings } });
    expect(await listed()).toEqual([
      'info: Finding 0 (no-timeout)',
      'info: Finding 1 (no-timeout)',
      '7 more (i)',
    ]);
    await map.node('context:Ordering').click();
    await map.page.keyboard.press('i');
    await map.post({ type: 'details', details: { ...details, findings } });
    expect(await listed()).toHaveLength(9);
  });

  it('does not move a map that is seen whole when something at its edge is selected', async () => {
    await map.page.setViewportSize({ width: 760, height: 560 });
    await map.show(bookshop());
    await map.page.keyboard.press('0');
    const place = () =>
      map.page.evaluate(() => document.querySelector<HTMLElement>('.content')!.style.transform);
    const before = await place();
    for (const id of ['context:Warehouse', 'external:Carrier', 'context:Accounting']) {
      await map.post({ type: 'select', ids: [id] });
      expect(await map.selected()).toBe(id);
      expect(await place()).toBe(before);
    }
  });

  it('lays the steps of a flow over the map', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    const numbers = await map.page.locator('g.step text').allTextContents();
    expect(numbers).toContain('1');
    expect(numbers.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps what is selected in its place when keys zoom', async () => {
    await map.show(bookshop());
    await map.node('context:Storefront').click();
    const middle = () =>
      map.page.evaluate(() => {
        const box = document.querySelector('.node.selected')!.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
      });
    const before = await middle();
    for (let times = 0; times < 4; times++) await map.page.keyboard.press('+');
    await expect.poll(async () => (await middle()).width).toBeGreaterThan(1.9 * before.width);
    const after = await middle();
    expect(Math.abs(after.x - before.x)).toBeLessThan(0.1 * after.width);
    expect(Math.abs(after.y - before.y)).toBeLessThan(0.1 * after.width);
  });

  it('is moved as it is drawn: its layers are not worked out anew in each frame', async () => {
    await map.page.setViewportSize({ width: 760, height: 560 });
    await map.show(bookshop(), { open: ['context:Ordering'] });
    const work = await traced(map.page.context().browser()!, map.page, () =>
      map.page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const svg = document.querySelector('.content svg')!;
            let left = 40;
            const turn = () => {
              if (left-- === 0) {
                resolve();
                return;
              }
              const zooms = left < 20;
              const by = { deltaX: zooms ? 0 : 9, deltaY: zooms ? -9 : 5, ctrlKey: zooms };
              svg.dispatchEvent(new WheelEvent('wheel', { ...by, bubbles: true }));
              requestAnimationFrame(turn);
            };
            requestAnimationFrame(turn);
          }),
      ),
    );
    expect(await map.page.locator('.minimap').isVisible()).toBe(true);
    expect(work['Layerize']).toBeGreaterThan(20);
    expect(work['PaintArtifactCompositor::Update']).toBeLessThan(8);
  });

  it('has words as wide as the map is large, at every scale', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    const widths = () =>
      map.page.evaluate(() => {
        const width = (element: Element) => element.getBoundingClientRect().width;
        const map = width(document.querySelector('.content svg')!);
        return [...document.querySelectorAll('.content g.edge-label text')].map(
          (text) => width(text) / map,
        );
      });
    const before = await widths();
    const box = await map.page.locator('.content > svg').first().boundingBox();
    for (let i = 0; i < 3; i++) await map.page.keyboard.press('+');
    await expect
      .poll(async () => (await map.page.locator('.content > svg').first().boundingBox())!.width)
      .toBeGreaterThan(1.6 * box!.width);
    await map.page.waitForTimeout(400);
    // A new text is laid out at the new scale.
    await map.show(bookshop(), { open: [], overlay: 'coupling' });
    await map.show(bookshop(), { open: ['context:Ordering'] });
    await map.show(bookshop());
    const after = await widths();
    expect(after.length).toBe(before.length);
    after.forEach((width, index) => {
      expect(Math.abs(width / before[index]! - 1)).toBeLessThan(0.005);
    });
  });

  it('zooms at the pointer and fits again', async () => {
    await map.show(bookshop());
    const scale = () =>
      map.page.evaluate(() => document.querySelector<HTMLElement>('.content')?.style.transform);
    const before = await scale();
    await map.page.mouse.move(400, 400);
    await map.page.keyboard.down('Control');
    await map.page.mouse.wheel(0, -200);
    await map.page.keyboard.up('Control');
    await expect.poll(scale).not.toBe(before);
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('0');
    await expect.poll(scale).toBe(before);
  });
});

describe('without a pointer', () => {
  it('every box and edge has a name, and one of them is in the tab order', async () => {
    await map.show(bookshop(), { open: ['context:Ordering'] });
    const nameless = await map.page.evaluate(
      () =>
        [...document.querySelectorAll('g.node, g.edge')].filter(
          (group) => !group.getAttribute('aria-label'),
        ).length,
    );
    expect(nameless).toBe(0);
    expect(await map.page.locator('.stage [tabindex="0"]').count()).toBe(1);
    const tree = await map.page.locator('.stage').ariaSnapshot();
    expect(tree).toContain('Bounded context Ordering, core');
    expect(tree).toContain(
      'Stripe (open-host service, published language) is upstream of Payments (anticorruption layer)',
    );
  });

  it('arrows walk, `e` goes along the edges, Enter leads to the source', async () => {
    await map.show(bookshop());
    await map.node('external:Stripe').focus();
    await map.page.keyboard.press('ArrowDown');
    expect(await map.selected()).toBe('context:Payments');
    await map.page.keyboard.press('e');
    expect(await map.selected()).toMatch(/^relation:Landscape\./);
    await map.page.keyboard.press('Enter');
    expect(map.sent('reveal').at(-1)?.id).toMatch(/^relation:Landscape\./);
    await map.page.keyboard.press('ArrowDown');
    expect(await map.selected()).toMatch(/^context:/);
  });

  it('`f` shows a context alone and Escape leads back', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('f');
    const query = map.sent('query').at(-1)?.query;
    expect(query?.context).toBe('context:Ordering');
    await map.show(bookshop(), query);
    expect(await map.page.locator('.crumbs').textContent()).toBe('Landscape › Ordering');
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('Escape');
    expect(map.sent('query').at(-1)?.query.context).toBeUndefined();
  });

  it('`/` searches by name', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('/');
    await map.page.keyboard.type('ship');
    expect(await map.selected()).toBe('context:Shipping');
    await map.page.keyboard.press('Escape');
    expect(
      await map.page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    ).toContain('Shipping');
  });
});

describe.each([
  'vscode-light',
  'vscode-dark',
  'vscode-high-contrast',
  'vscode-high-contrast-light',
] as const)('in the theme %s', (theme: PageTheme) => {
  it('words have enough contrast to their boxes', async () => {
    await reopened(theme);
    const model = bookshop();
    const severities = ['error', 'warning', 'info'];
    const marks = model.contexts.map(
      ({ id }, index) => [id, { severity: severities[index % 3]!, count: 7 }] as const,
    );
    await map.show(model, { open: ['context:Ordering'], overlay: 'teams' });
    expect(await poorWords(map.page)).toEqual([]);
    await map.show(model, { open: [], groupBy: 'team' }, Object.fromEntries(marks));
    expect(await map.page.locator('g.group-name').count()).toBeGreaterThan(1);
    expect(await poorWords(map.page)).toEqual([]);
  });
});

/** Words that are hard to read on what they stand on, with their contrast to it. */
function poorWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string) => {
      const [x, y] = [luminance(a), luminance(b)];
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    };
    const groups = 'g.node, g.port, g.mark, g.row, g.badge, g.group-name, g.edge-label';
    return [...document.querySelectorAll(groups)].flatMap((group) => {
      const ground = group.querySelector(':scope > rect, :scope > path');
      if (!ground) return [];
      const fill = getComputedStyle(ground).fill;
      return [...group.querySelectorAll(':scope > text')].flatMap((text) => {
        const ratio = contrast(getComputedStyle(text).fill, fill);
        return ratio < 4.5 ? [`${text.textContent} ${ratio.toFixed(2)}`] : [];
      });
    });
  });
}

describe('motion', () => {
  /** Counts movements as they begin: they are short, and a busy machine looks too late. */
  const counting = () => {
    const counted = globalThis as { movements?: number };
    counted.movements = 0;

    const { animate } = Element.prototype;
    Element.prototype.animate = function (...given) {
      counted.movements = (counted.movements ?? 0) + 1;
      return animate.apply(this, given);
    };
  };
  const movements = () => (globalThis as { movements?: number }).movements;

  it('is left out where it is not wanted', async () => {
    await map.page.evaluate(counting);
    await map.show(bookshop());
    await map.show(bookshop(), { open: ['context:Ordering'] });
    expect(await map.page.evaluate(movements)).toBe(0);
    await reopened('vscode-light', 'no-preference');
    await map.page.evaluate(counting);
    await map.show(bookshop());
    await map.show(bookshop(), { open: ['context:Ordering'] });
    expect(await map.page.evaluate(movements)).toBeGreaterThan(0);
  });

  it('begins where a box was and ends where it is drawn', async () => {
    await reopened('vscode-light', 'no-preference');
    await map.page.evaluate(() => {
      const seen: Record<string, unknown> = {};
      Object.assign(globalThis, { seen });
      const { animate } = Element.prototype;
      Element.prototype.animate = function (frames, options) {
        const id = (this as SVGElement).dataset['archId'];
        if (this.matches('g.node') && id !== undefined) seen[id] = frames;
        return animate.call(this, frames, options);
      };
    });
    const before = await map.show(bookshop());
    const after = await map.show(bookshop(), { open: ['context:Ordering'] });
    const places = new Map(before.nodes.map((node) => [node.id, node]));
    const moved = after.nodes.flatMap(({ id, x, y }) => {
      const old = places.get(id);
      if (!old) return [];
      const dx = old.x - before.origin.x - (x - after.origin.x);
      const dy = old.y - before.origin.y - (y - after.origin.y);
      const transform = `translate(${String(dx)}px, ${String(dy)}px)`;
      return dx === 0 && dy === 0 ? [] : [[id, [{ transform }, { transform: 'none' }]] as const];
    });
    expect(moved.length).toBeGreaterThan(2);
    const seen = await map.page.evaluate(() => (globalThis as { seen?: object }).seen);
    expect(seen).toEqual(Object.fromEntries(moved));
  });
});

describe('an element that is to be shown', () => {
  const api = [
    'api:Ordering.OrderService.Orders',
    'service:Ordering.OrderService',
    'context:Ordering',
  ];

  it('is selected in its context, which is opened for it', async () => {
    await map.show(bookshop());
    await map.post({ type: 'locate', ids: api });
    const query = map.sent('query').at(-1)?.query;
    expect(query?.open).toEqual(['context:Ordering']);
    await map.show(bookshop(), query);
    expect(await map.selected()).toBe('api:Ordering.OrderService.Orders');
  });

  it('is selected at once where it is shown, and so is a context', async () => {
    await map.show(bookshop(), { open: ['context:Ordering'] });
    await map.post({ type: 'locate', ids: api });
    expect(await map.selected()).toBe('api:Ordering.OrderService.Orders');
    await map.post({ type: 'locate', ids: ['context:Payments'] });
    expect(await map.selected()).toBe('context:Payments');
    expect(map.sent('query')).toEqual([]);
  });

  it('is looked for on the landscape where a view leaves it out', async () => {
    const model = modelFromTexts({
      'a.arch': 'context A { service S { } } context B view Only { include B }',
    });
    await map.show(model, { view: 'Only', open: [] });
    await map.post({ type: 'locate', ids: ['service:A.S', 'context:A'] });
    const query = map.sent('query').at(-1)?.query;
    expect(query).toEqual({ open: ['context:A'] });
    await map.show(model, query);
    expect(await map.selected()).toBe('service:A.S');
  });
});
