import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startAgent, type Agent } from '../support/agent.js';
import { folderWith } from '../support/run.js';

const shop = `context Ordering {
  service OrderService {
    api Orders: rest { GET "/orders/{id}" readOrder(id: uuid): Order }
  }
  value Order { id: uuid  total: int32 }
}
context Shipping { service Shipper { calls Ordering.OrderService.readOrder { timeout 1s } } }
`;
/** What the tests speak of alone. */
const configuration = JSON.stringify({
  extends: 'none',
  rules: {
    'unresolved-reference': 'error',
    'sync-cycle': 'error',
    'breaking-change': 'error',
  },
});

interface Told {
  files: { file: string; change: string }[];
  summary: { introduced: { error: number }; remaining: number };
  introduced: { rule: string; file: string; message: string }[];
  fixed: { rule: string }[];
}

let agent: Agent;
afterEach(() => agent.stop());

async function modelOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = folderWith({ 'archivolt.json': configuration, ...files });
  agent = await startAgent(folder);
  return folder;
}

const propose = (...files: readonly object[]) => agent.data<Told>('check_proposal', { files });
const rulesOf = (list: readonly { readonly rule: string }[]) => list.map(({ rule }) => rule);

describe('a proposed text', () => {
  it('is said what it introduces and what it fixes, and nothing is written', async () => {
    const folder = await modelOf({
      'shop.arch': shop,
      'bad.arch': 'context A { service S { calls Gone } }\n',
    });
    const told = await propose(
      { file: 'bad.arch', text: 'context A { service S {} }\n' },
      { file: 'new/b.arch', text: 'context B { service S { calls Nobody } }\n' },
    );
    expect(told.files).toEqual([
      { file: 'bad.arch', change: 'changed' },
      { file: 'new/b.arch', change: 'new' },
    ]);
    expect(rulesOf(told.introduced)).toEqual(['unresolved-reference']);
    expect(told.introduced[0]).toMatchObject({ file: 'new/b.arch' });
    expect(told.introduced[0]?.message).toContain('Nobody');
    expect(rulesOf(told.fixed)).toEqual(['unresolved-reference']);
    expect(readdirSync(folder).sort()).toEqual(['archivolt.json', 'bad.arch', 'shop.arch']);
    expect(readFileSync(join(folder, 'bad.arch'), 'utf8')).toBe(
      'context A { service S { calls Gone } }\n',
    );
  });

  it('leaves no trace in what is said of the model afterwards', async () => {
    await modelOf({ 'shop.arch': shop });
    const before = await agent.ask('check');
    await propose({ file: 'shop.arch', remove: true }, { file: 'x.arch', text: 'context { {' });
    expect(await agent.ask('check')).toEqual(before);
    const { files } = (await agent.data<{ models: { files: string[] }[] }>('model_summary'))
      .models[0]!;
    expect(files).toEqual(['shop.arch']);
  });

  it('is seen by nobody else who asks at the same time', async () => {
    await modelOf({ 'shop.arch': shop });
    const ask = () => agent.ask('check');
    const proposal = (name: string) =>
      propose({ file: 'x.arch', text: `context X { service S { calls ${name} } }` });
    const alone = await ask();
    const [one, told, other, again] = await Promise.all([
      proposal('One'),
      ask(),
      proposal('Other'),
      ask(),
    ]);
    expect([told, again]).toEqual([alone, alone]);
    expect(one.introduced.map(({ message }) => message).join()).toContain('`One`');
    expect(other.introduced.map(({ message }) => message).join()).toContain('`Other`');
  });

  it('may say only what it replaces', async () => {
    await modelOf({ 'shop.arch': shop.replaceAll('\n', '\r\n') });
    const told = await propose({
      file: 'shop.arch',
      edits: [
        {
          old: 'service OrderService {\n',
          new: 'service OrderService {\n calls Shipping.Shipper\n',
        },
      ],
    });
    expect(rulesOf(told.introduced)).toEqual(['sync-cycle']);
    const refused = async (...edits: object[]) =>
      (await agent.ask('check_proposal', { files: [{ file: 'shop.arch', edits }] })).text;
    expect(await refused({ old: 'Orderings', new: '' })).toBe(
      'shop.arch: "Orderings" does not stand in it.',
    );
    expect(await refused({ old: 'Ordering', new: '' })).toBe(
      'shop.arch: "Ordering" stands in it several times. Quote more around it.',
    );
  });

  it('is told whom it breaks', async () => {
    await modelOf({ 'shop.arch': shop });
    const told = await propose({
      file: 'shop.arch',
      edits: [{ old: '  total: int32', new: '' }],
    });
    expect(rulesOf(told.introduced)).toEqual(['breaking-change']);
    expect(told.introduced[0]?.message).toContain('Shipping.Shipper');
  });

  it('gets its syntax errors', async () => {
    await modelOf({ 'shop.arch': shop });
    const told = await propose({ file: 'x.arch', text: 'context X {\n  service\n}\n' });
    expect(rulesOf(told.introduced)).toEqual(['syntax']);
  });

  it('may be the first of a model', async () => {
    agent = await startAgent(folderWith({}));
    expect((await agent.ask('check')).text).toContain('no .arch files');
    const told = await propose({ file: 'a.arch', text: 'context A { service S { calls X } }' });
    expect(rulesOf(told.introduced)).toContain('unresolved-reference');
  });

  it('may be a file of twelve megabytes', async () => {
    await modelOf({ 'shop.arch': shop });
    const text = `${'// A long line of comments.\n'.repeat(450_000)}context Long { service S { calls Nobody } }\n`;
    expect(text.length).toBeGreaterThan(12_000_000);
    const told = await propose({ file: 'long.arch', text });
    expect(rulesOf(told.introduced)).toEqual(['unresolved-reference']);
  });

  it('is refused where it could be no file of the model', async () => {
    const folder = await modelOf({
      'shop.arch': shop,
      'other/archivolt.json': '{}',
      'other/o.arch': 'context O {}',
    });
    const outside = folderWith({ 'secret.arch': 'context Secret {}' });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.arch'), join(folder, 'link.arch'));
    mkdirSync(join(folder, 'plain'));
    const refused = async (file: string) => {
      const { text, isError } = await agent.ask('check_proposal', {
        model: '.',
        files: [{ file, text: 'context X {}' }],
      });
      expect(isError, file).toBe(true);
      return text;
    };
    for (const file of ['../x.arch', '/etc/x.arch', 'a/../../x.arch', 'C:/x.arch', 'a\\x.arch']) {
      expect(await refused(file)).toContain('by its path below the model');
    }
    expect(await refused('x.txt')).toContain('models are .arch files');
    expect(await refused('.git/x.arch')).toContain('models are .arch files');
    expect(await refused('other/x.arch')).toContain('belongs to another model, other');
    expect(await refused('linked/x.arch')).toContain('a link leads out');
    expect(await refused('link.arch')).toContain('is a link');
    const { isError } = await agent.ask('check_proposal', {
      model: '.',
      files: [{ file: 'plain/x.arch', text: 'context X {}' }],
    });
    expect(isError).toBe(false);
  });

  it('sees what was written in the meantime', async () => {
    const folder = await modelOf({ 'shop.arch': shop });
    const later = { file: 'b.arch', text: 'context B { service S { calls Later.Service } }' };
    expect(rulesOf((await propose(later)).introduced)).toEqual(['unresolved-reference']);
    writeFileSync(join(folder, 'later.arch'), 'context Later { service Service {} }');
    expect(rulesOf((await propose(later)).introduced)).toEqual([]);
  });
});
