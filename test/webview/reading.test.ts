/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { bookshop } from '../diagram/models.js';
import { map } from './fresh-map.js';

const focused = () =>
  map.page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });
const status = () => map.page.locator('[role=status]').textContent();

interface Read {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/** What a screen reader is told of the page, in its order. */
async function read(): Promise<Read[]> {
  const devtools = await map.page.context().newCDPSession(map.page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const text = (value: { value?: unknown } | undefined) =>
    typeof value?.value === 'string' ? value.value : '';
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: text(role),
      name: text(name),
      description: text(description),
    }));
}

describe('a screen reader', () => {
  it('hears of every box and line once, and no plates and words on lines by themselves', async () => {
    const { nodes, edges } = await map.show(bookshop());
    const heard = await read();
    const named = (name: string) => heard.filter((item) => item.name === name);
    for (const { description } of [...nodes, ...edges]) {
      expect(named(description)).toEqual([{ role: 'button', name: description, description: '' }]);
    }
    expect(heard.filter(({ role, name }) => role === 'StaticText' && name === 'U')).toEqual([]);
  });

  it('is told of buttons by what stands on them', async () => {
    await map.show(bookshop());
    const words = await map.page.locator('.toolbar button').allTextContents();
    const names = (await read()).filter(({ role }) => role === 'button').map(({ name }) => name);
    for (const word of words.filter((text) => /\w/.test(text))) expect(names).toContain(word);
    expect(names).toContain('Zoom in');
  });

  it('is told when the map stays behind the text, and when it follows again', async () => {
    await map.show(bookshop());
    await map.show(bookshop(), { open: [] }, {}, true);
    expect(await status()).toContain('syntax errors');
    await map.show(bookshop());
    expect(await status()).toBe('The map follows the text again.');
  });

  it('is told where there are no lines to go along, and what stands beside the map', async () => {
    await map.show(modelFromTexts({ 'a.arch': 'context Alone' }));
    await map.node('context:Alone').focus();
    await map.page.keyboard.press('e');
    expect(await status()).toBe('No lines lead here');
    await map.page.keyboard.press('l');
    expect(await status()).toBe('Legend beside the map');
    await map.page.keyboard.press('l');
    expect(await status()).toBe('Legend closed');
  });
});

describe('the keyboard', () => {
  it('arrives on the map when the panel gets it, unless a pointer brought it', async () => {
    await map.show(bookshop());
    const arrive = () => map.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await arrive();
    await expect.poll(focused).toMatch(/^Bounded context /);
    await map.page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
    });
    await map.page.locator('.stage').click({ position: { x: 4, y: 4 } });
    await arrive();
    await map.page.waitForTimeout(150);
    expect(await map.page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await map.page.getByRole('button', { name: 'Fit' }).focus();
    await arrive();
    await map.page.waitForTimeout(150);
    expect(await focused()).toBe('Fit');
  });

  it('goes from the toolbar to the selected box in one step, and on beside the map', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    await map.page.getByRole('button', { name: 'Export', exact: true }).focus();
    await map.page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Bounded context /);
    await map.page.keyboard.press('Tab');
    expect(await focused()).toBe('Sequence');
  });

  it('reaches each API of a service and its source, and leads back', async () => {
    await map.show(bookshop(), { open: ['context:Ordering'] });
    await map.node('service:Ordering.OrderService').focus();
    await map.page.keyboard.press('PageDown');
    expect(await focused()).toBe('rest API Orders');
    await map.page.keyboard.press('Enter');
    expect(map.sent('reveal').at(-1)?.id).toBe('api:Ordering.OrderService.Orders');
    await map.page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('grpc API Stream');
    await map.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Service OrderService/);
    await map.page.keyboard.press('PageDown');
    await map.page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^Service OrderService/);
  });

  it('goes from tab to tab beside the map by arrows', async () => {
    await map.show(bookshop(), { open: [], overlay: 'flow:PlaceOrder' });
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('l');
    await map.page.locator('.side [role=tab][aria-selected=true]').focus();
    expect(await focused()).toBe('Legend');
    await map.page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Sequence');
    expect(await map.page.locator('.side .sequence').isVisible()).toBe(true);
    await map.page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^Bounded context Ordering/);
    expect(
      await map.page.getByRole('button', { name: 'Legend' }).getAttribute('aria-pressed'),
    ).toBe('false');
  });
});

describe('the legend beside the map', () => {
  it('explains what the map shows, in letters that do not shrink with it', async () => {
    await map.show(bookshop());
    await map.page.getByRole('button', { name: 'Legend' }).click();
    const entries = map.page.locator('.legend-list li');
    const texts = await entries.allTextContents();
    expect(texts).toContain('core');
    expect(texts).toContain('ACLanticorruption layer');
    expect(texts).not.toContain('command');
    expect((await entries.first().boundingBox())!.height).toBeGreaterThan(20);
    await map.show(bookshop(), { open: ['context:Ordering'] });
    expect(await entries.allTextContents()).toContain('command');
  });
});
