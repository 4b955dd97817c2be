import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

let archivolt: Awaited<ReturnType<typeof commandLine>>;
beforeAll(async () => {
  archivolt = await commandLine();
});

const shop = `
context Sales { }
context Pricing { }
context Stock { }
contextmap Shop { Pricing [OHS] -> [CF] Sales  Stock [OHS] -> [ACL] Sales }
view Narrow { include Pricing, Sales }
`;

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** Where a box stands, seen from Sales. */
function fromSales(folder: string, name: string, ...options: readonly string[]) {
  const { stdout } = archivolt(folder, 'map', '--format', 'json', ...options);
  const { nodes } = JSON.parse(stdout) as Drawn;
  const at = (one: string) => nodes.find(({ id }) => id === `context:${one}`)!;
  return { x: at(name).x - at('Sales').x, y: at(name).y - at('Sales').y };
}

function pin(folder: string, file: string, text: string): void {
  mkdirSync(join(folder, '.archivolt/layout'), { recursive: true });
  writeFileSync(join(folder, '.archivolt/layout', file), text);
}

const pins = JSON.stringify({
  version: 1,
  pins: { 'context:Sales': { x: 0, y: 0 }, 'context:Pricing': { x: 40, y: 700 } },
});

describe('archivolt map', () => {
  it('draws boxes where they were put in the editor', () => {
    const folder = folderWith({ 'shop.arch': shop });
    expect(fromSales(folder, 'Pricing')).not.toEqual({ x: 40, y: 700 });
    pin(folder, 'landscape.json', pins);
    expect(fromSales(folder, 'Pricing')).toEqual({ x: 40, y: 700 });
    expect(fromSales(folder, 'Pricing', '--overlay', 'coupling')).toEqual({ x: 40, y: 700 });
    expect(fromSales(folder, 'Pricing', '--view', 'Narrow')).not.toEqual({ x: 40, y: 700 });
    pin(folder, 'Narrow.json', pins);
    expect(fromSales(folder, 'Pricing', '--view', 'Narrow')).toEqual({ x: 40, y: 700 });
  });

  it('draws a context that was renamed where it was put, until it has pins of its own', () => {
    const renamed = shop.replaceAll('Sales', 'Selling');
    const said = renamed.replace('context Selling', '@renamedFrom(Sales)\ncontext Selling');
    const at = (folder: string) => {
      const { stdout } = archivolt(folder, 'map', '--format', 'json', '--context', 'Selling');
      const { nodes } = JSON.parse(stdout) as Drawn;
      const [own, other] = ['Selling', 'Pricing'].map((name) => {
        return nodes.find(({ id }) => id === `context:${name}`)!;
      });
      return { x: other!.x - own!.x, y: other!.y - own!.y };
    };
    const silent = folderWith({ 'shop.arch': renamed });
    pin(silent, 'Sales.json', pins);
    expect(at(silent)).not.toEqual({ x: 40, y: 700 });
    const folder = folderWith({ 'shop.arch': said });
    pin(folder, 'Sales.json', pins);
    expect(at(folder)).toEqual({ x: 40, y: 700 });
    pin(folder, 'Selling.json', pins.replace('700', '900').replace('Sales', 'Selling'));
    expect(at(folder)).toEqual({ x: 40, y: 900 });
    // Somebody else has the name now, and what lies under it.
    const again = folderWith({ 'shop.arch': `${said} context Sales { }` });
    pin(again, 'Sales.json', pins);
    expect(at(again)).not.toEqual({ x: 40, y: 700 });
  });

  it('says what is wrong with the file of pins; formats without places need none', () => {
    const folder = folderWith({ 'shop.arch': shop });
    pin(folder, 'landscape.json', `<<<<<<< HEAD\n${pins}`);
    expect(archivolt(folder, 'map')).toMatchObject({
      status: 2,
      stderr:
        'archivolt: .archivolt/layout/landscape.json: Git left a conflict in line 1. Keep the pins of both sides, and take out the marks.\n',
    });
    expect(archivolt(folder, 'map', '--format', 'mermaid').status).toBe(0);
  });
});
