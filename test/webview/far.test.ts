/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { bookshop } from '../diagram/models.js';
import { grownFrom } from '../../webview/context-map/far-marks.js';
import { map, reopened } from './fresh-map.js';

/** Contexts of two words, each downstream of one or two before. */
function shops(count: number) {
  const names = Array.from({ length: count }, (_, index) => `Boutique${letters(index)}`);
  const relations = names.flatMap((name, index) =>
    index === 0 ? [] : [`${names[Math.floor((index - 1) / 3)] ?? ''} [OHS] -> [ACL] ${name}`],
  );
  return modelFromTexts({
    'shops.arch': `${names.map((name) => `context ${name} { service ${name}Service }`).join('\n')}
contextmap Landscape { ${relations.join('\n')} }`,
  });
}

function letters(index: number): string {
  return `Shop${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
}

/** The same as services that call each other: plates and lines on all sides of boxes. */
function callers(count: number) {
  const names = Array.from({ length: count }, (_, index) => `Boutique${letters(index)}`);
  const called = (index: number) => [
    ...(index > 0 ? [(index - 1) >> 1] : []),
    ...(index > 6 && index % 5 === 4 ? [index - 5] : []),
  ];
  const contexts = names.map((name, index) => {
    const calls = called(index).map((to) => `calls ${names[to] ?? ''}.S { timeout 1s }`);
    return `context ${name} { service S { ${calls.join(' ')} } }`;
  });
  const relations = names
    .slice(1)
    .map((name, index) => `${names[index >> 1] ?? ''} [OHS, PL] -> [ACL] ${name}`);
  return modelFromTexts({
    'callers.arch': `${contexts.join('\n')}\ncontextmap Landscape { ${relations.join('\n')} }`,
  });
}

/** Words of boxes as they are seen: how large, and whether they lie in their boxes. */
function namesSeen() {
  return map.page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>('g.node')].map((node) => {
      const outline = node.querySelector('rect, path')!.getBoundingClientRect();
      const lines = [...node.querySelectorAll('text')].filter(
        (text) => getComputedStyle(text).display !== 'none' && !text.closest('.badge'),
      );
      const boxes = lines.map((line) => line.getBoundingClientRect());
      const scale = document.querySelector('.content svg')!.getBoundingClientRect().width;
      const own = Number(document.querySelector('.content svg')!.getAttribute('width'));
      return {
        words: lines.map((line) => line.textContent),
        size: Number(lines[0]?.getAttribute('font-size')) * (scale / own),
        inside: boxes.every(
          (box) => box.left >= outline.left - 0.5 && box.right <= outline.right + 0.5,
        ),
      };
    }),
  );
}

/** Names that marks of an overlay cover, wholly or in part. */
const covered = () =>
  map.page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const marks = [...document.querySelectorAll('g.mark rect')].map(boxOf);
    const isCovered = (name: DOMRect) =>
      marks.some(
        (mark) =>
          // Letters leave nearly a fifth of their line free above and below.
          name.bottom - name.height / 6 > mark.top + 0.5 &&
          mark.bottom > name.top + name.height / 6 + 0.5 &&
          name.right > mark.left &&
          mark.right > name.left,
      );
    return [...document.querySelectorAll('g.node:not(.open) .far-name')]
      .filter((name) => isCovered(boxOf(name)))
      .map(({ textContent }) => textContent);
  });

const scale = () =>
  map.page.evaluate(() => {
    const svg = document.querySelector('.content svg')!;
    return svg.getBoundingClientRect().width / Number(svg.getAttribute('width'));
  });

describe('a map seen from afar', () => {
  it('has names alone in its boxes, larger than they are near by', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(shops(26));
    expect(await scale()).toBeLessThan(0.45);
    const seen = await namesSeen();
    expect(seen).toHaveLength(26);
    for (const { words, size, inside } of seen) {
      expect(words[0]).toBe('Boutique');
      expect(words).toHaveLength(2);
      expect(inside).toBe(true);
      expect(size / (15 * (await scale()))).toBeGreaterThan(1.3);
    }
  });

  it('has its usual words again near by', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(shops(26));
    await map.node('context:BoutiqueShopaa').focus();
    for (let i = 0; i < 8; i++) await map.page.keyboard.press('+');
    await expect.poll(async () => (await namesSeen())[0]?.words).toEqual(['BoutiqueShopaa']);
  });

  it('keeps plates where lines end, without their patterns', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(shops(26));
    const plate = map.page.locator('g.port').first();
    expect(await plate.locator('rect').isVisible()).toBe(true);
    expect(await plate.locator('text').first().isVisible()).toBe(false);
  });

  it('names what an edit draws anew, and frames and opened contexts', async () => {
    await map.page.setViewportSize({ width: 320, height: 300 });
    await map.show(bookshop(), { open: ['context:Ordering'], groupBy: 'domain' });
    const unnamed = () =>
      map.page.evaluate(
        () =>
          [...document.querySelectorAll('g.node:not(.group), g.group-name')].filter(
            (node) => !node.querySelector('.far-name'),
          ).length,
      );
    expect(await scale()).toBeLessThan(0.45);
    expect(await unnamed()).toBe(0);
    await map.show(bookshop(), { open: [], groupBy: 'domain' });
    expect(await unnamed()).toBe(0);
  });

  it.each(['vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const)(
    'writes names in the colour of words: %s',
    async (theme) => {
      await reopened(theme);
      await map.page.setViewportSize({ width: 620, height: 600 });
      await map.show(shops(26));
      const colours = await map.page.evaluate(() => {
        const node = document.querySelector('g.node')!;
        const fill = (selector: string) => getComputedStyle(node.querySelector(selector)!).fill;
        return [fill('.far-name'), fill('text:not(.far-name):not(.detail)')];
      });
      expect(colours[0]).toBe(colours[1]);
    },
  );
});

/** A landscape of 250 contexts in five domains, of which one is upstream of forty others. */
function landscape() {
  const names = Array.from({ length: 250 }, (_, index) => `Shop${letters(index).slice(4)}`);
  const relations = names.flatMap((name, index) => [
    ...(index === 0 ? [] : [`${names[Math.floor((index - 1) / 3)] ?? ''} [OHS] -> [ACL] ${name}`]),
    ...(index % 6 === 5 && index !== 125 ? [`Shopaa [OHS] -> [CF] ${name}`] : []),
  ]);
  const domains = [0, 1, 2, 3, 4].map((index) => `domain D${String(index)} { core subdomain S }`);
  const contexts = names.map(
    (name, index) => `context ${name} implements D${String(index % 5)}.S { }`,
  );
  return modelFromTexts({
    'a.arch': `${[...domains, ...contexts].join('\n')}\ncontextmap Landscape { ${[...new Set(relations)].join('\n')} }`,
  });
}

/** Plates of the names that one finds one's way by, on the screen. */
const landmarks = () =>
  map.page.evaluate(() => {
    const scaled = document.querySelector('.content svg')!;
    const scale = scaled.getBoundingClientRect().width / Number(scaled.getAttribute('width'));
    const texts = [...document.querySelectorAll('.landmarks text')];
    return texts.map((text) => {
      const { left, right, top, bottom } = text.previousElementSibling!.getBoundingClientRect();
      const size = Number(text.getAttribute('font-size')) * scale;
      return { name: text.textContent, size, left, right, top, bottom };
    });
  });

describe('a landscape too large to be read as a whole', () => {
  it('opens so that names can be read, around what has the most relations', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(landscape());
    expect(await scale()).toBeCloseTo(0.45, 2);
    const box = (await map.node('context:Shopaa').boundingBox())!;
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(620);
    expect(box.y + box.height).toBeLessThan(600);
    expect(await map.page.locator('.minimap').isVisible()).toBe(true);
    expect(await map.page.locator('[role=status]').textContent()).toContain('0 shows all');
  });

  it('keeps to its part while the panel is laid out, and shows all on demand', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(landscape());
    await map.page.setViewportSize({ width: 560, height: 640 });
    expect(await scale()).toBeCloseTo(0.45, 2);
    await map.node('context:Shopaa').focus();
    await map.page.keyboard.press('0');
    await expect.poll(() => map.page.locator('.minimap').isHidden()).toBe(true);
    await map.page.setViewportSize({ width: 620, height: 600 });
    await expect.poll(scale).toBeLessThan(0.25);
  });

  it('has landmarks of one size where all of it is seen, none over another', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(landscape());
    expect(await landmarks()).toEqual([]);
    await map.node('context:Shopaa').focus();
    await map.page.keyboard.press('0');
    const seen = await landmarks();
    expect(seen.length).toBeGreaterThan(5);
    expect(seen[0]?.name).toBe('Shopaa');
    for (const [index, one] of seen.entries()) {
      expect(one.size).toBeCloseTo(10.5, 1);
      for (const other of seen.slice(0, index)) {
        const apart =
          one.left > other.right ||
          other.left > one.right ||
          one.top > other.bottom ||
          other.top > one.bottom;
        expect(apart, `${one.name} and ${other.name}`).toBe(true);
      }
    }
    expect(await map.page.locator('.landmarks').getAttribute('aria-hidden')).toBe('true');
    for (let i = 0; i < 12; i++) await map.page.keyboard.press('+');
    await expect.poll(landmarks).toEqual([]);
  });

  it('is seen whole on demand however long it is, and its landmarks as well', async () => {
    await map.page.setViewportSize({ width: 320, height: 400 });
    const names = Array.from({ length: 90 }, (_, index) => `Far${letters(index)}`);
    const relations = names.slice(1).map((name, index) => `${names[index] ?? ''} -> ${name}`);
    const crossing = names
      .slice(40)
      .map((name, index) => `${names[index] ?? ''} [OHS] -> [ACL] ${name}`);
    await map.show(
      modelFromTexts({
        'far.arch': `${names.map((name) => `context ${name} { }`).join('\n')}
contextmap Landscape { ${[...relations, ...crossing].join('\n')} }`,
      }),
    );
    await map.node(`context:${names[0] ?? ''}`).focus();
    await map.page.keyboard.press('0');
    await expect.poll(() => map.page.locator('.minimap').isHidden()).toBe(true);
    expect(await scale()).toBeLessThan(0.02);
    const seen = await landmarks();
    expect(seen.length).toBeGreaterThan(1);
    for (const { name, left, right } of seen) {
      expect(left, name).toBeGreaterThanOrEqual(0);
      expect(right, name).toBeLessThanOrEqual(320);
    }
  });

  it('names frames before contexts', async () => {
    await map.page.setViewportSize({ width: 620, height: 600 });
    await map.show(landscape(), { open: [], groupBy: 'domain' });
    await map.node('context:Shopaa').focus();
    await map.page.keyboard.press('0');
    const names = (await landmarks()).map(({ name }) => name);
    expect(names.slice(0, 5).sort()).toEqual(['D0', 'D1', 'D2', 'D3', 'D4']);
  });
});

describe('what lies over a map seen from afar', () => {
  it('does not cover the names, which make room for it and take it back', async () => {
    await map.page.setViewportSize({ width: 320, height: 300 });
    const sizes = () =>
      map.page
        .locator('.far-name')
        .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('font-size'))));
    await map.show(bookshop());
    expect(await scale()).toBeLessThan(0.5);
    const before = await sizes();
    await map.show(bookshop(), { open: [], overlay: 'coupling' });
    expect(await map.page.locator('g.mark').count()).toBeGreaterThan(3);
    expect(await covered()).toEqual([]);
    await map.show(bookshop());
    expect(await sizes()).toEqual(before);
  });

  it('does not cover them where it stands at another border of its box', async () => {
    await map.page.setViewportSize({ width: 460, height: 600 });
    await map.show(callers(40), { open: [], overlay: 'coupling' });
    expect(await scale()).toBeLessThan(0.5);
    const upper = await map.page.evaluate(() => {
      const marks = [...document.querySelectorAll('g.mark rect')].map((mark) =>
        mark.getBoundingClientRect(),
      );
      const boxes = [...document.querySelectorAll('g.node > rect')].map((box) =>
        box.getBoundingClientRect(),
      );
      return marks.filter((mark) =>
        boxes.some(
          (box) =>
            mark.top < box.top &&
            mark.bottom > box.top &&
            mark.left < box.right &&
            mark.right > box.left,
        ),
      ).length;
    });
    expect(upper).toBeGreaterThan(0);
    expect(await covered()).toEqual([]);
  });

  it('grows away from the badge beside it, as the badge does from it', () => {
    const node = { x: 0, y: 0, width: 150, height: 63 };
    const mark = { x: -8, y: -9, width: 120, height: 19 };
    const badge = { x: 114, y: -11, width: 46, height: 22 };
    const drawn = () => ({ style: {} }) as SVGElement;
    const [grownMark] = grownFrom(drawn(), mark, node, badge);
    const [grownBadge] = grownFrom(drawn(), badge, node, mark);
    expect(grownMark!.width).toBeGreaterThan(mark.width);
    expect(grownMark!.x + grownMark!.width).toBeLessThanOrEqual(grownBadge!.x);
    // Alone it grows to both sides.
    const [alone] = grownFrom(drawn(), mark, node, undefined);
    expect(alone!.x).toBeLessThan(mark.x);
    expect(alone!.x + alone!.width).toBeGreaterThan(mark.x + mark.width);
  });

  it('ends the lines of steps at their boxes, however large the numbers are', async () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];
    const model = modelFromTexts({
      'a.arch': `${names.map((name) => `context ${name} { service ${name}S { } }`).join('\n')}
contextmap Row { Alpha -> Beta Beta -> Gamma Gamma -> Delta }
flow Back { Delta.DeltaS -> Alpha.AlphaS }`,
    });
    await map.page.setViewportSize({ width: 200, height: 300 });
    await map.show(model, { open: [], overlay: 'flow:Back' });
    expect(await scale()).toBeLessThan(0.5);
    const { line, own, number } = await map.page.evaluate(() => {
      const path = document.querySelector<SVGPathElement>('.step path')!;
      return {
        line: path.getBoundingClientRect().height + path.getBoundingClientRect().width,
        own: path.getBBox().height + path.getBBox().width,
        number: document.querySelector('.step circle')!.getBoundingClientRect().width,
      };
    });
    expect(line / own).toBeCloseTo(await scale(), 1);
    expect(number).toBeGreaterThan(1.4 * 22 * (await scale()));
  });

  it('is seen whole where it is a flow, though the map beside it is small', async () => {
    const shop = landscape();
    const [first, second, third] = ['Shopaa', 'Shopab', 'Shopae'];
    const model = modelFromTexts({
      'a.arch': `context ${first} { service A { calls ${second}.B } }
context ${second} { service B { calls ${third}.C } }
context ${third} { service C { } }
${shop.contexts
  .filter(({ name }) => ![first, second, third].includes(name))
  .map(({ name }) => `context ${name} { }`)
  .join('\n')}
contextmap Landscape { ${shop.contexts
        .slice(1)
        .map(({ name }, index) => `${shop.contexts[Math.floor(index / 3)]?.name ?? ''} -> ${name}`)
        .join('\n')} }
flow Buy { ${first}.A -> ${second}.B ${second}.B -> ${third}.C }`,
    });
    await map.page.setViewportSize({ width: 620, height: 700 });
    await map.show(model);
    await map.show(model, { open: [], overlay: 'flow:Buy' });
    const { picture } = map;
    const whole = Math.min(620 / (picture?.width ?? 1), 350 / (picture?.height ?? 1));
    expect((await scale()) / whole).toBeGreaterThan(1.1);
    const stage = (await map.page.locator('.stage').boundingBox())!;
    for (const name of [first, second, third]) {
      const box = (await map.node(`context:${name}`).boundingBox())!;
      expect(box.x).toBeGreaterThan(stage.x);
      expect(box.x + box.width).toBeLessThan(stage.x + stage.width);
      expect(box.y).toBeGreaterThan(stage.y);
      expect(box.y + box.height).toBeLessThan(stage.y + stage.height);
    }
  });
});
