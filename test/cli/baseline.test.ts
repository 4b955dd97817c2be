import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

let archivolt: Awaited<ReturnType<typeof commandLine>>;
beforeAll(async () => {
  archivolt = await commandLine();
});

const cycle = 'context Shop {\n  service Cart { calls Till }\n  service Till { calls Cart }\n}\n';
const baselineOf = (folder: string) =>
  readFileSync(join(folder, '.archivolt/baseline.json'), 'utf8');

describe('archivolt baseline', () => {
  it('takes over what is found today, so that only new findings fail', () => {
    const folder = folderWith({ 'a.arch': cycle });
    expect(archivolt(folder, 'check').status).toBe(1);
    expect(archivolt(folder, 'baseline', 'create').status).toBe(0);
    expect(archivolt(folder, 'check')).toMatchObject({ status: 0 });
    expect(archivolt(folder, 'check').stdout).toContain('error sync-cycle (in the baseline)');
    expect(archivolt(folder, 'check', '--no-baseline').status).toBe(1);
    writeFileSync(join(folder, 'b.arch'), cycle.replace('Shop', 'Depot'));
    expect(archivolt(folder, 'check').status).toBe(1);
  });

  it('survives moves, reformatting and declared renames, and nothing else', () => {
    const folder = folderWith({ 'a.arch': cycle });
    archivolt(folder, 'baseline', 'create');
    writeFileSync(join(folder, 'a.arch'), 'context Other\n');
    const moved = 'context Shop { service Till { calls Cart } service Cart { calls Till } }';
    writeFileSync(join(folder, 'moved.arch'), moved);
    expect(archivolt(folder, 'check').status).toBe(0);
    const renamed =
      '@renamedFrom(Shop) context Store { @renamedFrom(Cart) service Basket { calls Till } service Till { calls Basket } }';
    writeFileSync(join(folder, 'moved.arch'), renamed);
    expect(archivolt(folder, 'check').status).toBe(0);
    writeFileSync(join(folder, 'moved.arch'), renamed.replaceAll(/@renamedFrom\(\w+\)/g, ''));
    expect(archivolt(folder, 'check').status).toBe(1);
  });

  it('prune shrinks it, and follows renames', () => {
    const folder = folderWith({
      'a.arch': `${cycle}context Depot { event ShipOrder }\n`,
    });
    archivolt(folder, 'baseline', 'create');
    writeFileSync(
      join(folder, 'a.arch'),
      cycle.replace('context Shop', '@renamedFrom(Shop)\ncontext Store'),
    );
    expect(archivolt(folder, 'check').stdout).toContain('event-past-tense event:Depot.ShipOrder');
    archivolt(folder, 'baseline', 'prune');
    expect(baselineOf(folder)).not.toContain('ShipOrder');
    writeFileSync(join(folder, 'a.arch'), cycle.replace('Shop', 'Store'));
    expect(archivolt(folder, 'check')).toMatchObject({ status: 0 });
    expect(archivolt(folder, 'check').stdout).not.toContain('prune');
  });

  it('is written sorted, one line for each finding, whatever the order of declarations', () => {
    const one = folderWith({ 'a.arch': `${cycle}context Z { event ShipOrder }` });
    const two = folderWith({ 'z.arch': cycle, 'a.arch': 'context Z { event ShipOrder }' });
    for (const folder of [one, two]) archivolt(folder, 'baseline', 'create');
    expect(baselineOf(two)).toBe(baselineOf(one));
  });

  it('never hides syntax errors, or rules that must not be baselined', () => {
    const folder = folderWith({
      'a.arch': cycle,
      'archivolt.json': '{ "neverBaselined": ["sync-cycle"] }',
    });
    archivolt(folder, 'baseline', 'create');
    expect(archivolt(folder, 'check').status).toBe(1);
    const broken = folderWith({ 'a.arch': 'context A { nonsense here }' });
    archivolt(broken, 'baseline', 'create');
    expect(archivolt(broken, 'check').status).toBe(1);
    writeFileSync(join(folder, 'archivolt.json'), '{ "neverBaselined": ["sync-cycl"] }');
    expect(archivolt(folder, 'check').stderr).toContain('Did you mean `sync-cycle`?');
  });

  it('is not replaced by accident, and says where it is broken', () => {
    const folder = folderWith({ 'a.arch': cycle });
    archivolt(folder, 'baseline', 'create');
    const before = baselineOf(folder);
    expect(archivolt(folder, 'baseline', 'create').status).toBe(2);
    expect(baselineOf(folder)).toBe(before);
    writeFileSync(join(folder, '.archivolt/baseline.json'), '{ "version": 1 }');
    const { status, stderr } = archivolt(folder, 'check');
    expect(status).toBe(2);
    expect(stderr).toContain('.archivolt/baseline.json:1:1: The baseline has no');
  });

  it('is not read through a link, of which the message would show what it leads to', () => {
    const elsewhere = folderWith({ secret: 'do not show' });
    const folder = folderWith({ 'a.arch': cycle });
    mkdirSync(join(folder, '.archivolt'));
    symlinkSync(join(elsewhere, 'secret'), join(folder, '.archivolt/baseline.json'));
    const { status, stderr } = archivolt(folder, 'check');
    expect(status).toBe(2);
    expect(stderr).toContain('.archivolt/baseline.json: is a link');
    expect(stderr).not.toContain('do not');
  });
});
