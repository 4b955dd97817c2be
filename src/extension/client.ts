import { workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ClientOptions } from '../protocol/findings.js';
import { modelDocuments } from './model-documents.js';
import { serveFiles } from './served-files.js';
import { RestartingServer } from './start/restart.js';

/** The client of our language server, which runs in a process of its own. */
export function startClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const memory = workspace.getConfiguration('archivolt').get<number>('server.maxMemory', 0);
  // Node's own limit is far above what models of thousands of services take.
  const execArgv = memory > 0 ? [`--max-old-space-size=${String(memory)}`] : [];
  const client = new LanguageClient(
    'archivolt',
    'Archivolt',
    {
      run: { module, transport: TransportKind.ipc, options: { execArgv } },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: [...execArgv, '--nolazy', '--inspect'] },
      },
    },
    {
      errorHandler: new RestartingServer(),
      initializationOptions: { commands: true } satisfies ClientOptions,
      documentSelector: modelDocuments(),
    },
  );
  context.subscriptions.push(client, ...serveFiles(client));
  return client;
}
