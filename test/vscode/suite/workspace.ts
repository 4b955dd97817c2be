import type { Position } from 'vscode';
import {
  commands,
  languages,
  Range,
  Uri,
  window,
  workspace,
  DiagnosticSeverity,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { eventually } from './harness.js';

export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The test needs a workspace folder.');
  return Uri.joinPath(folder.uri, name);
}

export async function openFile(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document, { viewColumn: 1 });
  return document;
}

/** Where a text stands first in a document. */
export function place(document: TextDocument, text: string, offset = 0): Position {
  const index = document.getText().indexOf(text);
  if (index < 0) throw new Error(`"${text}" does not stand in ${document.uri.path}.`);
  return document.positionAt(index + offset);
}

/** Replaces the first occurrence of a text. */
export async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  const start = place(document, text);
  const end = place(document, text, text.length);
  const editor = await window.showTextDocument(document, { viewColumn: 1 });
  await editor.edit((edit) => {
    edit.replace(new Range(start, end), by);
  });
}

/** Diagnostics of a file but hints and infos, of which even a clean model has some. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
}

/** Our diagnostics of a file with this code, once there are some. */
export async function diagnosticsWith(uri: Uri, code: string): Promise<Diagnostic[]> {
  return eventually(`diagnostic ${code}`, () => {
    const found = languages.getDiagnostics(uri).filter((diagnostic) => codeOf(diagnostic) === code);
    return found.length > 0 ? found : undefined;
  });
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Takes every document back to what is on disk. */
export async function revert(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document, { viewColumn: 1 });
    await commands.executeCommand('workbench.action.files.revert');
    await eventually(`${document.uri.path} as on disk`, () => !document.isDirty);
  }
}
