import { workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** The client of our language server, which runs in a process of its own. */
export function startClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(
    'archivolt',
    'Archivolt',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect'] } },
    },
    {
      documentSelector: [
        { language: 'archivolt' },
        { pattern: '**/archivolt.json' },
      ],
      synchronize: {
        fileEvents: [
          workspace.createFileSystemWatcher('**/*.arch'),
          workspace.createFileSystemWatcher('**/archivolt.json'),
        ],
      },
    },
  );
  context.subscriptions.push(client);
  return client;
}
