import {
  EventEmitter,
  languages,
  Uri,
  window,
  workspace,
  type Range,
  type TextDocumentContentProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contractTextRequest, type ContractTextParams } from '../../protocol/contracts.js';

export const previewScheme = 'archivolt-contract';

/** The preview of a contract; the query names a document of the model. */
export function previewUri(modelUri: string, path: string): Uri {
  return Uri.from({ scheme: previewScheme, path: `/${path}`, query: modelUri });
}

/** Read-only documents that follow the model as one types. */
export class ContractPreview implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  refresh(): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === previewScheme) this.#changed.fire(uri);
    }
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const params: ContractTextParams = { uri: uri.query, path: uri.path.slice(1) };
    const text = await this.#client.sendRequest<string | null>(contractTextRequest, params);
    return (
      text ?? '# This contract no longer follows from the model: its API or service is gone.\n'
    );
  }
}

/** Shows the preview of a contract beside the model, or at a place of it. */
export async function showPreview(
  modelUri: string,
  { path, kind }: { readonly path: string; readonly kind: string },
  selection?: Range,
): Promise<void> {
  const document = await workspace.openTextDocument(previewUri(modelUri, path));
  const typed = await languages.setTextDocumentLanguage(document, languageOf(kind, path)).then(
    (set) => set,
    // Not every VS Code knows every language; the text is what matters.
    () => document,
  );
  await window.showTextDocument(typed, {
    preview: true,
    preserveFocus: selection === undefined,
    viewColumn: -2,
    ...(selection ? { selection } : {}),
  });
}

function languageOf(kind: string, path: string): string {
  if (kind === 'proto') return 'proto3';
  if (kind === 'graphql') return 'graphql';
  return path.endsWith('.json') ? 'json' : 'yaml';
}
