/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapFonts } from '../../../src/cli/fonts.js';
import { findingsOverlay } from '../../../src/diagram/findings-overlay.js';
import { overlaysOf, withOverlay } from '../../../src/diagram/overlays.js';
import type { Picture } from '../../../src/diagram/picture.js';
import { pictureOf, renderPicture } from '../../../src/diagram/render.js';
import { launchChromium } from '../../support/chromium.mjs';
import { example } from '../models.js';
import { awkward } from './awkward.js';

const model = example('bookshop');
const opened = { open: new Set(['context:Ordering', 'context:Storefront']) };
const names = ['findings', ...overlaysOf(model).map(({ name }) => name)];

async function overlaid(name: string): Promise<Picture> {
  const picture = await pictureOf(model, opened);
  if (name !== 'findings')
    return withOverlay(model, picture, name as Parameters<typeof withOverlay>[2]);
  const counts = { error: 1, warning: 0, info: 2, accepted: 3 };
  const all = new Map(model.contexts.map(({ id }) => [id, counts]));
  return { ...picture, overlay: findingsOverlay(picture, all) };
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

/** Words and places of the marks and steps of a drawing, sorted. */
function drawn(svg: string): Promise<string[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/xml');
    if (parsed.querySelector('parsererror')) throw new Error('This is no XML.');
    const at = (element: Element | null, ...keys: readonly string[]) =>
      keys.map((key) => Number(element?.getAttribute(key))).join(' ');
    return [
      ...[...parsed.querySelectorAll('.mark')].map(
        (mark) => `${mark.textContent} ${at(mark.querySelector('rect'), 'x', 'y')}`,
      ),
      ...[...parsed.querySelectorAll('.step')].map((step) => {
        const words = step.querySelector('text')?.textContent ?? '';
        const plate = step.querySelector('rect');
        if (plate) return `${words} ${at(plate, 'x', 'y')}`;
        const circle = step.querySelector('circle');
        const [x, y, r] = ['cx', 'cy', 'r'].map((key) => Number(circle?.getAttribute(key)));
        return `${words} ${String(x! - r!)} ${String(y! - r!)}`;
      }),
    ].sort();
  }, svg);
}

/** The same of a draw.io file. */
function cells(text: string): Promise<string[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/xml');
    if (parsed.querySelector('parsererror')) throw new Error('This is no XML.');
    const all = [...parsed.querySelectorAll('mxCell')];
    const ids = all.map((cell) => cell.getAttribute('id'));
    if (new Set(ids).size < ids.length) throw new Error('Two cells have one id.');
    return all
      .filter((cell) => /^(mark|step) /.test(cell.getAttribute('id') ?? ''))
      .map((cell) => {
        const place = cell.querySelector('mxGeometry');
        return `${cell.getAttribute('value') ?? ''} ${String(place?.getAttribute('x'))} ${String(place?.getAttribute('y'))}`;
      })
      .sort();
  }, text);
}

describe.each(names)('the map with %s over it', (name) => {
  it('is the same as SVG and as draw.io file, and goes into JSON', async () => {
    const picture = await overlaid(name);
    const { marks = [], steps = [] } = picture.overlay ?? {};
    expect(marks.length + steps.length).toBeGreaterThan(0);
    const svg = await drawn((await renderPicture(picture, { format: 'svg' })) as string);
    // Many steps on one way stand on one plate.
    expect(svg.length).toBeLessThanOrEqual(marks.length + steps.length);
    expect(svg.length).toBeGreaterThanOrEqual(marks.length + Math.min(1, steps.length));
    for (const { text } of marks) expect(svg.some((words) => words.startsWith(text))).toBe(true);
    const drawio = await cells((await renderPicture(picture, { format: 'drawio' })) as string);
    expect(drawio).toEqual(svg);
    const json = JSON.parse(
      (await renderPicture(picture, { format: 'json' })) as string,
    ) as Picture;
    expect(json.overlay).toEqual(picture.overlay);
  });
});

describe('an overlay', () => {
  it('is drawn on PNG and PDF too', async () => {
    const fonts = mapFonts();
    const picture = await overlaid('coupling');
    const { overlay: _, ...plain } = picture;
    for (const format of ['png', 'pdf'] as const) {
      const [bare, whole] = await Promise.all(
        [plain, picture].map(async (each) =>
          Buffer.from(await renderPicture(each, { format, fonts })),
        ),
      );
      expect(whole!.length).toBeGreaterThan(bare!.length);
      expect(whole!.subarray(0, 4)).toEqual(bare!.subarray(0, 4));
    }
  });

  it('is well-formed whatever its words are', async () => {
    const odd = awkward();
    const picture = await pictureOf(odd);
    for (const { name } of overlaysOf(odd)) {
      const overlaidPicture = withOverlay(odd, picture, name);
      await drawn((await renderPicture(overlaidPicture, { format: 'svg' })) as string);
      await cells((await renderPicture(overlaidPicture, { format: 'drawio' })) as string);
    }
  });

  it('marks what changed in a draw.io file as on the map', async () => {
    const picture = await pictureOf(model);
    const [first, second] = picture.nodes;
    const nodes = picture.nodes.map((node) =>
      node === first
        ? { ...node, change: 'added' as const }
        : node === second
          ? { ...node, change: 'removed' as const }
          : node,
    );
    const text = (await renderPicture({ ...picture, nodes }, { format: 'drawio' })) as string;
    const styleOf = (id: string) =>
      new RegExp(`<mxCell id="${id}"[^>]*style="([^"]*)"`).exec(text)?.[1] ?? '';
    expect(styleOf(first!.id)).toMatch(/strokeColor=#116b2d;strokeWidth=3;$/);
    expect(styleOf(second!.id)).toMatch(/strokeColor=#b3202b;strokeWidth=3;dashed=1;opacity=50;$/);
  });
});
