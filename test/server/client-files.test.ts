import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { bundle } from '../support/bundle.js';

const files: Readonly<Record<string, string>> = {
  'mem:/model/ordering.arch':
    'context Ordering { service A { calls Payments.B  calls Payments.C } }',
  'mem:/model/payments.arch': 'context Payments { service B }',
};

let server: ChildProcess;
let client: MessageConnection;
afterEach(() => {
  client.dispose();
  server.kill();
});

/** Findings on a folder that is on no disk, by URI. */
async function findings(answers: (to: MessageConnection) => void) {
  const built = await bundle('src/server/main.ts');
  const started = spawn(process.execPath, [join(built, 'server.cjs'), '--stdio'], {
    stdio: 'pipe',
  });
  server = started;
  client = createMessageConnection(
    new StreamMessageReader(started.stdout),
    new StreamMessageWriter(started.stdin),
  );
  const found = new Map<string, readonly { code: string; message: string }[]>();
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: readonly { code: string; message: string }[] }) => {
      found.set(params.uri, params.diagnostics);
    },
  );
  const checked = new Promise<void>((resolve) => {
    client.onNotification('archivolt/modelChanged', resolve);
  });
  answers(client);
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { workspaceFolders: true } },
    workspaceFolders: [{ uri: 'mem:/model', name: 'model' }],
  });
  await client.sendNotification('initialized', {});
  await checked;
  return found;
}

it('a folder on no disk is read through the client', async () => {
  const found = await findings((to) => {
    to.onRequest('archivolt/listFiles', () => Object.keys(files));
    to.onRequest('archivolt/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  });
  const errors = (found.get('mem:/model/ordering.arch') ?? []).filter(
    ({ code }) => code === 'unresolved-reference',
  );
  expect(errors.map(({ message }) => /`[^`]*`/.exec(message)?.[0])).toEqual(['`Payments.C`']);
}, 60_000);

it('a client that knows no such questions has no files for us', async () => {
  const found = await findings(() => undefined);
  expect([...found.keys()]).toEqual([]);
}, 60_000);
