import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContextMapResult, ElementDetails } from '../../src/protocol/context-map.js';
import { startWire, type Wire } from './wire-client.js';

const folder = join(import.meta.dirname, '../../examples/bookshop');
const texts = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.arch') || name === 'archivolt.json')
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
let wire: Wire;
const uri = () => wire.uri('strategic.arch');
beforeAll(async () => {
  wire = await startWire(texts);
});
afterAll(() => wire.stop());

const map = (overlay?: 'findings') =>
  wire.client.sendRequest<ContextMapResult>('archivolt/contextMap', {
    uri: uri(),
    open: ['context:Shipping'],
    ...(overlay ? { overlay } : {}),
  });

describe('the overlay of findings', () => {
  it('is offered first, and tells accepted findings from those that count', async () => {
    const { overlays, picture, findings } = await map('findings');
    expect(overlays[0]).toEqual({ name: 'findings', title: 'Findings' });
    const marks = new Map(picture?.overlay?.marks.map((mark) => [mark.node, mark]));
    expect(marks.get('context:Shipping')?.text).toMatch(/\d accepted$/);
    expect(marks.get('store:Shipping.StockService.StockDb')).toMatchObject({
      severity: 'accepted',
    });
    // What was accepted does not count anywhere else.
    expect(findings['store:Shipping.StockService.StockDb']).toBeUndefined();
    expect((await map()).picture?.overlay).toBeUndefined();
  });

  it('goes into the exported drawing', async () => {
    const svg = await wire.client.sendRequest<string>('archivolt/exportMap', {
      uri: uri(),
      open: [],
      overlay: 'findings',
      format: 'svg',
    });
    expect(svg).toMatch(/\d accepted<\/text>/);
    expect(svg).toContain('>Findings<');
  });
});

describe('findings that no map has a box for', () => {
  it('come with the overlay, the gravest first, and none of them stands on a box', async () => {
    const { elsewhere = [], picture, findings } = await map('findings');
    expect((await map()).elsewhere).toBeUndefined();
    expect(elsewhere.some(({ element }) => element === 'subdomain:Idle.Nobody')).toBe(false);
    expect(picture?.overlay?.title).toBe('Findings');
    await wire.open(
      'strategic.arch',
      `${texts['strategic.arch'] ?? ''}
domain Idle { core subdomain Nobody }
team Nobody { size 40 }
`,
    );
    let after = await map('findings');
    const said = () => after.elsewhere?.some(({ element }) => element === 'subdomain:Idle.Nobody');
    for (let i = 0; i < 100 && said() !== true; i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      after = await map('findings');
    }
    const elements = (after.elsewhere ?? []).map(({ element }) => element);
    expect(elements).toContain('subdomain:Idle.Nobody');
    expect(elements.some((id) => id.startsWith('context:'))).toBe(false);
    const order = ['error', 'warning', 'info'];
    const weights = (after.elsewhere ?? []).map(({ severity }) => order.indexOf(severity));
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(after.picture?.overlay?.key).toContainEqual({
      sign: `+${String(elements.length)}`,
      text: 'that have no box',
    });
    expect(after.findings).toEqual(findings);
  });
});

describe('the card of a box', () => {
  it('lists what was accepted last, with its reason', async () => {
    const { findings } = await wire.client.sendRequest<ElementDetails>('archivolt/elementDetails', {
      uri: uri(),
      id: 'store:Shipping.StockService.StockDb',
    });
    expect(findings.at(-1)?.mark).toMatch(/^accepted: the pick list/);
    const firstSet = findings.findIndex(({ mark }) => mark !== undefined);
    expect(findings.slice(firstSet).every(({ mark }) => mark !== undefined)).toBe(true);
  });
});
