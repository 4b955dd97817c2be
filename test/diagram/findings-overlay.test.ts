import { describe, expect, it } from 'vitest';
import { findingsOverlay } from '../../src/diagram/findings-overlay.js';
import { overlaySentence } from '../../src/diagram/overlay-words.js';
import { renderSvg } from '../../src/diagram/svg/svg.js';
import { themes } from '../../src/diagram/svg/theme.js';
import { pictureOf } from '../../src/diagram/render.js';
import { bookshop } from './models.js';

const none = { error: 0, warning: 0, info: 0, accepted: 0 };

describe('findings over a map', () => {
  it('are counted by severity, the gravest first, and those that were accepted in words', async () => {
    const overlay = findingsOverlay(
      await pictureOf(bookshop()),
      new Map([
        ['context:Ordering', { error: 1, warning: 2, info: 0, accepted: 3 }],
        ['context:Shipping', { ...none, accepted: 1 }],
        ['context:Payments', none],
      ]),
    );
    expect(overlay.marks.map(({ node, text, severity }) => [node, text, severity]).sort()).toEqual([
      ['context:Ordering', '× 1 · ! 2 · 3 accepted', 'error'],
      ['context:Shipping', '1 accepted', 'accepted'],
    ]);
    expect(overlay.marks.find(({ node }) => node === 'context:Ordering')?.spoken).toBe(
      '1 error, 2 warnings, 3 accepted findings',
    );
    expect(overlay.key?.map(({ severity }) => severity)).toEqual(['error', 'warning', 'accepted']);
  });

  it('say so where there are none', async () => {
    const overlay = findingsOverlay(await pictureOf(bookshop()), new Map());
    expect(overlaySentence(overlay)).toBe('Findings: none');
    expect(overlay.key).toEqual([]);
  });

  it('are not said to be none where some have no box', async () => {
    const picture = await pictureOf(bookshop());
    const overlay = findingsOverlay(picture, new Map(), 2);
    expect(overlaySentence(overlay)).toMatch(/^Findings\b(?!: none)/);
    const svg = renderSvg({ ...picture, overlay }, themes.light);
    expect(svg).toContain('>+2</text>');
    expect(svg).toContain('>that have no box</text>');
  });

  it('have their signs explained on the drawing', async () => {
    const picture = await pictureOf(bookshop());
    const counts = new Map([['context:Ordering', { ...none, warning: 2 }]]);
    const svg = renderSvg({ ...picture, overlay: findingsOverlay(picture, counts) }, themes.light);
    const line = /<g class="overlay overlay-line">.*?<\/g>/s.exec(svg)?.[0];
    expect(line).toContain('>warnings<');
    expect(line).not.toContain('>errors<');
  });
});
