/// <reference lib="dom" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { htmlReview } from '../../src/review/report/html.js';
import { review } from '../../src/review/review.js';
import { check } from '../../src/rules/engine.js';
import { allRules } from '../../src/rules/generated/index.js';
import type { Model } from '../../src/model/model.js';
import { folderWith } from '../cli/support/run.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.mjs';
import { comparedTexts, shopAfter, shopBefore } from './shop.js';

const today = '2026-11-25';
let browser: Browser;
let file: string;
let page: Page;
const requests: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  const evil = '<script>globalThis.hit = true</script>"><img src=https://evil.example/x>';
  const { comparison } = comparedTexts(
    shopBefore,
    shopAfter.replace(
      'context Warehouse',
      `/** ${evil} */ context Warehouse "${evil.replaceAll('"', "'")}"`,
    ),
  );
  const revision = (name: string, model: Model) => ({
    name,
    model,
    findings: check({ model, rules: allRules, today }),
  });
  const reviewed = review(
    revision(`main ${evil}`, comparison.before),
    revision('now', comparison.after),
    today,
  );
  const html = await htmlReview([{ name: '.', review: reviewed }]);
  file = join(folderWith({}), 'review.html');
  writeFileSync(file, html);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  requests.length = 0;
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
});
afterEach(() => page.close());

/** Titles of the sections whose inside is laid out. */
const readable = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('details')]
      .filter((section) => {
        const inside = section.querySelector('li, img, table');
        return (
          inside !== null &&
          inside.checkVisibility({ contentVisibilityAuto: true }) &&
          inside.getBoundingClientRect().height > 0
        );
      })
      .map((section) => section.querySelector('summary')?.textContent.replace(/ \d+$/, '')),
  );

describe('the page of a review in a browser', () => {
  it('asks nobody for anything, and nothing of a model acts', async () => {
    const outside = requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'));
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
    expect(await page.locator('h1').textContent()).toContain('<script>');
  });

  it('draws what is gone where it was, and says so', async () => {
    const map = decodeURIComponent((await page.locator('img').first().getAttribute('src')) ?? '');
    expect(map).toMatch(/text-decoration="line-through"[^>]*>Reporting</);
    expect(map).toContain('− removed');
  });

  it('shows what matters, and folds and unfolds the rest', async () => {
    const open = await readable();
    expect(open).toContain('What breaks for whom');
    expect(open).toContain('Map: What changed');
    expect(open).not.toContain('Changes in the model');
    await page.locator('summary', { hasText: 'Changes in the model' }).click();
    expect(await readable()).toContain('Changes in the model');
    await page.locator('summary', { hasText: 'What breaks for whom' }).click();
    expect(await readable()).not.toContain('What breaks for whom');
  });

  it('prints every section, folded or not', async () => {
    const all = await page.locator('summary').count();
    expect((await readable()).length).toBeLessThan(all);
    await page.emulateMedia({ media: 'print' });
    expect((await readable()).length).toBe(all);
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(1);
  });

  it('follows light and dark, its maps included, and prints light', async () => {
    const look = async (colorScheme: 'light' | 'dark', media: 'screen' | 'print') => {
      await page.emulateMedia({ colorScheme, media });
      // A browser chooses the source of an image some time after the media changed.
      const wanted = colorScheme === 'dark' && media === 'screen' ? '#1b1f24' : '#ffffff';
      await page.waitForFunction((ground) => {
        const svg = decodeURIComponent(document.querySelector('img')?.currentSrc ?? '');
        return svg.includes(`fill="${ground}" class="ground"`);
      }, wanted);
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    expect(await look('light', 'screen')).toBe('rgb(255, 255, 255)');
    expect(await look('dark', 'screen')).toBe('rgb(27, 31, 36)');
    expect(await look('dark', 'print')).toBe('rgb(255, 255, 255)');
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds inaccessible, %s',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.evaluate(() => {
        for (const section of document.querySelectorAll('details')) section.open = true;
      });
      expect(await accessibilityProblems(page)).toEqual([]);
    },
  );

  it('fits a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});
