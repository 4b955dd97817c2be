import { l10n, Uri, window, workspace } from 'vscode';

/** The folder of the workspace that models go into; undefined where nobody says one. */
export async function askForFolder(document: Uri): Promise<Uri | undefined> {
  const around = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  if (!around) {
    await window.showInformationMessage(
      l10n.t('Open a folder first; the imported model is written into it.'),
    );
    return undefined;
  }
  const name = document.path.replace(/^.*\//, '').replace(/\..*$/, '');
  const answer = await window.showInputBox({
    title: l10n.t('Import'),
    prompt: l10n.t('Folder for the model, in {0}', around.name),
    value: /^[\w-]+$/.test(name) ? name : 'imported',
    validateInput: (text) =>
      isInside(text) ? undefined : l10n.t('Name a folder inside of the workspace folder.'),
  });
  return answer === undefined ? undefined : Uri.joinPath(around.uri, ...parts(answer));
}

function parts(text: string): string[] {
  return text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}

function isInside(text: string): boolean {
  return !/^[\\/]|^[A-Za-z]:|\0/.test(text) && !parts(text).includes('..');
}
