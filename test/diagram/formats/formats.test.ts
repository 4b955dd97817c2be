/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { instance } from '@viz-js/viz';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapFormats, renderMap, type MapFormat } from '../../../src/diagram/render.js';
import type { SelectOptions } from '../../../src/diagram/select.js';
import { mapFonts } from '../../../src/cli/fonts.js';
import type { Model } from '../../../src/model/model.js';
import { launchChromium } from '../../support/chromium.mjs';
import { bookshop, insurance } from '../models.js';
import { awkward } from './awkward.js';

const cases: readonly (readonly [string, () => Model, SelectOptions])[] = [
  ['the bookshop', bookshop, {}],
  ['the bookshop, opened', bookshop, { level: 'apis' }],
  ['the insurance, grouped', insurance, { groupBy: 'domain', level: 'services' }],
  ['awkward names', awkward, {}],
  ['awkward names, opened', awkward, { level: 'apis' }],
];

async function written(
  model: Model,
  format: MapFormat,
  options: SelectOptions = {},
): Promise<string> {
  const result = await renderMap(model, { ...options, format });
  return typeof result === 'string' ? result : Buffer.from(result).toString('latin1');
}

describe('exports', () => {
  it.each(mapFormats)('%s gives the same bytes for the same model', async (format) => {
    const fonts = mapFonts();
    const first = await renderMap(bookshop(), { format, fonts });
    const second = await renderMap(bookshop(), { format, fonts });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(first.length).toBeGreaterThan(500);
  });

  it('png is an image of twice the size', async () => {
    const bytes = Buffer.from(await renderMap(bookshop(), { format: 'png', fonts: mapFonts() }));
    const { width } = JSON.parse(await written(bookshop(), 'json')) as { width: number };
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(width * 2);
  });

  it('pdf is one page with embedded fonts', async () => {
    const pdf = Buffer.from(
      await renderMap(bookshop(), { format: 'pdf', fonts: mapFonts() }),
    ).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\./);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toContain('Arimo');
  });
});

describe.each(cases)('the map of %s', (_, load, options) => {
  it('is read by Graphviz', async () => {
    const viz = await instance();
    const result = viz.render(await written(load(), 'dot', options), { format: 'svg' });
    // Graphviz has no metrics for some scripts here and says so.
    expect(result.errors.filter(({ level }) => level === 'error')).toEqual([]);
    expect(result.status).toBe('success');
  });

  it('keeps to lines of its own in PlantUML and Structurizr', async () => {
    const plantUml = await written(load(), 'plantuml', options);
    expect(plantUml.match(/^@enduml$/gm)).toHaveLength(1);
    expect(plantUml.match(/^!include/gm)).toHaveLength(1);
    for (const line of plantUml.split('\n')) expect((line.match(/"/g) ?? []).length % 2).toBe(0);
    const structurizr = await written(load(), 'structurizr', options);
    expect(structurizr).not.toContain('${');
    for (const line of structurizr.split('\n')) {
      expect((line.replaceAll('\\"', '').match(/"/g) ?? []).length % 2).toBe(0);
    }
    expect(balance(structurizr)).toBe(0);
  });
});

/** Opened braces that stay open, outside of strings. */
function balance(text: string): number {
  const bare = text.replaceAll(/"(\\"|[^"])*"/g, '');
  return (bare.match(/\{/g) ?? []).length - (bare.match(/\}/g) ?? []).length;
}

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await page.setContent('<!DOCTYPE html><body></body>');
    const { resolve } = createRequire(import.meta.url);
    await page.addScriptTag({
      content: readFileSync(resolve('mermaid/dist/mermaid.min.js'), 'utf8'),
    });
  }, 60_000);
  afterAll(() => browser.close());

  it.each(cases)('Mermaid reads the map of %s', async (_, load, options) => {
    const text = await written(load(), 'mermaid', options);
    const read = await page.evaluate(async (source) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: { parse(text: string): Promise<{ diagramType: string }> };
      };
      return mermaid.parse(source);
    }, text);
    expect(read.diagramType).toMatch(/^flowchart/);
  });

  it.each(cases)('SVG and draw.io files of %s are well-formed XML', async (_, load, options) => {
    for (const [format, root] of [
      ['svg', 'svg'],
      ['drawio', 'mxfile'],
    ] as const) {
      const text = await written(load(), format, options);
      const found = await page.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'text/xml');
        const error = parsed.querySelector('parsererror')?.textContent;
        const ids = [...parsed.querySelectorAll('mxCell')].map(
          (cell) => cell.id || cell.getAttribute('id'),
        );
        return {
          error,
          root: parsed.documentElement.nodeName,
          doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
        };
      }, text);
      expect(found).toEqual({ error: undefined, root, doubled: [] });
    }
  });

  it('draws no text wider than the layout reckons', async () => {
    const svg = await written(bookshop(), 'svg', { level: 'apis' });
    const wide = await page.evaluate((source) => {
      document.body.innerHTML = source;
      return [...document.querySelectorAll('.edge-label')].flatMap((group) => {
        const ground = group.querySelector('rect')?.getBoundingClientRect();
        return [...group.querySelectorAll('text')].flatMap((text) =>
          ground && text.getBoundingClientRect().width > ground.width ? [text.textContent] : [],
        );
      });
    }, svg);
    expect(wide).toEqual([]);
  });
});
