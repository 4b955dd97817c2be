import { describe, expect, it } from 'vitest';
import type { Files } from '../../src/server/files.js';
import { Roots, uriOf } from '../../src/server/roots.js';

const texts: Record<string, string> = {
  'file:///w/teams.arch': 'team Sales',
  'file:///w/ordering/model.arch': 'context Ordering { service Orders { team Sales } }',
  'file:///w/other/archivolt.json': '{}',
  'file:///w/other/deep/model.arch': 'context Billing { }',
};
const enclosing = (folder: string): string | undefined => {
  for (let at = folder; at.length > 'file:///'.length; at = at.replace(/[^/]+\/$/, ''))
    if (`${at}archivolt.json` in texts) return at;
  return undefined;
};
const files: Files = {
  list: (folder) => Promise.resolve(Object.keys(texts).filter((uri) => uri.startsWith(folder))),
  read: (uri) => Promise.resolve(texts[uri]),
  readListed: (_, uri) => Promise.resolve(texts[uri]),
  listPins: () => Promise.resolve([]),
  enclosingRoot: (folder) => Promise.resolve(enclosing(folder)),
  readBelow: () => Promise.resolve(undefined),
};
const open = (roots: Roots, uri: string) => {
  roots.setOpen(uri, texts[uri]);
};
/** The files of each root. */
const models = (roots: Roots) =>
  Object.fromEntries(roots.all.map(({ uri, project }) => [uri, [...project.model.files].sort()]));
const whole = {
  'file:///w/': ['ordering/model.arch', 'teams.arch'],
  'file:///w/other/': ['deep/model.arch'],
};
const ordering = 'file:///w/ordering/model.arch';
const billing = 'file:///w/other/deep/model.arch';

describe('the models of a workspace', () => {
  it('are the same whether documents are opened before or after it is read', async () => {
    const after = new Roots(files);
    await after.addFolder('file:///w');
    for (const uri of [ordering, billing]) open(after, uri);
    expect(models(after)).toEqual(whole);

    const before = new Roots(files);
    for (const uri of [ordering, billing]) open(before, uri);
    expect(models(before)).toEqual({
      'file:///w/ordering/': ['model.arch'],
      'file:///w/other/deep/': ['model.arch'],
    });
    await before.addFolder('file:///w');
    expect(models(before)).toEqual(whole);

    const meanwhile = new Roots(files);
    meanwhile.declareFolder('file:///w');
    for (const uri of [ordering, billing]) open(meanwhile, uri);
    await meanwhile.addFolder('file:///w');
    expect(models(meanwhile)).toEqual(whole);
  });

  it('are the same in whatever order folders inside of each other are added', async () => {
    const both = ['file:///w', 'file:///w/ordering'];
    for (const order of [both, [...both].reverse()]) {
      const roots = new Roots(files);
      for (const folder of order) await roots.addFolder(folder);
      expect(models(roots)).toEqual({
        'file:///w/': ['teams.arch'],
        'file:///w/ordering/': ['model.arch'],
        'file:///w/other/': ['deep/model.arch'],
      });
    }
  });

  it('take files back from a folder inside that leaves the workspace', async () => {
    const roots = new Roots(files);
    for (const folder of ['file:///w', 'file:///w/ordering']) await roots.addFolder(folder);
    roots.removeFolder('file:///w/ordering');
    expect(models(roots)).toEqual(whole);
  });

  it('go with their folder, but for documents that stay open', async () => {
    const roots = new Roots(files);
    await roots.addFolder('file:///w');
    open(roots, ordering);
    roots.removeFolder('file:///w');
    expect(models(roots)).toEqual({ 'file:///w/ordering/': ['model.arch'] });
  });

  it('part and join as configurations come and go', async () => {
    const changing: Record<string, string> = { ...texts };
    const roots = new Roots({
      ...files,
      read: (uri) => Promise.resolve(changing[uri]),
      readListed: (_, uri) => Promise.resolve(changing[uri]),
    });
    await roots.addFolder('file:///w');
    open(roots, ordering);
    const inner = 'file:///w/ordering/archivolt.json';
    changing[inner] = '{}';
    await roots.changedOnDisk(inner);
    expect(models(roots)).toEqual({
      'file:///w/': ['teams.arch'],
      'file:///w/ordering/': ['model.arch'],
      'file:///w/other/': ['deep/model.arch'],
    });
    for (const configuration of [inner, 'file:///w/other/archivolt.json']) {
      delete changing[configuration];
      await roots.changedOnDisk(configuration);
    }
    expect(models(roots)).toEqual({
      'file:///w/': ['ordering/model.arch', 'other/deep/model.arch', 'teams.arch'],
    });
  });

  it('are whole where the workspace is a folder inside of one', async () => {
    const roots = new Roots(files);
    const deep = 'file:///w/other/deep';
    roots.declareFolder(deep);
    open(roots, billing);
    await roots.addFolder(deep);
    expect(models(roots)).toEqual({ 'file:///w/other/': ['deep/model.arch'] });
    expect(roots.around).toEqual(['file:///w/other/']);
    open(roots, billing);
    roots.setOpen(billing, undefined);
    roots.removeFolder(deep);
    expect(roots.all).toEqual([]);
    expect(roots.around).toEqual([]);
  });

  it('are whole around a document outside of the workspace, as long as one is open', async () => {
    const inner = 'file:///w/other/teams.arch';
    const roots = new Roots(files);
    await roots.addFolder('file:///elsewhere');
    expect(await roots.unreadRoot(ordering)).toBeUndefined();
    roots.setOpen(inner, 'team Billing');
    const root = await roots.unreadRoot(inner);
    expect(root).toBe('file:///w/other/');
    await roots.addFolder(root ?? '');
    expect(models(roots)).toEqual({ 'file:///w/other/': ['deep/model.arch', 'teams.arch'] });
    expect(await roots.unreadRoot(billing)).toBeUndefined();
    open(roots, billing);
    roots.setOpen(inner, undefined);
    expect(models(roots)).toEqual({ 'file:///w/other/': ['deep/model.arch'] });
    roots.setOpen(billing, undefined);
    expect(roots.all).toEqual([]);
  });

  it('are the same however a client escapes its URIs', async () => {
    const written: Record<string, string> = {
      'file:///C:/My%20shop%20(copy)/orders+more%20(v2).arch': 'context Ordering { }',
      'file:///C:/My%20shop%20(copy)/billing.arch': 'context Billing { }',
    };
    const roots = new Roots({
      ...files,
      list: () => Promise.resolve(Object.keys(written)),
      read: (uri) => Promise.resolve(written[uri]),
    });
    const folder = 'file:///c%3A/My%20shop%20%28copy%29';
    await roots.addFolder(folder);
    const names = ['billing.arch', 'orders+more (v2).arch'];
    expect(models(roots)).toEqual({ [`${folder}/`]: names });
    const document = `${folder}/orders%2Bmore%20%28v2%29.arch`;
    roots.setOpen(document, 'context Orders { }');
    roots.setOpen(document, undefined);
    expect(models(roots)).toEqual({ [`${folder}/`]: names });
    const { root, file } = roots.locate('file:///C:/My%20shop%20(copy)/orders+more%20(v2).arch');
    expect(uriOf(root, file)).toBe(document);
  });
});
