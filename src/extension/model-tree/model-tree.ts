import { commands, window, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showInMapCommand } from '../../protocol/editor.js';
import type { ModelTreeItem } from '../../protocol/model-tree.js';
import { ModelTree } from './tree.js';

/** The view "Model": the map as text, for those who read or listen. */
export function registerModelTree(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  const tree = new ModelTree(client);
  context.subscriptions.push(
    window.createTreeView('archivolt.model', { treeDataProvider: tree, showCollapseAll: true }),
    commands.registerCommand('archivolt.model.showInMap', async (item?: ModelTreeItem) => {
      if (item?.id !== undefined) {
        await commands.executeCommand(showInMapCommand, item.place?.uri ?? item.root, item.id);
      }
    }),
    onModelChanged(() => {
      tree.refresh();
    }),
  );
}
