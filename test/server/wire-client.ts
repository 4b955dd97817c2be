import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { bundle } from '../support/bundle.js';

export interface Diagnostic {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface RegistrationParams {
  readonly registrations: readonly {
    readonly id: string;
    readonly method: string;
    readonly registerOptions: unknown;
  }[];
}

interface UnregistrationParams {
  readonly unregisterations: readonly { readonly id: string }[];
}

/** A server process with a folder of its own, and a client that speaks to it over stdio. */
export interface Wire {
  readonly folder: string;
  readonly client: MessageConnection;
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly log: readonly string[];
  /** What the server asked the client to register, by method, as it holds now. */
  readonly registered: (method: string) => readonly unknown[];
  /** What the server reported of its work, in words. */
  readonly progress: readonly string[];
  /** Whether the server process still runs. */
  readonly isAlive: () => boolean;
  uri(file: string): string;
  open(file: string, text: string): Promise<void>;
  change(file: string, text: string): Promise<void>;
  /** A request at a place of a document; `more` goes into its parameters. */
  at<T>(method: string, file: string, offset: number, more?: object): Promise<T>;
  eventually<T>(what: string, probe: () => T | undefined | false): Promise<T>;
  stop(): Promise<void>;
}

/**
 * Starts the bundled server on a folder with these files.
 *
 * @param opened a file that is opened before the server has read the folder, as editors restore
 * the last one
 * @param workspace the folder of the workspace, relative to the one with the files
 */
export async function startWire(
  files: Readonly<Record<string, string>>,
  initializationOptions: object = {},
  capabilities: object = {},
  opened?: string,
  workspace = '',
): Promise<Wire> {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-wire-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const built = await bundle('src/server/main.ts', 'src/server/layout-worker.ts');
  const server = spawn(process.execPath, [join(built, 'server.cjs'), '--stdio'], { stdio: 'pipe' });
  const client = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const log: string[] = [];
  const progress: string[] = [];
  let checked = false;
  const texts = new Map<string, { text: string; version: number }>();
  const uri = (file: string) => pathToFileURL(join(folder, file)).href;
  const position = (file: string, offset: number) => {
    const lines = (texts.get(file)?.text ?? '').slice(0, offset).split('\n');
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  };
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: readonly Diagnostic[] }) => {
      diagnostics.set(params.uri, params.diagnostics);
    },
  );
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  const registrations = new Map<string, { method: string; registerOptions: unknown }>();
  client.onRequest('client/registerCapability', (params: RegistrationParams) => {
    for (const { id, ...registration } of params.registrations) registrations.set(id, registration);
    return null;
  });
  client.onRequest('client/unregisterCapability', (params: UnregistrationParams) => {
    for (const { id } of params.unregisterations) registrations.delete(id);
    return null;
  });
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onNotification(
    '$/progress',
    ({ value }: { value: { kind: string; title?: string; message?: string } }) => {
      progress.push([value.kind, value.title ?? value.message ?? ''].join(' ').trim());
    },
  );
  client.onNotification('archivolt/modelChanged', () => {
    checked = true;
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: pathToFileURL(join(folder, workspace)).href, name: 'w' }],
  });
  await client.sendNotification('initialized', {});
  const open = async (file: string, text: string) => {
    texts.set(file, { text, version: 1 });
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(file), languageId: 'archivolt', version: 1, text },
    });
  };
  if (opened !== undefined) await open(opened, files[opened] ?? '');
  const eventually = async <T>(what: string, probe: () => T | undefined | false): Promise<T> => {
    for (let i = 0; i < 600; i++) {
      const value = probe();
      if (value !== undefined && value !== false) return value;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`In vain waited for: ${what}`);
  };
  await eventually('the first check', () => checked);
  return {
    folder,
    client,
    diagnostics,
    log,
    registered: (method) =>
      [...registrations.values()]
        .filter((registration) => registration.method === method)
        .map(({ registerOptions }) => registerOptions),
    progress,
    isAlive: () => server.exitCode === null && server.signalCode === null,
    uri,
    open,
    async change(file, text) {
      const version = (texts.get(file)?.version ?? 0) + 1;
      texts.set(file, { text, version });
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version },
        contentChanges: [{ text }],
      });
    },
    at: <T>(method: string, file: string, offset: number, more: object = {}) =>
      client.sendRequest<T>(method, {
        textDocument: { uri: uri(file) },
        position: position(file, offset),
        ...more,
      }),
    eventually,
    async stop() {
      await client.sendRequest('shutdown');
      client.dispose();
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
