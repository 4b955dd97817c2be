import { commands, languages, window, workspace, type Event, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  contractPlacesRequest,
  type ContractPlaceItem,
  type ContractPlacesParams,
} from '../../protocol/contracts.js';
import { generateContracts } from './generate.js';
import { ContractPreview, previewScheme, previewUri } from './preview.js';

/** Live previews of the contracts that follow from the model. */
export function registerContracts(
  context: ExtensionContext,
  client: LanguageClient,
  onModelChanged: Event<void>,
): void {
  const preview = new ContractPreview(client);
  const output = window.createOutputChannel('Archivolt Contracts');
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(previewScheme, preview),
    onModelChanged(() => {
      preview.refresh();
    }),
    output,
    commands.registerCommand('archivolt.previewContract', () => openPreview(client)),
    commands.registerCommand('archivolt.generateContracts', () =>
      generateContracts(context, output),
    ),
  );
}

async function openPreview(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'archivolt') {
    void window.showInformationMessage('Open an .arch file to preview the contracts of its model.');
    return;
  }
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const params: ContractPlacesParams = { uri, position: { line, character } };
  const places = await client.sendRequest<readonly ContractPlaceItem[]>(
    contractPlacesRequest,
    params,
  );
  if (places.length === 0) {
    void window.showInformationMessage(
      'This model has no API, event or command yet, so no contract follows from it.',
    );
    return;
  }
  const here = places.filter((place) => place.here);
  const chosen = here.length === 1 ? here[0] : await pick(places);
  if (!chosen) return;
  const document = await workspace.openTextDocument(previewUri(uri, chosen.path));
  const language = languageOf(chosen);
  const typed = await languages.setTextDocumentLanguage(document, language).then(
    (set) => set,
    // Not every VS Code knows every language; the text is what matters.
    () => document,
  );
  await window.showTextDocument(typed, { preview: true, preserveFocus: true, viewColumn: -2 });
}

async function pick(places: readonly ContractPlaceItem[]): Promise<ContractPlaceItem | undefined> {
  const items = places.map((place) => ({
    label: place.path.slice(place.path.lastIndexOf('/') + 1),
    description: place.kind,
    detail: place.path,
    place,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Contract to preview',
    matchOnDetail: true,
  });
  return picked?.place;
}

function languageOf({ kind, path }: ContractPlaceItem): string {
  if (kind === 'proto') return 'proto3';
  if (kind === 'graphql') return 'graphql';
  return path.endsWith('.json') ? 'json' : 'yaml';
}
