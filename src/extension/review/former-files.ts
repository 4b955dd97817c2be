import { Range, Uri, ViewColumn, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  revisionFileRequest,
  type ChangePlace,
  type RevisionFileParams,
} from '../../protocol/map-review.js';

/** Files of a model as they were at a commit, read-only. */
const formerScheme = 'archivolt-former';

/** @param root folder of the model */
function formerUri(root: Uri, commit: string, file: string): Uri {
  return Uri.from({
    scheme: formerScheme,
    // The path is what the tab shows.
    path: `/${file}`,
    query: JSON.stringify({ root: root.toString(), commit }),
    fragment: commit.slice(0, 7),
  });
}

/** Lets former files be opened: their text comes from git by way of the server. */
export function registerFormerFiles(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(formerScheme, {
    async provideTextDocumentContent({ query, path }) {
      const { root, commit } = JSON.parse(query) as { root: string; commit: string };
      const file = path.slice(1);
      const params: RevisionFileParams = {
        uri: `${root.replace(/\/$/, '')}/${file}`,
        commit,
        file,
      };
      return (await client.sendRequest<string | null>(revisionFileRequest, params)) ?? '';
    },
  });
}

/** Opens a place of the files at a commit, or of those of now without one. */
export async function openPlace(
  root: Uri,
  { file, line, column }: ChangePlace,
  commit?: string,
): Promise<void> {
  const uri = commit === undefined ? Uri.joinPath(root, file) : formerUri(root, commit, file);
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    selection: new Range(line - 1, column - 1, line - 1, column - 1),
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
  });
}
