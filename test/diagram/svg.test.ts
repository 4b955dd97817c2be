import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/diagram/details.js';
import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, PictureEdge } from '../../src/diagram/picture.js';
import { mapSvg, pictureOf } from '../../src/diagram/render.js';
import { withOverlay } from '../../src/diagram/overlays.js';
import { edgeSvg } from '../../src/diagram/svg/edges.js';
import { numbersOf } from '../../src/diagram/svg/step-places.js';
import { renderParts, renderSvg } from '../../src/diagram/svg/svg.js';
import { themes } from '../../src/diagram/svg/theme.js';
import { textWidth } from '../../src/diagram/text-metrics.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { bookshop, example } from './models.js';

/** The marks of an overlay as they are drawn. */
function drawnMarks(svg: string): Box[] {
  const mark = /class="overlay mark"[^>]*><rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)"/g;
  return [...svg.matchAll(mark)].map(([, x, y, width]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: 19,
  }));
}

describe('the map as SVG', () => {
  it('names the source of everything that it draws', async () => {
    const model = bookshop();
    const svg = await mapSvg(model, { open: new Set(['context:Ordering']) });
    for (const id of [
      'context:Payments',
      'external:Stripe',
      'service:Ordering.OrderService',
      'api:Ordering.OrderService.Orders',
      'store:Ordering.OrderService.OrdersDb',
      'event:Ordering.Order.OrderPlaced',
    ]) {
      expect(svg).toContain(`data-arch-id="${id}"`);
    }
    const shown = model.relations.filter(({ upstream, downstream }) => upstream && downstream);
    for (const { id } of shown) expect(svg).toContain(`data-arch-id="${id.replace('>', '&gt;')}"`);
  });

  it('says of roles that nobody knows no more than their names', async () => {
    const text = 'context A context B contextmap M { A [OHS, constructor] -> [toString] B }';
    const model = modelFromTexts({ 'a.arch': text });
    const picture = await pictureOf(model);
    const [edge] = picture.edges;
    expect(edge?.description).toContain('open-host service');
    const details = detailsOf(model, edge?.id ?? '');
    expect(JSON.stringify(details)).toContain('constructor');
    expect(JSON.stringify([edge, details])).not.toContain('native code');
  });

  it('writes the name of a group over the lines that lead into it', async () => {
    const model = bookshop();
    const picture = await pictureOf(model, { groupBy: 'team' });
    const keys = renderParts(picture, themes.light).map(({ key }) => key);
    const names = keys.filter((key) => key.startsWith('name '));
    expect(names.length).toBeGreaterThan(1);
    const first = keys.indexOf(names[0]!);
    expect(keys.slice(first).filter((key) => key.startsWith('edge '))).toEqual([]);
    const svg = renderSvg(picture, themes.light);
    for (const { shape, name } of picture.nodes) {
      if (shape === 'group') expect(svg.split(`>${name.join('')}</text>`)).toHaveLength(2);
    }
  });

  it('says once in which font its words are', async () => {
    const svg = await mapSvg(bookshop());
    expect(svg.match(/font-family=/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg [^>]*font-family="[^"]*Arial, sans-serif"/);
  });

  it('has marks where they cover no pattern, no name, no arrow head and no title', async () => {
    const boxes = Array.from(
      { length: 6 },
      (_, index) =>
        `context C${String(index)} { service S { ${index > 0 ? `calls C${String(index - 1)}.S` : ''} } }`,
    );
    const narrow = modelFromTexts({ 'a.arch': boxes.join('\n') });
    for (const model of [narrow, bookshop()]) {
      const open = new Set(model.contexts.map(({ id }) => id));
      for (const how of [{}, { open }, { groupBy: 'team' } as const]) {
        const picture = withOverlay(model, await pictureOf(model, how), 'coupling');
        const marks = drawnMarks(renderSvg(picture, themes.light));
        expect(marks.length).toBe(picture.overlay?.marks.length);
        expect(marks.length).toBeGreaterThan(5);
        const names = picture.nodes.map(({ x, y, width, height, name, open: opened }) =>
          opened
            ? { x: x + 18, y: y + 12, width: textWidth(name.join(''), 15, 'bold'), height: 16 }
            : { x: x + 16, y: y + height / 2 - 6, width: width - 32, height: 12 },
        );
        const heads = picture.edges.flatMap(({ arrow, points }) => {
          const end = points.at(-1);
          return arrow && end ? { x: end.x - 4, y: end.y - 4, width: 8, height: 8 } : [];
        });
        const width = textWidth(picture.overlay?.title ?? '', 12.5);
        const title = { x: 28, y: 58, width, height: 12 };
        const taken = [...picture.ports, ...names, ...heads, title];
        expect(marks.filter((mark) => taken.some((box) => overlap(mark, box)))).toEqual([]);
      }
    }
  });

  it('has marks at their boxes, where one sees what they are of, unless all around is taken', async () => {
    const model = example('bookshop');
    const picture = await pictureOf(model);
    const apart = (['coupling', 'teams'] as const).flatMap((name) => {
      const marks = drawnMarks(renderSvg(withOverlay(model, picture, name), themes.light));
      expect(marks.length).toBeGreaterThan(4);
      return marks.filter((mark) => !picture.nodes.some((node) => overlap(mark, node)));
    });
    // Shipping has plates above and below, and words of lines on both sides.
    expect(apart.length).toBeLessThanOrEqual(2);
  });

  it('cuts what lies over the map to the width of the map, and says all of it on demand', async () => {
    const model = modelFromTexts({
      'a.arch': `context A { service S { api P rest { operation O { sync } } calls B.T } } context B { service T }
flow F "${'a very long title '.repeat(12)}" { S -> T }`,
    });
    const picture = withOverlay(model, await pictureOf(model), 'flow:F');
    const title = picture.overlay?.title ?? '';
    const [, shown = ''] =
      /<g class="overlay overlay-line"><title>[^<]*<\/title><text[^>]*>([^<]*)</.exec(
        renderSvg(picture, themes.light),
      ) ?? [];
    expect(shown).toMatch(/…$/);
    expect(textWidth(shown, 12.5)).toBeLessThan(picture.width - 50);
    expect(renderSvg(picture, themes.light)).toContain(`<title>${title}</title>`);
  });

  it('has many steps of one way on one plate, which covers nothing', async () => {
    const calls = Array.from(
      { length: 12 },
      (_, index) => `calls B.T.o${String(index)} { timeout 1s }`,
    );
    const operations = Array.from(
      { length: 12 },
      (_, index) => `GET "/${String(index)}" o${String(index)}()`,
    );
    const model = modelFromTexts({
      'a.arch': `actor U { calls A.S } context A { service S { ${calls.join(' ')} } }
        context B { service T { api P: rest { ${operations.join(' ')} } } }`,
    });
    const picture = withOverlay(model, await pictureOf(model), 'chain:service:A.S');
    const svg = renderSvg(picture, themes.light);
    const steps = [...svg.matchAll(/<g class="overlay step"><title>([^<]*)<.*?<\/g>/gs)];
    expect(steps).toHaveLength(1);
    expect(steps[0]?.[0]).toContain('>1–12<');
    expect(steps[0]?.[1]?.split('\n')).toHaveLength(12);
    const [, x, y, width] = /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)"/.exec(
      steps[0]?.[0] ?? '',
    )!;
    const plate = { x: Number(x), y: Number(y), width: Number(width), height: 22 };
    const taken = [...picture.ports, ...drawnMarks(svg)];
    expect(taken.filter((box) => overlap(plate, box))).toEqual([]);
  });

  it('counts steps in ranges', () => {
    expect(numbersOf([1, 2, 3, 5, 7, 8])).toBe('1–3, 5, 7, 8');
  });

  it.each([
    ['', {}],
    [' in groups', { groupBy: 'domain' as const }],
  ])('numbers the steps of a flow%s where they cover no pattern and no words', async (_, how) => {
    const model = bookshop();
    const picture = withOverlay(model, await pictureOf(model, how), 'flow:PlaceOrder');
    const svg = renderSvg(picture, themes.light);
    const steps = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="11"/g)].map(
      ([, x, y]) => ({ x: Number(x) - 11, y: Number(y) - 11, width: 22, height: 22 }),
    );
    expect(steps.length).toBeGreaterThan(3);
    const taken = [...picture.ports, ...picture.edges.flatMap(({ label }) => label ?? [])];
    expect(steps.filter((step) => taken.some((box) => overlap(step, box)))).toEqual([]);
    const others = (step: Box) => steps.filter((other) => other !== step);
    expect(steps.filter((step) => others(step).some((box) => overlap(step, box)))).toEqual([]);
  });

  it('crosses the line of separate ways beside its words', () => {
    const label = { x: 40, y: -10, width: 80, height: 20, lines: ['Separate ways'] };
    const edge: PictureEdge = {
      id: 'relation:A|B',
      style: 'separate-ways',
      from: 'A',
      to: 'B',
      arrow: false,
      points: [
        { x: 0, y: 0 },
        { x: 160, y: 0 },
      ],
      label,
      description: '',
    };
    const [, x] = /d="M (\d+) -5 l 10 10/.exec(edgeSvg(edge, themes.light, '#fff')) ?? [];
    const at = { x: Number(x), y: -5, width: 10, height: 10 };
    expect(at.x).toBeGreaterThan(0);
    expect(overlap(at, label)).toBe(false);
  });

  it('draws long dashed lines in pieces that lead from end to end, and others in one', () => {
    const edge = (style: PictureEdge['style'], length: number): PictureEdge => ({
      id: 'relation:A->B',
      style,
      from: 'A',
      to: 'B',
      arrow: false,
      points: [
        { x: 0, y: 0 },
        { x: length, y: 0 },
        { x: length, y: 500 },
        { x: length + 500, y: 500 },
      ],
      description: '',
    });
    const line = (style: PictureEdge['style'], length: number) =>
      edgeSvg(edge(style, length), themes.light, '#fff').replace(/^.*class="hit"\/>/, '');
    expect(line('derived', 500)).toMatch(
      /^<path d="M 0 0 L 492 0 Q 500 0 500 8 L [^"]*" [^>]*\/><\/g>$/,
    );
    expect(line('upstream-downstream', 5000)).toMatch(/^<path d="[^"]*" [^>]*\/><\/g>$/);
    const drawn = line('derived', 5000);
    expect(drawn).toContain('stroke-dasharray="6 4" class="line">');
    expect([...drawn.matchAll(/<path d="([^"]*)"\/>/g)].map(([, d]) => d)).toEqual([
      'M 0 0 L 4992 0',
      'M 5000 8 L 5000 492',
      'M 5008 500 L 5500 500',
      'M 4992 0 Q 5000 0 5000 8 M 5000 492 Q 5000 500 5008 500',
    ]);
  });

  it('says what each pattern is, and no other', async () => {
    const svg = await mapSvg(bookshop());
    expect(svg).toContain('>open-host service<');
    expect(svg).toContain('>anticorruption layer<');
    const plain = await mapSvg(
      modelFromTexts({ 'a.arch': 'context A context B contextmap M { A -> B }' }),
    );
    expect(plain).not.toContain('anticorruption layer');
  });

  it('stands by itself: no scripts, no links, nothing from outside', async () => {
    const svg = await mapSvg(bookshop(), { level: 'apis' });
    expect(svg).not.toMatch(/<script|<a |href=|url\(|@import|<foreignObject|<image/);
  });

  it.each([
    ['</script><script>alert(1)</script>'],
    [']]>'],
    ['a & b < c > d " e'],
    ['\u202Eright to left\u202C'],
    ['zero\u200Bwidth'],
    ['control \u0000\u0007 characters'],
    ['lone surrogate \ud800'],
  ])('keeps a title such as %j from being markup', async (title) => {
    const written = JSON.stringify(title).replaceAll('\\u202e', '\u202e');
    const svg = await mapSvg(modelFromTexts({ 'a.arch': `context A ${written}` }));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain(']]>');

    expect(svg).not.toMatch(/[\u0000-\u0008]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(svg.match(/<[^a-z/!]/g)).toBeNull();
  });

  it.each(['light', 'dark', 'high-contrast', 'high-contrast-light'] as const)(
    'has a %s theme',
    async (theme) => {
      const svg = await mapSvg(modelFromTexts({ 'a.arch': 'context A' }), { theme });
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
      expect(svg).not.toContain('var(--');
    },
  );
});
