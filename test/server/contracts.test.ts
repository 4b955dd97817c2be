import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ContractChanges, ContractItem, ContractSpot } from '../../src/protocol/contracts.js';
import { bundle } from '../support/bundle.js';

interface Diagnostic {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly relatedInformation?: { readonly location: { readonly uri: string } }[];
}
interface Action {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments: unknown[] };
  readonly edit?: { readonly changes: Record<string, { readonly newText: string }[]> };
}
interface ApplyEdit {
  readonly edit: {
    readonly documentChanges: {
      readonly textDocument: { readonly uri: string; readonly version: number };
      readonly edits: Parameters<typeof TextDocument.applyEdits>[1];
    }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'archivolt-contracts-'));
const root = `${pathToFileURL(folder).href}/`;
const uri = (name: string) => root + name;
const openapi = 'contracts/payments/payment-service/payments.openapi.yaml';
const base = join(folder, '.archivolt/base', openapi);
let server: ChildProcess;
let client: MessageConnection;
const diagnostics = new Map<string, Diagnostic[]>();
const registered: string[] = [];
interface Registration {
  readonly method: string;
  readonly registerOptions: { readonly documentSelector: readonly { readonly pattern: string }[] };
}
/** Documents as an editor would hold them. */
const editor = new Map<string, TextDocument>();
let refuses = false;

async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
): Promise<Exclude<T, false | null | undefined>> {
  for (let i = 0; i < 600; i++) {
    const value = await probe();
    if (value) return value as Exclude<T, false | null | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`In vain waited for: ${what}`);
}

const onDisk = (path: string) => readFileSync(join(folder, path), 'utf8');
const items = () => client.sendRequest<ContractItem[]>('archivolt/contracts');
const stateOf = async (path: string) => (await items()).find((item) => item.path === path)?.state;
const changes = (params = {}) =>
  client.sendRequest<ContractChanges>('archivolt/contractChanges', params);
const write = (...paths: string[]) =>
  client.sendRequest<{ written: string[]; edited: string[] }>('archivolt/writeContracts', {
    root,
    paths,
  });

function writeOutside(path: string, text: string): Promise<void> {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri(path), type: 2 }],
  });
}

async function open(path: string, languageId: string): Promise<void> {
  const document = TextDocument.create(uri(path), languageId, 1, onDisk(path));
  editor.set(document.uri, document);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: document.uri, languageId, version: 1, text: document.getText() },
  });
}

async function set(path: string, text: string): Promise<void> {
  const document = editor.get(uri(path))!;
  const version = document.version + 1;
  TextDocument.update(document, [{ text }], version);
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: document.uri, version },
    contentChanges: [{ text }],
  });
}

async function save(path: string): Promise<void> {
  const textDocument = { uri: uri(path) };
  writeFileSync(join(folder, path), editor.get(textDocument.uri)!.getText());
  await client.sendNotification('textDocument/didSave', { textDocument });
}

async function close(path: string): Promise<void> {
  editor.delete(uri(path));
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } });
}

async function actionsAt(path: string, line: number): Promise<Action[]> {
  const position = { line, character: 0 };
  return client.sendRequest<Action[]>('textDocument/codeAction', {
    textDocument: { uri: uri(path) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
}

async function run({ command }: Action): Promise<void> {
  await client.sendRequest('workspace/executeCommand', {
    command: command!.command,
    arguments: command!.arguments,
  });
}

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../vscode/workspace'), folder, { recursive: true });
  const built = await bundle('src/server/main.ts', 'src/server/layout-worker.ts');
  server = spawn(process.execPath, [join(built, 'server.cjs'), '--stdio'], { stdio: 'pipe' });
  client = createMessageConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  );
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => {
      diagnostics.set(params.uri, params.diagnostics);
    },
  );
  client.onRequest(
    'client/registerCapability',
    ({ registrations }: { registrations: readonly Registration[] }) => {
      for (const { method, registerOptions } of registrations) {
        const [first] = registerOptions.documentSelector;
        const isBaseline = first?.pattern.endsWith('baseline.json') === true;
        registered.push(`${method}${isBaseline ? ' in baselines' : ''}`);
      }
      return null;
    },
  );
  client.onRequest('workspace/applyEdit', async ({ edit }: ApplyEdit) => {
    if (refuses) return { applied: false, failureReason: 'busy' };
    for (const { textDocument, edits } of edit.documentChanges) {
      const document = editor.get(textDocument.uri)!;
      expect(textDocument.version).toBe(document.version);
      const path = textDocument.uri.slice(root.length);
      await set(path, TextDocument.applyEdits(document, edits));
    }
    return { applied: true };
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { synchronization: { dynamicRegistration: true } } },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
  });
  await client.sendNotification('initialized', {});
});

afterAll(() => {
  client.dispose();
  server.kill();
});

describe('contract files over the wire', () => {
  it('are asked for without claiming anything else about YAML and JSON', async () => {
    await eventually('registrations', () => registered.length >= 10);
    expect(registered.sort()).toEqual([
      'textDocument/codeAction',
      'textDocument/codeAction in baselines',
      'textDocument/definition',
      'textDocument/didChange',
      'textDocument/didChange in baselines',
      'textDocument/didClose',
      'textDocument/didClose in baselines',
      'textDocument/didOpen',
      'textDocument/didOpen in baselines',
      'textDocument/didSave',
    ]);
  });

  it('are listed before they exist, and what would be written is shown first', async () => {
    await eventually('the list', async () => (await items()).length > 0);
    expect(await stateOf(openapi)).toBe('missing');
    const { changes: found, problems } = await changes({ uri: uri('payments.arch') });
    expect(problems).toEqual([]);
    const change = found.find(({ path }) => path === openapi);
    expect(change).toMatchObject({ action: 'create', state: 'missing' });
    expect(change?.before).toBeUndefined();
    expect(change?.after).toContain('openapi: "3.1.0"');
    expect(existsSync(join(folder, openapi))).toBe(false);
  });

  it('are written where chosen, with base and lock, and only there', async () => {
    expect(await write(openapi)).toEqual({ written: [openapi], edited: [] });
    expect(readFileSync(base, 'utf8')).toBe(onDisk(openapi));
    expect(existsSync(join(folder, 'contracts/ordering'))).toBe(false);
    const lock = JSON.parse(onDisk('.archivolt/contracts.lock.json')) as { documents: object };
    expect(Object.keys(lock.documents)).toEqual([openapi]);
    await eventually('fresh', async () => (await stateOf(openapi)) === 'fresh');
  });

  it('say where they drift, closed as well, with the way to the model', async () => {
    const text = onDisk(openapi);
    await writeOutside(openapi, text.replace('  /v1/payments:', '  /v2/payments:'));
    const found = await eventually('the drift', () =>
      diagnostics.get(uri(openapi))?.find(({ code }) => code === 'contract-drift'),
    );
    expect(found.relatedInformation?.[0]?.location.uri).toBe(uri('payments.arch'));
    expect(await stateOf(openapi)).toBe('drifted');
    await writeOutside(openapi, text);
    await eventually('no drift', () => diagnostics.get(uri(openapi))?.length === 0);
  });

  it('lead from an id to the model, and from an operation to its place', async () => {
    await open(openapi, 'yaml');
    await open('payments.arch', 'archivolt');
    const line = onDisk(openapi)
      .split('\n')
      .findIndex((one) => /x-arch-id: "?operation:/.test(one));
    expect(line).toBeGreaterThan(0);
    const definition = await eventually('the definition', () =>
      client.sendRequest<{ uri: string; range: { start: { line: number } } } | null>(
        'textDocument/definition',
        { textDocument: { uri: uri(openapi) }, position: { line, character: 30 } },
      ),
    );
    expect(definition.uri).toBe(uri('payments.arch'));
    const model = onDisk('payments.arch').split('\n');
    const at = model.findIndex((one) => one.includes('capture('));
    expect(definition.range.start.line).toBe(at);
    const spots = await client.sendRequest<ContractSpot[]>('archivolt/contractsOf', {
      uri: uri('payments.arch'),
      position: { line: at, character: model[at]!.indexOf('capture') + 2 },
    });
    expect(spots).toHaveLength(1);
    expect(spots[0]).toMatchObject({ path: openapi, exists: true });
    expect(onDisk(openapi).split('\n')[spots[0]!.line]).toContain('post:');
  });

  it('offer both sides of a conflict, and take one without saving', async () => {
    const mine = onDisk(openapi).replace(
      'description: Capture.',
      'description: Capture money now.',
    );
    await set(openapi, mine);
    const model = onDisk('payments.arch');
    await set('payments.arch', model.replace('POST "/" c', '/** Takes the money. */ POST "/" c'));
    const conflict = await eventually('the conflict', () =>
      diagnostics.get(uri(openapi))?.find(({ code }) => code === 'contract-conflict'),
    );
    const { line } = conflict.range.start;
    expect(mine.split('\n')[line]).toContain('Capture money now.');
    const actions = await actionsAt(openapi, line);
    expect(actions.map(({ title }) => title)).toEqual([
      'Keep mine',
      'Take the model’s',
      'Pull into the model',
    ]);
    const [pulled] = Object.values(actions[2]!.edit!.changes).flat();
    expect(pulled?.newText).toBe('/** Capture money now. */');
    const before = readFileSync(base, 'utf8');
    await run(actions[1]!);
    const text = editor.get(uri(openapi))!.getText();
    expect(text).not.toContain('Capture money now.');
    expect(text).toContain('Takes the money.');
    // The disk has what it had until somebody saves; then the base follows.
    expect(onDisk(openapi)).not.toContain('Takes the money.');
    expect(readFileSync(base, 'utf8')).toBe(before);
    await eventually('no conflict', () => diagnostics.get(uri(openapi))?.length === 0);
    await save(openapi);
    await eventually('the base', () => readFileSync(base, 'utf8') !== before);
    expect(readFileSync(base, 'utf8')).toBe(onDisk(openapi));
    await eventually('fresh', async () => (await stateOf(openapi)) === 'fresh');
  });

  it('keep one’s own side, and remember that it was decided', async () => {
    await set(
      openapi,
      onDisk(openapi).replace('description: Takes the money.', 'description: Mine it is.'),
    );
    await set(
      'payments.arch',
      editor.get(uri('payments.arch'))!.getText().replace('Takes the', 'Captures the'),
    );
    const conflict = await eventually('the conflict', () =>
      diagnostics.get(uri(openapi))?.find(({ code }) => code === 'contract-conflict'),
    );
    const [keep] = await actionsAt(openapi, conflict.range.start.line);
    await run(keep!);
    await eventually('no conflict', () => diagnostics.get(uri(openapi))?.length === 0);
    expect(editor.get(uri(openapi))!.getText()).toContain('Mine it is.');
    await save(openapi);
    await eventually('the base', () => readFileSync(base, 'utf8').includes('Captures the money.'));
    await eventually('enriched', async () => (await stateOf(openapi)) === 'enriched');
  });

  it('give a description to the model', async () => {
    const lines = editor.get(uri(openapi))!.getText().split('\n');
    const at = lines.findIndex((one) => one === '    Capture:');
    expect(at).toBeGreaterThan(0);
    lines.splice(at + 1, 0, '      description: An amount that was taken.');
    await set(openapi, lines.join('\n'));
    const pull = await eventually('the action', async () =>
      (await actionsAt(openapi, at + 1)).find(({ title }) => title.startsWith('Pull this')),
    );
    const edits = pull.edit!.changes[uri('payments.arch')]!;
    expect(edits[0]!.newText).toContain('/** An amount that was taken. */');
  });

  it('write nothing at all where the editor refuses', async () => {
    await set(
      'payments.arch',
      editor.get(uri('payments.arch'))!.getText().replace('"1.0.0"', '"1.1.0"'),
    );
    refuses = true;
    const before = readFileSync(base, 'utf8');
    await expect(write(openapi)).rejects.toThrow('Nothing was written');
    expect(readFileSync(base, 'utf8')).toBe(before);
    refuses = false;
    const { written, edited } = await write(openapi);
    expect([written, edited]).toEqual([[], [uri(openapi)]]);
    expect(editor.get(uri(openapi))!.getText()).toContain('1.1.0');
    // Closed without saving, so that the next comparison is with what is on disk.
    await close(openapi);
    await eventually('stale', async () => (await stateOf(openapi)) === 'stale');
    expect(readFileSync(base, 'utf8')).toBe(before);
  });

  it('say so where the lock file is none', async () => {
    const lock = onDisk('.archivolt/contracts.lock.json');
    await writeOutside('.archivolt/contracts.lock.json', '<<<<<<< ours\n');
    const path = uri('.archivolt/contracts.lock.json');
    await eventually('the problem', () => diagnostics.get(path)?.[0]?.code === 'contract-lock');
    await expect(write(openapi)).rejects.toThrow('no JSON');
    await writeOutside('.archivolt/contracts.lock.json', lock);
    await eventually('no problem', () => diagnostics.get(path)?.length === 0);
  });

  it('are orphans when their API goes, and go or stay as told', async () => {
    await open(openapi, 'yaml');
    await set(openapi, `${onDisk(openapi)}# Somebody worked on this.\n`);
    await save(openapi);
    await set('payments.arch', 'context Payments {}\n');
    const orphan = await eventually('the orphan', () =>
      diagnostics.get(uri(openapi))?.find(({ code }) => code === 'contract-orphan'),
    );
    const actions = await eventually('actions', async () => {
      const found = await actionsAt(openapi, orphan.range.start.line);
      return found.length > 0 && found;
    });
    expect(actions.map(({ title }) => title)).toEqual([
      'Delete this contract',
      'Keep it as a file of my own',
    ]);
    await run(actions[1]!);
    expect(existsSync(join(folder, openapi))).toBe(true);
    expect(existsSync(base)).toBe(false);
    await eventually('not ours any more', async () => (await stateOf(openapi)) === undefined);
  });
});
