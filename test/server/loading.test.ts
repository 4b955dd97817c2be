import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const count = 2000;
const service = (i: number) =>
  `context C${String(i)} { service S { calls C${String((i + 1) % count)}.S { timeout 1s } } }\n`;

let wire: Wire;
beforeAll(async () => {
  wire = await startWire({ 'first.arch': 'context First { service S { calls C7.S } }' });
  await wire.open('first.arch', 'context First { service S { calls C7.S } }');
}, 60_000);
afterAll(async () => {
  await wire.stop();
});

const codes = (file: string) =>
  (wire.diagnostics.get(wire.uri(file)) ?? []).map(({ code }) => code);

describe('a model that changes outside of the editor', () => {
  it('takes in thousands of files at once, and answers meanwhile', async () => {
    expect(codes('first.arch')).toContain('unresolved-reference');
    const changes = Array.from({ length: count }, (_, i) => {
      writeFileSync(join(wire.folder, `f${String(i)}.arch`), service(i));
      return { uri: wire.uri(`f${String(i)}.arch`), type: 1 };
    });
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await wire.at('textDocument/hover', 'first.arch', 10)).not.toBeUndefined();
    await wire.eventually('the name to resolve', () => {
      return !codes('first.arch').includes('unresolved-reference');
    });
  }, 60_000);

  it('reads no links and no built folders, as when it began', async () => {
    mkdirSync(join(wire.folder, 'dist'));
    const [linked, built, real] = ['linked.arch', 'dist/built.arch', 'real.arch'];
    const aside = mkdtempSync(join(tmpdir(), 'archivolt-aside-'));
    writeFileSync(join(aside, 'linked.arch'), 'context Linked { service S }');
    symlinkSync(join(aside, 'linked.arch'), join(wire.folder, linked));
    symlinkSync(aside, join(wire.folder, 'folder'));
    writeFileSync(join(wire.folder, built), 'context Built { service S }');
    writeFileSync(join(wire.folder, real), 'context Real { service S }');
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [linked, `folder/${linked}`, built, real].map((file) => ({
        uri: wire.uri(file),
        type: 1,
      })),
    });
    const calls = ['Linked', 'Built', 'Real'].map((name) => `calls ${name}.S`).join(' ');
    await wire.change('first.arch', `context First { service S { ${calls} } }`);
    await wire.eventually('what is read to resolve', () => {
      const missing = (wire.diagnostics.get(wire.uri('first.arch')) ?? []).filter(
        ({ code }) => code === 'unresolved-reference',
      );
      return (
        missing.length === 2 &&
        missing.every(({ message }) => !message.includes('`Real.S` is not declared'))
      );
    });
    rmSync(aside, { recursive: true });
  });

  it('lets them go at once', async () => {
    const changes = Array.from({ length: count }, (_, i) => {
      rmSync(join(wire.folder, `f${String(i)}.arch`));
      return { uri: wire.uri(`f${String(i)}.arch`), type: 3 };
    });
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await wire.eventually('the name to be missed', () =>
      codes('first.arch').includes('unresolved-reference'),
    );
    expect(wire.isAlive()).toBe(true);
  }, 60_000);

  it('follows a file that is renamed, with what others said of it', async () => {
    const text = 'context Old { service S }';
    writeFileSync(join(wire.folder, 'old.arch'), text);
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire.uri('old.arch'), type: 1 }],
    });
    await wire.change('first.arch', 'context First { service S { calls Old.S } }');
    await wire.eventually('it to resolve', () => {
      return !codes('first.arch').includes('unresolved-reference');
    });
    rmSync(join(wire.folder, 'old.arch'));
    writeFileSync(join(wire.folder, 'new.arch'), text);
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: wire.uri('old.arch'), type: 3 },
        { uri: wire.uri('new.arch'), type: 1 },
      ],
    });
    const definition = async () =>
      JSON.stringify(
        await wire.at(
          'textDocument/definition',
          'first.arch',
          'context First { service S { calls Old.'.length,
        ),
      );
    await expect.poll(definition).toContain('new.arch');
    expect(codes('first.arch')).not.toContain('unresolved-reference');
    expect(wire.log.filter((line) => /failed/i.test(line))).toEqual([]);
  });

  it('answers a cancelled request with that, and the next one as ever', async () => {
    const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
    const source = new CancellationTokenSource();
    const request = wire.client.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri: wire.uri('first.arch') } },
      source.token,
    );
    source.cancel();
    // Too late to be cancelled is fine, too: then there is an answer.
    await request.catch((error: unknown) => {
      expect(String(error)).toMatch(/cancel/i);
    });
    expect(await wire.at('textDocument/hover', 'first.arch', 10)).not.toBeUndefined();
  });
});

describe('a large model that is opened', () => {
  it('says how far reading is, and that it is done', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`f${String(i)}.arch`, service(i)]),
    );
    const large = await startWire(files, {}, { window: { workDoneProgress: true } });
    try {
      expect(large.progress[0]).toBe('begin Reading architecture models');
      expect(large.progress.at(-1)).toBe('end');
      expect(large.progress.filter((line) => /^report \d+ of 400 files$/.test(line))).not.toEqual(
        [],
      );
    } finally {
      await large.stop();
    }
  }, 60_000);

  it('is one model with a file deep inside that was opened before it was read', async () => {
    const files = {
      'teams.arch': 'team Sales\n',
      'ordering/model.arch': 'context Ordering { service Orders { team Sales } }\n',
    };
    const capabilities = { window: { workDoneProgress: true } };
    const restored = await startWire(files, {}, capabilities, 'ordering/model.arch');
    try {
      const found = restored.diagnostics.get(restored.uri('ordering/model.arch')) ?? [];
      expect(found.map(({ code }) => code)).not.toContain('unresolved-reference');
    } finally {
      await restored.stop();
    }
  });
});
