import { describe, expect, it } from 'vitest';
import { overlaysOf } from '../../src/diagram/overlays.js';
import { bookshop } from '../diagram/models.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { map, reopened } from './fresh-map.js';

const themes = [
  'vscode-light',
  'vscode-dark',
  'vscode-high-contrast',
  'vscode-high-contrast-light',
] as const;
const open = ['context:Ordering'];
const findings = { 'context:Ordering': { severity: 'error', count: 2 } };

describe.each(themes)('the page of the map, in %s', (theme) => {
  it('has nothing that axe finds inaccessible, whatever lies over the map', async () => {
    const model = bookshop();
    const overlays = [undefined, 'findings' as const, ...overlaysOf(model).map(({ name }) => name)];
    expect(overlays.length).toBeGreaterThan(4);
    for (const overlay of overlays) {
      await reopened(theme);
      map.elsewhere = [];
      await map.show(model, { open, ...(overlay ? { overlay } : {}) }, findings);
      const problems = await accessibilityProblems(map.page);
      expect(problems, overlay ?? 'no overlay').toEqual([]);
    }
  });

  it('has nothing in its panes either', async () => {
    await reopened(theme);
    await map.show(bookshop(), { open });
    for (const name of ['Legend', 'Contracts'])
      await map.page.getByRole('button', { name, exact: true }).click();
    await map.page.locator('input').first().fill('Ord');
    expect(await accessibilityProblems(map.page)).toEqual([]);
  });
});
