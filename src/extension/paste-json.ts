import {
  l10n,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  type DocumentPasteEditProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { valueFromJsonRequest, type ValueFromJsonParams } from '../protocol/editor.js';

const kind = DocumentDropOrPasteEditKind.Empty.append('archivolt', 'json');

/** Pasting a JSON object into a model offers the value types that hold it. */
export function registerPasteJson(client: BaseLanguageClient): Disposable {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(
      _document,
      _ranges,
      dataTransfer: DataTransfer,
      _context,
      token: CancellationToken,
    ) {
      const json = await dataTransfer.get('text/plain')?.asString();
      if (json?.trimStart().startsWith('{') !== true || token.isCancellationRequested) return [];
      const params: ValueFromJsonParams = { json, name: 'Pasted' };
      const text = await client.sendRequest<string | null>(valueFromJsonRequest, params, token);
      return text === null
        ? []
        : [new DocumentPasteEdit(text, l10n.t('Paste JSON as value types'), kind)];
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: 'archivolt' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}
