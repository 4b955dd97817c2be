import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ContextMapResult } from '../../src/protocol/context-map.js';
import type { MapReview, Revisions } from '../../src/protocol/map-review.js';
import { shopAfter, shopBefore } from '../review/shop.js';
import { gitIn } from '../support/repository.js';
import { startWire, type Wire } from './wire-client.js';

let wire: Wire;
afterEach(() => wire.stop());

async function shop(): Promise<(...args: readonly string[]) => string> {
  wire = await startWire({
    'archivolt.json': '{}',
    'shop.arch': shopBefore,
    'other.arch': 'team Spare {}',
  });
  return gitIn(wire.folder);
}

const committed = (git: (...args: readonly string[]) => string) => {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ada');
  git('add', '-A');
  git('commit', '-qm', 'first');
};

const map = (changes?: object) =>
  wire.client.sendRequest<ContextMapResult>('archivolt/contextMap', {
    uri: wire.uri('shop.arch'),
    open: [],
    overlay: 'changes',
    ...(changes ? { changes } : {}),
  });
const marks = ({ picture }: ContextMapResult) =>
  (picture?.overlay?.marks ?? []).map(({ node, text }) => `${node} ${text}`).sort();

describe('changes on the live map', () => {
  it('follow what is typed, against the last commit', async () => {
    committed(await shop());
    expect(marks(await map())).toEqual([]);
    await wire.open('shop.arch', shopAfter);
    const changed = await map();
    expect(marks(changed)).toContain('context:Warehouse + added');
    expect(marks(changed)).toContain('context:Reporting − removed');
    expect(changed.review).toMatchObject({ against: 'HEAD', side: 'both' });
    expect(changed.review?.groups[0]?.title).toBe('Breaking');
    await wire.change('shop.arch', shopBefore);
    expect(marks(await map())).toEqual([]);
  }, 60_000);

  it('are gone with the commit that holds them', async () => {
    const git = await shop();
    committed(git);
    await wire.open('shop.arch', shopAfter);
    expect(marks(await map())).not.toEqual([]);
    writeFileSync(join(wire.folder, 'shop.arch'), shopAfter);
    git('commit', '-qam', 'second');
    expect(marks(await map())).toEqual([]);
  }, 60_000);

  it('are against where the work left the main branch, or what is asked for', async () => {
    const git = await shop();
    committed(git);
    git('checkout', '-qb', 'work');
    writeFileSync(join(wire.folder, 'shop.arch'), shopAfter);
    git('commit', '-qam', 'second');
    await wire.open('shop.arch', shopAfter);
    expect((await map()).review).toMatchObject({ against: 'main...' });
    expect(marks(await map())).toContain('context:Warehouse + added');
    expect(marks(await map({ side: 'both', against: 'HEAD' }))).toEqual([]);
    const before = await map({ side: 'before' });
    expect(before.picture?.nodes.map(({ id }) => id)).toContain('context:Reporting');
    const known = await wire.client.sendRequest<Revisions>('archivolt/revisions', {
      uri: wire.uri('shop.arch'),
    });
    expect(known.usual).toBe('main...');
    expect(
      known.revisions
        .map(({ kind, name }) => `${kind} ${name}`)
        .slice(0, 2)
        .sort(),
    ).toEqual(['branch main', 'branch work']);
    const text = await wire.client.sendRequest('archivolt/revisionFile', {
      uri: wire.uri('shop.arch'),
      commit: before.review?.commit,
      file: 'shop.arch',
    });
    expect(text).toBe(shopBefore);
  }, 60_000);

  it('say why there is nothing to compare with, on a map as it is', async () => {
    const git = await shop();
    const without = await map();
    expect(without.review?.problem).toMatch(/git/);
    expect(without.picture?.nodes.length).toBe(4);
    committed(git);
    expect((await map({ side: 'both', against: 'gone' })).review?.problem).toMatch(
      /gone: there is no such revision/,
    );
    expect((await map({ side: 'both', against: '--output=x' })).review?.problem).toBeDefined();
  }, 60_000);

  it('are approved in the name of the git user, until they change again', async () => {
    committed(await shop());
    await wire.open('shop.arch', shopAfter);
    const groups = (review: MapReview | undefined) =>
      review?.groups.map(({ title }) => title) ?? [];
    const { review } = await map();
    const fingerprint = review?.groups[0]?.changes[0]?.fingerprint;
    await wire.client.sendRequest('archivolt/approveChange', {
      uri: wire.uri('shop.arch'),
      fingerprint,
      because: 'Billing reads the sum',
    });
    const file = readFileSync(join(wire.folder, '.archivolt/approvals.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      approvals: [{ fingerprint, who: 'Ada', why: 'Billing reads the sum' }],
    });
    const approved = await map();
    expect(groups(approved.review)).toContain('Approved');
    expect(groups(approved.review)).not.toContain('Breaking');
    expect(marks(approved)).not.toContain('context:Invoicing ! breaks');
    await wire.change(
      'shop.arch',
      shopAfter.replace('status: string', 'total: int32  status: string'),
    );
    expect(groups((await map()).review)).toContain('Breaking');
  }, 60_000);
});
