// A client that times: how long after an edit the diagnostics of that file are there.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

export async function startServer(command, args, folder, { initializationOptions } = {}) {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map();
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    for (const wait of waiting.get(uri) ?? []) wait(diagnostics);
  });
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('window/workDoneProgress/create', () => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      textDocument: { publishDiagnostics: { relatedInformation: true } },
      workspace: { workspaceFolders: true },
    },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    ...(initializationOptions ? { initializationOptions } : {}),
  });
  await client.sendNotification('initialized', {});
  /** Resolves when diagnostics of a file arrive that `holds` accepts. */
  const diagnosticsOf = (uri, holds) =>
    new Promise((resolve) => {
      const list = waiting.get(uri) ?? [];
      waiting.set(uri, list);
      const wait = (diagnostics) => {
        if (!holds(diagnostics)) return;
        list.splice(list.indexOf(wait), 1);
        resolve(diagnostics);
      };
      list.push(wait);
    });
  return {
    client,
    server,
    diagnosticsOf,
    async stop() {
      await client.sendRequest('shutdown').catch(() => undefined);
      server.kill();
      client.dispose();
    },
  };
}
