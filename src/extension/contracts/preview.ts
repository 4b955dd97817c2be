import { EventEmitter, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
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
  readonly #client: LanguageClient;

  constructor(client: LanguageClient) {
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
