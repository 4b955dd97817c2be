import { workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/**
 * The documents of models: on disk, not saved yet, or in a folder of the workspace that is on no
 * disk. Files as they were, of ours or of VS Code's own git, are no part of a model.
 */
export function modelDocuments(): TextDocumentFilter[] {
  const schemes = new Set([
    'file',
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]);
  return [
    { language: 'archivolt', scheme: 'untitled' },
    ...[...schemes].flatMap((scheme) => [
      { language: 'archivolt', scheme },
      { pattern: '**/archivolt.json', scheme },
    ]),
  ];
}
