import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const watched = 'workspace/didChangeWatchedFiles';
const capabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
  textDocument: { synchronization: { dynamicRegistration: true } },
};

interface Watchers {
  readonly watchers: readonly { readonly globPattern: string | { baseUri: string } }[];
}

let wire: Wire;
afterEach(async () => {
  await wire.stop();
});

/** What is watched, once the last registration is the only one. */
const patterns = () => {
  const all = wire.registered(watched) as readonly Watchers[];
  return all.length === 1 ? all[0]?.watchers.map(({ globPattern }) => globPattern) : undefined;
};
const problems = (file: string) =>
  (wire.diagnostics.get(wire.uri(file)) ?? []).map(({ code }) => code);

describe('files that others change on disk', () => {
  it('are watched wherever the client can, baselines under the names that models give them', async () => {
    const configuration = 'archivolt.json';
    wire = await startWire({ 'a.arch': 'context A { event Ship }' }, {}, capabilities);
    await wire.eventually('watchers', patterns);
    expect(patterns()).toEqual(
      expect.arrayContaining(['**/*.arch', '**/archivolt.json', '**/*.openapi.yaml']),
    );
    expect(patterns()).not.toContain('**/quality/known[[]1[]].json');
    writeFileSync(join(wire.folder, configuration), '{ "baseline": "quality/known[1].json" }');
    await wire.client.sendNotification(watched, {
      changes: [{ uri: wire.uri(configuration), type: 1 }],
    });
    await wire.eventually('the baseline', () =>
      patterns()?.includes('**/quality/known[[]1[]].json'),
    );
    const [opened] = wire.registered('textDocument/didOpen').slice(-1);
    expect(JSON.stringify(opened)).toContain('**/quality/known[[]1[]].json');
  });

  it('are asked for without harm where the client refuses', async () => {
    const configuration = 'archivolt.json';
    wire = await startWire({ 'a.arch': 'context A { event Ship }' }, {}, capabilities);
    await wire.eventually('watchers', patterns);
    let refused = 0;
    wire.client.onRequest('client/registerCapability', () => {
      refused++;
      throw new Error('Not here.');
    });
    writeFileSync(join(wire.folder, configuration), '{ "baseline": "known.json" }');
    await wire.client.sendNotification(watched, {
      changes: [{ uri: wire.uri(configuration), type: 1 }],
    });
    await wire.eventually('refusals', () => refused >= 2);
    await wire.open('a.arch', 'context A { event Ship }');
    const symbols = await wire.at<unknown[]>('textDocument/documentSymbol', 'a.arch', 0);
    expect(symbols).toHaveLength(1);
    expect(wire.isAlive()).toBe(true);
  });

  it('are not asked for where the client does not watch by itself', async () => {
    wire = await startWire({ 'a.arch': 'context A { }' });
    expect(wire.registered(watched)).toEqual([]);
  });
});

describe('a model around the workspace', () => {
  const files = {
    'model/archivolt.json': '{}',
    'model/payments.arch': 'context Payments { service Payer { } }',
    'model/ordering/ordering.arch': 'context Ordering { service Orders { calls Payments.Payer } }',
  };
  const ordering = 'model/ordering/ordering.arch';

  it('is read as a whole, as the command line does, and watched', async () => {
    wire = await startWire(files, {}, capabilities, undefined, 'model/ordering');
    expect(problems(ordering)).not.toContain('unresolved-reference');
    const around = await wire.eventually('watchers around', () =>
      patterns()?.find((pattern) => typeof pattern !== 'string'),
    );
    expect(around).toMatchObject({ baseUri: pathToFileURL(join(wire.folder, 'model')).href });
  });

  it('is read for a document that is opened by itself', async () => {
    wire = await startWire(
      { ...files, 'elsewhere/a.arch': 'context A { }' },
      {},
      {},
      undefined,
      'elsewhere',
    );
    expect(problems('model/payments.arch')).toEqual([]);
    await wire.open(ordering, files[ordering]);
    await wire.eventually(
      'findings of the model',
      () => problems('model/payments.arch').length > 0,
    );
    expect(problems(ordering)).not.toContain('unresolved-reference');
    await wire.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: wire.uri(ordering) },
    });
    await wire.eventually('them to go', () => problems('model/payments.arch').length === 0);
  });
});
