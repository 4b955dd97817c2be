/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import type { MapSide } from '../../src/protocol/map-review.js';
import { comparedTexts, shopAfter, shopBefore } from '../review/shop.js';
import { map, reopened } from './fresh-map.js';

const compared = comparedTexts(shopBefore, shopAfter);
const shown = (side: MapSide) =>
  map.showChanges(compared, { open: [], overlay: 'changes', changes: { side } });
const pane = () => map.page.locator('.changes');
const entry = (text: string) => pane().getByRole('button', { name: text, exact: true });

describe('changes on the map', () => {
  it('have a list beside them, what breaks first', async () => {
    await shown('both');
    expect((await pane().locator('h3').allTextContents()).slice(0, 2)).toEqual([
      'Breaking (1)',
      'Context Ordering (6)',
    ]);
    expect(await pane().textContent()).toContain('hits Invoicing.Invoices of Billing');
    expect(await map.page.locator('g.node.removed').count()).toBe(1);
    expect(await map.node('context:Reporting').getAttribute('aria-label')).toMatch(/, − removed$/);
  });

  it('lead to the text, that of before for what is gone, and to the box', async () => {
    await shown('both');
    await entry('added context Warehouse').click();
    expect(map.sent('reveal-place').at(-1)?.place).toMatchObject({ file: 'shop.arch' });
    expect(await map.selected()).toBe('context:Warehouse');
    await entry('removed context Reporting').click();
    expect(map.sent('reveal-former').at(-1)).toMatchObject({
      commit: 'c0ffee',
      place: { file: 'shop.arch' },
    });
    expect(await map.selected()).toBe('context:Reporting');
    await pane()
      .getByRole('button', { name: /value Ordering.OrderView as it was$/ })
      .click();
    expect(map.sent('reveal-former')).toHaveLength(2);
    await pane()
      .getByRole('button', { name: /^Approve: operation/ })
      .click();
    expect(map.sent('approve').at(-1)?.fingerprint).toMatch(/^[0-9a-f]+$/);
  });

  it('are shown before, after or both, by click and by key, and no box moves', async () => {
    const both = await shown('both');
    await pane().getByRole('button', { name: 'Before', exact: true }).click();
    expect(map.sent('query').at(-1)?.query.changes).toEqual({ side: 'before' });
    const before = await shown('before');
    expect(await map.node('context:Warehouse').count()).toBe(0);
    const place = (id: string, { nodes }: typeof both) => {
      const { x, y } = nodes.find((node) => node.id === id) ?? {};
      return { x, y };
    };
    expect(place('context:Reporting', before)).toEqual(place('context:Reporting', both));
    expect(await pane().locator('[aria-pressed="true"]').textContent()).toBe('Before');
    await map.node('context:Ordering').focus();
    await map.page.keyboard.press('b');
    expect(map.sent('query').at(-1)?.query.changes).toEqual({ side: 'both' });
  });

  it('leave room for the map in a narrow panel', async () => {
    await map.page.setViewportSize({ width: 560, height: 800 });
    await shown('both');
    const [stage, list] = await Promise.all([
      map.page.locator('.stage').boundingBox(),
      map.page.locator('.side').boundingBox(),
    ]);
    expect(stage?.height).toBeGreaterThan(300);
    expect(list?.height).toBeGreaterThan(200);
    const box = await map.node('context:Reporting').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((stage?.y ?? 0) + (stage?.height ?? 0));
  });

  it('are against another revision when one is chosen', async () => {
    await shown('both');
    await pane().getByRole('button', { name: 'Against main' }).click();
    expect(map.sent('choose-revision')).toHaveLength(1);
  });

  it('keep the focus in the list while one types', async () => {
    await shown('both');
    await pane().getByRole('button', { name: 'After', exact: true }).focus();
    await map.showChanges(comparedTexts(shopBefore, shopBefore), {
      open: [],
      overlay: 'changes',
      changes: { side: 'both' },
    });
    expect(await map.page.evaluate(() => document.activeElement?.textContent)).toBe('After');
    expect(await pane().textContent()).toContain('Nothing changed in the model.');
  });

  it('are named to a screen reader and told apart in every theme', async () => {
    const folder = process.env['ARCHIVOLT_SCREENSHOTS'];
    for (const theme of [
      'vscode-light',
      'vscode-dark',
      'vscode-high-contrast',
      'vscode-high-contrast-light',
    ] as const) {
      await reopened(theme);
      await shown('both');
      if (folder !== undefined)
        await map.page.screenshot({ path: `${folder}/changes-${theme}.png` });
      const colours = await map.page.evaluate(() =>
        ['added', 'removed', 'changed', 'hit'].map((name) =>
          document.body.style.getPropertyValue(`--av-${name}`),
        ),
      );
      expect(new Set(colours).size).toBe(4);
      const tree = await pane().ariaSnapshot();
      expect(tree).toContain('group "Shown on the map"');
      expect(tree).toContain('heading "Breaking (1)"');
    }
  });
});
