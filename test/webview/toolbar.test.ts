/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { bookshop } from '../diagram/models.js';
import { map, reopened } from './fresh-map.js';

const focused = () => map.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('the pick lists above the map', () => {
  it.each([
    ['v', 'View'],
    ['o', 'Overlay'],
  ])('are reached by `%s`, and left by Escape', async (key, name) => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press(key);
    expect(await focused()).toBe(name);
    await map.page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^Bounded context Ordering/);
    expect(map.sent('query')).toEqual([]);
  });

  it('choose an overlay by its letters', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('o');
    await map.page.keyboard.type('Coup');
    await expect.poll(() => map.sent('query').at(-1)?.query.overlay).toBe('coupling');
  });

  it('have headings for flows and chains, and their names in whole', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    const list = map.page.locator('select[aria-label="Overlay"]');
    const headings = await list.evaluate((element) =>
      [...element.querySelectorAll('optgroup')].map(({ label, children }) => [
        label,
        [...children].every((child) => /^(Flow|Chain): ./.test(child.textContent)),
      ]),
    );
    expect(headings[0]).toEqual(['Flows', true]);
    expect(await list.evaluate((element: HTMLSelectElement) => element.value)).toBe(
      'flow:PlaceOrder',
    );
  });

  it('lead back from any button', async () => {
    await map.show(bookshop());
    await map.node('context:Ordering').focus();
    await map.page.getByRole('button', { name: 'Fit' }).focus();
    await map.page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^Bounded context Ordering/);
  });

  it('have a ground, which their opened lists take over', async () => {
    await reopened('vscode-dark');
    await map.show(bookshop());
    const grounds = await map.page
      .locator('.toolbar select')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).backgroundColor));
    expect(new Set(grounds)).toEqual(new Set(['rgb(30, 30, 30)']));
  });
});
