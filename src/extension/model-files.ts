import { workspace, type FileSystemWatcher } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/** Watches the files that make a model. */
export function modelFiles(): FileSystemWatcher[] {
  return [
    workspace.createFileSystemWatcher('**/*.arch'),
    workspace.createFileSystemWatcher('**/archivolt.json'),
    // Baselines may have other names, but those lie where the configuration is read again.
    workspace.createFileSystemWatcher('**/.archivolt/*.json'),
  ];
}

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
