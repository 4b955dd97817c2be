import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { bundle } from '../support/bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'archivolt-wire-'));
const uri = (name: string) => pathToFileURL(join(folder, name)).href;
let server: ChildProcess;
let client: MessageConnection;
const diagnostics = new Map<string, { code: string; message: string }[]>();

async function eventually<T>(what: string, probe: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const value = probe();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`In vain waited for: ${what}`);
}

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../vscode/workspace'), folder, { recursive: true });
  // Only what these tests speak of, whatever else the catalogue has to say about the model.
  const rules = {
    'unresolved-reference': 'error',
    'event-past-tense': 'warning',
    'sync-cycle': 'error',
    'unused-exception': 'warning',
  };
  writeFileSync(join(folder, 'archivolt.json'), JSON.stringify({ extends: 'none', rules }));
  const built = await bundle('src/server/main.ts', 'src/server/layout-worker.ts');
  server = spawn(process.execPath, [join(built, 'server.cjs'), '--stdio'], { stdio: 'pipe' });
  if (!server.stdout || !server.stdin) throw new Error('The server has no streams.');
  client = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: {
      uri: string;
      diagnostics: { code: string; severity: number; message: string }[];
    }) => {
      diagnostics.set(params.uri, params.diagnostics);
    },
  );
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
  });
  await client.sendNotification('initialized', {});
  await eventually('a model', () => server.exitCode === null);
});

afterAll(() => {
  client.dispose();
  server.kill();
});

const broken = 'context Extra {\n  service Extras { calls Payments.PaymentService.captur }\n}\n';

describe('the language server over the wire', () => {
  it('checks what it finds on disk, and what is typed, and sends only what changed', async () => {
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri('extra.arch'), languageId: 'archivolt', version: 1, text: broken },
    });
    // Until the configuration is read, the default one holds.
    await eventually('the finding alone', () => {
      const codes = diagnostics.get(uri('extra.arch'))?.map(({ code }) => code);
      return codes?.join(' ') === 'unresolved-reference';
    });
    // An answer comes after everything that was sent before.
    await client.sendRequest('archivolt/findings');
    diagnostics.clear();
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('extra.arch'), version: 2 },
      contentChanges: [{ text: 'context Extra\n' }],
    });
    await eventually('no such diagnostic', () =>
      diagnostics.get(uri('extra.arch'))?.every(({ code }) => code !== 'unresolved-reference'),
    );
    expect([...diagnostics.keys()]).toEqual([uri('extra.arch')]);
  });

  it('draws the map, finds an element’s place and the elements at a place', async () => {
    const params = { uri: uri('ordering.arch'), open: ['context:Ordering'] };
    const map = await client.sendRequest<{ picture: { nodes: { id: string }[] }; stale: boolean }>(
      'archivolt/contextMap',
      params,
    );
    const ids = map.picture.nodes.map(({ id }) => id);
    expect(ids).toContain('service:Ordering.OrderService');
    expect(map.stale).toBe(false);
    const place = await client.sendRequest<{ uri: string }>('archivolt/elementLocation', {
      uri: uri('ordering.arch'),
      id: 'context:Payments',
    });
    expect(place.uri).toBe(uri('payments.arch'));
    const at = await client.sendRequest<{ root: string; ids: string[] }>('archivolt/elementAt', {
      uri: uri('ordering.arch'),
      position: { line: 11, character: 8 },
    });
    expect(at.ids).toContain('event:Ordering.Order.OrderPlaced');
    expect(uri('ordering.arch').startsWith(at.root)).toBe(true);
  });

  it('keeps the last good map while the text has syntax errors, and says so', async () => {
    const params = { uri: uri('extra.arch'), open: [] };
    const before = await client.sendRequest<{ picture: unknown }>('archivolt/contextMap', params);
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('extra.arch'), version: 3 },
      contentChanges: [{ text: 'context Ext {{{ ]] service' }],
    });
    const after = await client.sendRequest<{
      picture: unknown;
      stale: boolean;
      partial?: boolean;
    }>('archivolt/contextMap', params);
    expect(after.stale).toBe(true);
    expect(after.partial).toBeUndefined();
    expect(after.picture).toEqual(before.picture);
    // Nobody has looked at this one before.
    const other = await client.sendRequest<{ partial?: boolean }>('archivolt/contextMap', {
      ...params,
      groupBy: 'team',
    });
    expect(other.partial).toBe(true);
  });

  it('notices files that are created and deleted outside', async () => {
    writeFileSync(join(folder, 'new.arch'), broken.replaceAll('Extra', 'New'));
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('new.arch'), type: 1 }],
    });
    await eventually(
      'diagnostics of the new file',
      () => (diagnostics.get(uri('new.arch'))?.length ?? 0) > 0,
    );
  });

  it('answers contracts as they follow from the text', async () => {
    const places = await client.sendRequest<{ path: string }[]>('archivolt/contractPlaces', {
      uri: uri('payments.arch'),
    });
    const path = places.find((place) => place.path.endsWith('.openapi.yaml'))?.path;
    const text = await client.sendRequest<string>('archivolt/contractText', {
      uri: uri('payments.arch'),
      path,
    });
    expect(text).toContain('openapi:');
  });

  it('explains rules where they are named, lists findings, and offers all safe fixes', async () => {
    const text = '@accept(sync-cycle, because: "old")\ncontext Extra { event ShipOrder }\n';
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('extra.arch'), version: 5 },
      contentChanges: [{ text }],
    });
    const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: uri('extra.arch') },
      position: { line: 0, character: 12 },
    });
    expect(hover.contents.value).toContain('Services call each other');
    const page = await client.sendRequest<string>('archivolt/rulePage', { rule: 'sync-cycle' });
    expect(page).toContain('# sync-cycle');
    expect(await client.sendRequest('archivolt/rulePage', { rule: '__proto__' })).toBeNull();
    const items =
      await client.sendRequest<{ rule: string; context: string; uri: string }[]>(
        'archivolt/findings',
      );
    expect(items).toContainEqual(
      expect.objectContaining({
        rule: 'event-past-tense',
        context: 'Extra',
        uri: uri('extra.arch'),
        line: 1,
      }),
    );
    const actions = await client.sendRequest<{ kind: string; edit: unknown }[]>(
      'textDocument/codeAction',
      {
        textDocument: { uri: uri('extra.arch') },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only: ['source.fixAll'] },
      },
    );
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.archivolt']);
  });

  it('hides what the baseline holds, as soon as the file says so', async () => {
    const findings =
      await client.sendRequest<{ rule: string; context: string; mark?: string }[]>(
        'archivolt/findings',
      );
    const shown = findings.find(({ rule }) => rule === 'event-past-tense');
    expect(shown?.mark).toBeUndefined();
    const [found] = (diagnostics.get(uri('extra.arch')) ?? []).filter(
      ({ code }) => code === 'event-past-tense',
    );
    const { fingerprint } = (found as unknown as { data: { fingerprint: string } }).data;
    mkdirSync(join(folder, '.archivolt'));
    writeFileSync(
      join(folder, '.archivolt/baseline.json'),
      JSON.stringify({
        version: 1,
        findings: [{ fingerprint, rule: 'event-past-tense', element: 'event:Extra.ShipOrder' }],
      }),
    );
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('.archivolt/baseline.json'), type: 1 }],
    });
    await eventually(
      'the finding to be hidden',
      () =>
        !(diagnostics.get(uri('extra.arch')) ?? []).some(({ code }) => code === 'event-past-tense'),
    );
  });

  it('answers or errs, and never dies, whatever it is sent', async () => {
    const texts = [
      '',
      '{{{{',
      '"',
      '\u0000',
      'context __proto__ { service constructor { calls toString } }',
      '@accept(',
      '}'.repeat(500),
      'context A { service S { calls S } }'.repeat(50),
    ];
    for (const [index, text] of texts.entries()) {
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri('extra.arch'), version: 10 + index },
        contentChanges: [{ text }],
      });
      for (const method of [
        'completion',
        'hover',
        'definition',
        'references',
        'documentHighlight',
        'prepareRename',
      ]) {
        const request = {
          textDocument: { uri: uri('extra.arch') },
          position: { line: 0, character: 3 },
          context: { includeDeclaration: true },
        };
        await client.sendRequest(`textDocument/${method}`, request);
      }
      await client.sendRequest('textDocument/formatting', {
        textDocument: { uri: uri('extra.arch') },
        options: { tabSize: 2, insertSpaces: true },
      });
      await client.sendRequest('textDocument/documentSymbol', {
        textDocument: { uri: uri('extra.arch') },
      });
    }
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri: 'untitled:x' },
      position: { line: 9, character: 9 },
    });
    await expect(client.sendRequest('archivolt/nothing', {})).rejects.toThrow();
    expect(server.exitCode).toBeNull();
  });
});
