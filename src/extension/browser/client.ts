import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../../protocol/files.js';
import type { ClientOptions } from '../../protocol/findings.js';
import { modelDocuments } from '../model-documents.js';
import { serveFiles } from '../served-files.js';

/** The client of our language server, which runs in a worker and asks for files. */
export function startClient(context: ExtensionContext): LanguageClient {
  const base = `${Uri.joinPath(context.extensionUri, 'dist').toString(true)}/`;
  const worker = new Worker(`${base}browser-worker.js`);
  const start: WorkerStart = { base, entry: 'browser-server.cjs' };
  worker.postMessage(start);
  const client = new LanguageClient('archivolt', 'Archivolt', worker, {
    initializationOptions: { commands: true } satisfies ClientOptions,
    documentSelector: modelDocuments(),
  });
  context.subscriptions.push(client, ...serveFiles(client));
  return client;
}
