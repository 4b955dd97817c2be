import { commands, l10n, window, type ExtensionContext } from 'vscode';
import { startClient } from './browser/client.js';
import { needsDisk } from './browser/needs-disk.js';
import { registerContextMap } from './context-map/context-map.js';
import { registerContractPreview } from './contracts/preview-command.js';
import { registerFindings } from './findings/findings.js';
import { modelChanges } from './model-changes.js';
import { registerModelTree } from './model-tree/model-tree.js';
import { registerPasteJson } from './paste-json.js';
import { registerShowPlaces } from './show-places.js';
import { registerSampleModel } from './start/sample-model.js';
import { registerStatus } from './start/status.js';

/** Archivolt in a browser alone, such as vscode.dev: without what needs a disk, git or a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  await commands.executeCommand('setContext', 'archivolt.inBrowser', true);
  for (const command of needsDisk) {
    context.subscriptions.push(
      commands.registerCommand(command, () =>
        window.showInformationMessage(
          l10n.t(
            'This needs a disk, which VS Code has none of in a browser alone. Open the folder in VS Code on a desktop, a server or a codespace, or use the command line.',
          ),
        ),
      ),
    );
  }
  const client = startClient(context);
  const onModelChanged = modelChanges(context, client);
  registerContextMap(context, client, onModelChanged);
  registerModelTree(context, client, onModelChanged);
  registerContractPreview(context, client, onModelChanged);
  registerFindings(context, client, onModelChanged);
  context.subscriptions.push(registerShowPlaces(client), registerPasteJson(client));
  registerStatus(context, client, onModelChanged);
  context.subscriptions.push(registerSampleModel(client));
  await client.start();
}

/** The client is disposed with its context. */
export function deactivate(): void {
  return;
}
