import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  elementAtRequest,
  elementPathRequest,
  type ElementsAt,
} from '../../protocol/context-map.js';

/** An element with all that is around it, innermost first. */
export async function pathOf(
  client: BaseLanguageClient,
  uri: string,
  id: string,
): Promise<readonly string[]> {
  return client.sendRequest<readonly string[]>(elementPathRequest, { uri, id });
}

/** The element at the cursor of the active editor, with all that is around it. */
export async function elementAtCursor(
  client: BaseLanguageClient,
): Promise<{ readonly uri: string; readonly ids: readonly string[] } | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'archivolt') return undefined;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const position = { line, character };
  const { ids } = await client.sendRequest<ElementsAt>(elementAtRequest, { uri, position });
  const [id] = ids;
  if (id === undefined) {
    void window.showInformationMessage('Nothing of the model stands at the cursor.');
    return undefined;
  }
  return { uri, ids: await pathOf(client, uri, id) };
}
