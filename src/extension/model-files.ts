import { workspace, type FileSystemWatcher } from 'vscode';

/** Watches the files that make a model. */
export function modelFiles(): FileSystemWatcher[] {
  return [
    workspace.createFileSystemWatcher('**/*.arch'),
    workspace.createFileSystemWatcher('**/archivolt.json'),
    // Baselines may have other names, but those lie where the configuration is read again.
    workspace.createFileSystemWatcher('**/.archivolt/*.json'),
  ];
}
