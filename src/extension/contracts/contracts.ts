import { commands, Uri, window, workspace, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  contractChangesRequest,
  contractsChangedNotification,
  lookAtContractsNotification,
  type ContractChanges,
  type ContractItem,
} from '../../protocol/contracts.js';
import { atCursor } from './choose.js';
import { generateContracts } from './generate.js';
import { GeneratedTexts, generatedScheme, nameOf, showChange } from './generated.js';
import { goToContract } from './go-to.js';
import { registerContractPreview } from './preview-command.js';
import { previewUri, showPreview } from './preview.js';
import { ContractsTree } from './tree.js';

/** Contracts: their list, live previews, and generating them. */
export function registerContracts(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  registerContractPreview(context, client, onModelChanged);
  const texts = new GeneratedTexts();
  const tree = new ContractsTree(client);
  const view = window.createTreeView('archivolt.contracts', { treeDataProvider: tree });
  tree.onDidChangeTreeData(() => {
    view.badge = tree.badge;
  });
  context.subscriptions.push(
    view,
    client.onNotification(contractsChangedNotification, () => tree.refresh()),
    workspace.registerTextDocumentContentProvider(generatedScheme, texts),
    commands.registerCommand('archivolt.goToContract', () => goToContract(client)),
    commands.registerCommand('archivolt.generateContracts', () => {
      const uri = atCursor()?.uri;
      return generateContracts(client, texts, uri === undefined ? {} : { uri });
    }),
    commands.registerCommand('archivolt.contracts.refresh', () =>
      client.sendNotification(lookAtContractsNotification),
    ),
    commands.registerCommand('archivolt.contracts.open', open),
    commands.registerCommand('archivolt.contracts.preview', (item: ContractItem) =>
      showPreview(item.modelUri, item),
    ),
    commands.registerCommand('archivolt.contracts.diff', (item: ContractItem) =>
      showDifference(client, texts, item),
    ),
    commands.registerCommand('archivolt.contracts.generate', ({ modelUri, path }: ContractItem) =>
      generateContracts(client, texts, { uri: modelUri, path }),
    ),
  );
}

async function open(item: ContractItem): Promise<void> {
  if (item.state === 'missing') await showPreview(item.modelUri, item);
  else await window.showTextDocument(Uri.parse(item.uri));
}

/** What generating would change; where that is nothing, what the model alone would say. */
async function showDifference(
  client: BaseLanguageClient,
  texts: GeneratedTexts,
  item: ContractItem,
): Promise<void> {
  const { modelUri, path, uri } = item;
  const { changes } = await client.sendRequest<ContractChanges>(contractChangesRequest, {
    uri: modelUri,
    path,
  });
  const change = changes.find(({ action }) => action === 'create' || action === 'update');
  if (change) {
    texts.take([change]);
    await showChange(texts, change, false);
    return;
  }
  await commands.executeCommand(
    'vscode.diff',
    Uri.parse(uri),
    previewUri(modelUri, path),
    `${nameOf(item)} ↔ model`,
  );
}
