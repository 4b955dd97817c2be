import { commands, workspace, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewContractCommand } from '../../protocol/editor.js';
import { previewContract } from './choose.js';
import { ContractPreview, previewScheme } from './preview.js';

/** Contracts as they follow from the model, live and without a disk. */
export function registerContractPreview(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  const preview = new ContractPreview(client);
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(previewScheme, preview),
    onModelChanged(() => {
      preview.refresh();
    }),
    commands.registerCommand(previewContractCommand, (uri?: unknown, id?: unknown) =>
      previewContract(client, uri, id),
    ),
  );
}
