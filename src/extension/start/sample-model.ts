import { l10n, commands, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { starterRequest, type StarterFiles } from '../../protocol/editor.js';

/** Writes a small model to start from; files that are there already are left alone. */
export function registerSampleModel(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('archivolt.createSampleModel', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    if (!folder) {
      const open = l10n.t('Open Folder…');
      const answer = await window.showInformationMessage(
        l10n.t('Open a folder first; the sample model is written into it.'),
        open,
      );
      if (answer === open) await commands.executeCommand('vscode.openFolder');
      return;
    }
    const files = await client.sendRequest<StarterFiles>(starterRequest);
    const models = Object.entries(files).filter(([path]) => !path.startsWith('.'));
    for (const [path, text] of models) {
      const uri = Uri.joinPath(folder, path);
      if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
    const model = models.find(([path]) => path.endsWith('.arch'));
    if (!model) return;
    await window.showTextDocument(Uri.joinPath(folder, model[0]));
    await commands.executeCommand('archivolt.openContextMap');
  });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
