/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../src/diagram/svg/svg.js';
import { themes } from '../../src/diagram/svg/theme.js';
import { bookshop } from '../diagram/models.js';
import { map } from './fresh-map.js';

const label = (id: string) => map.node(id).getAttribute('aria-label');
const status = () => map.page.locator('[role=status]').textContent();
const bar = () => map.page.locator('.overlay-bar');

describe('an overlay', () => {
  it('is part of the names of boxes', async () => {
    await map.show(bookshop(), { open: [], overlay: 'coupling' });
    expect(await label('context:Ordering')).toMatch(
      /^Bounded context Ordering.*, \d+ depend on it, it depends on \d+, instability \d\.\d\d$/,
    );
    await map.show(bookshop(), { open: [], overlay: 'teams' });
    expect(await label('context:Ordering')).toMatch(/, Checkout team, team \d$/);
    await map.show(bookshop());
    expect(await label('context:Ordering')).not.toMatch(/team \d|instability/);
  });

  it('is part of the names of lines, where steps go along them', async () => {
    const { overlay, edges } = await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    const step = overlay?.steps.find(({ from, to }) =>
      edges.some((edge) => edge.from === to && edge.to === from),
    );
    const edge = edges.find(({ from, to }) => from === step?.to && to === step.from);
    const name = await map.page
      .locator(`g.edge[data-arch-id="${edge!.id}"]`)
      .getAttribute('aria-label');
    expect(name).toContain(`step ${String(step!.number)}: ${step!.text}`);
    expect(await label(step!.from)).toContain(`step ${String(step!.number)}: `);
  });

  it('is told when it comes and when it goes', async () => {
    await map.show(bookshop());
    await map.show(bookshop(), { open: [], overlay: 'teams' });
    expect(await status()).toMatch(/^Teams, \d+ boxes marked$/);
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    expect(await status()).toMatch(/^Flow: .*, \d+ steps$/);
    await map.show(bookshop());
    expect(await status()).toBe('No overlay');
  });

  it('says what its signs mean above the map, in letters that do not shrink with it', async () => {
    await map.show(bookshop(), { open: [], overlay: 'coupling' });
    expect(await bar().textContent()).toContain('contexts that depend on it');
    await map.node('context:Ordering').focus();
    for (let i = 0; i < 12; i++) await map.page.keyboard.press('-');
    const { height } = (await bar().locator('.entry').first().boundingBox())!;
    expect(height).toBeGreaterThan(11);
    await map.show(bookshop());
    expect(await bar().isHidden()).toBe(true);
  });

  it('names every team that it shows', async () => {
    const { overlay } = await map.show(bookshop(), { open: [], overlay: 'teams' });
    const pills = await bar().locator('.pill').allTextContents();
    expect(pills.length).toBeGreaterThan(2);
    expect([...pills].sort()).toEqual([...new Set(overlay?.marks.map(({ text }) => text))].sort());
  });
});

describe('what is exported', () => {
  it.each(['coupling', 'teams', 'flow:PlaceOrder', 'chain:service:Storefront.Web'] as const)(
    'has %s where the live map has it',
    async (overlay) => {
      const picture = await map.show(bookshop(), { open: ['context:Ordering'], overlay });
      const [live, exported] = await map.page.evaluate(
        (source) => {
          const file = new DOMParser().parseFromString(source, 'image/svg+xml');
          const drawing = document.querySelector('.content svg')!;
          return [drawing, file.documentElement].map((root) =>
            [...root.querySelectorAll('.mark, .step, .legend text')].map((part) => {
              const place = part.querySelector('rect, circle') ?? part;
              const at = ['x', 'y', 'cx', 'cy', 'width'].map((key) => place.getAttribute(key));
              return [part.textContent, ...at].join(' ');
            }),
          );
        },
        renderSvg(picture, themes.light),
      );
      expect(live!.length).toBeGreaterThan(5);
      expect(live).toEqual(exported);
    },
  );
});

describe('the overlay of findings', () => {
  const found = {
    'context:Ordering': { severity: 'error', count: 2 },
    'context:Shipping': { severity: 'accepted', count: 1 },
  };
  const query = { open: [], overlay: 'findings' } as const;

  it('says how many there are, and marks those that were accepted', async () => {
    await map.show(bookshop(), query, found);
    const marks = map.page.locator('g.mark text');
    expect((await marks.allTextContents()).sort()).toEqual(['1 accepted', '× 2']);
    expect(await map.page.locator('g.badge').count()).toBe(0);
    expect(await label('context:Ordering')).toMatch(/, 2 errors$/);
    expect(await label('context:Shipping')).toMatch(/, 1 accepted finding$/);
    expect(await bar().textContent()).toContain('errors');
    expect(await bar().textContent()).toContain('with a reason');
  });

  it('lists those that have no box, each of which leads to the text', async () => {
    await map.show(bookshop(), query, found);
    expect(await bar().locator('button').count()).toBe(0);
    map.elsewhere = [
      {
        rule: 'subdomain-shared-by-contexts',
        severity: 'warning',
        message: '<b>Two</b> contexts implement it.',
        element: 'subdomain:Retail.Catalog',
      },
    ];
    await map.show(bookshop(), query, found);
    const more = bar().getByRole('button', { name: '1 has no box…' });
    await more.click();
    const card = map.page.locator('.card.held');
    expect(await card.textContent()).toContain('<b>Two</b> contexts implement it.');
    // The keyboard is there, and Escape closes it.
    await map.page.keyboard.press('Enter');
    expect(map.sent('reveal').at(-1)).toMatchObject({ id: 'subdomain:Retail.Catalog' });
    await map.page.keyboard.press('Escape');
    expect(await map.page.locator('.card').isHidden()).toBe(true);
    await map.show(bookshop());
    expect(await more.count()).toBe(0);
  });

  it('lists the findings of a box when its mark is clicked', async () => {
    await map.show(bookshop(), query, found);
    await map.page.locator('g.mark[data-node="context:Shipping"]').click();
    expect(map.sent('details')).toEqual([{ type: 'details', id: 'context:Shipping' }]);
    expect(map.sent('reveal')).toEqual([]);
    const finding = { rule: 'r', severity: 'warning', message: 'Two writers.', element: 'store:S' };
    await map.post({
      type: 'details',
      details: {
        id: 'context:Shipping',
        kind: 'context',
        name: 'Shipping',
        facts: [],
        findings: [{ ...finding, mark: 'accepted: until version 2' }],
      },
    });
    expect(await map.page.locator('.card .findings').textContent()).toContain(
      'accepted: until version 2',
    );
  });
});
