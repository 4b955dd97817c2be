import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ReadFileParams,
  type WorkerStart,
} from '../../protocol/files.js';
import type { ClientOptions } from '../../protocol/findings.js';
import { modelFiles } from '../model-files.js';
import { modelFilesBelow, textOf } from './files.js';

/** The client of our language server, which runs in a worker and asks for files. */
export function startClient(context: ExtensionContext): LanguageClient {
  const base = `${Uri.joinPath(context.extensionUri, 'dist').toString(true)}/`;
  const worker = new Worker(`${base}browser-worker.js`);
  const start: WorkerStart = { base, entry: 'browser-server.cjs' };
  worker.postMessage(start);
  const schemes = new Set(workspace.workspaceFolders?.map(({ uri }) => uri.scheme));
  const client = new LanguageClient('archivolt', 'Archivolt', worker, {
    initializationOptions: { commands: true } satisfies ClientOptions,
    // Files as they were, of ours or of others, are no part of the model.
    documentSelector: [
      { language: 'archivolt', scheme: 'untitled' },
      ...[...schemes].flatMap((scheme) => [
        { language: 'archivolt', scheme },
        { pattern: '**/archivolt.json', scheme },
      ]),
    ],
    synchronize: { fileEvents: modelFiles() },
  });
  context.subscriptions.push(
    client,
    client.onRequest(listFilesRequest, ({ folder }: ListFilesParams) =>
      modelFilesBelow(Uri.parse(folder)),
    ),
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => textOf(Uri.parse(uri))),
  );
  return client;
}
