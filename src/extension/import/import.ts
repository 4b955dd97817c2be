import {
  commands,
  l10n,
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import { ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import { importRequest, type ImportAnswer, type ImportParams } from '../../protocol/import.js';
import { askForFolder } from './ask-folder.js';
import { ImportReports } from './reports.js';
import { textOfError } from '../notification-text.js';

const extensions = ['yaml', 'yml', 'json', 'cml'];

/** Imports documents: those chosen in the explorer, the one in the editor, or those asked for. */
export function registerImport(client: BaseLanguageClient): Disposable[] {
  const reports = new ImportReports();
  return [
    reports,
    commands.registerCommand(
      'archivolt.import',
      async (clicked?: Uri, selected?: readonly Uri[]) => {
        const documents = await chosen(clicked, selected);
        const [first] = documents;
        if (!first) return;
        const folder = await askForFolder(first);
        if (folder) await importInto(client, documents, folder, reports);
      },
    ),
  ];
}

async function chosen(
  clicked: Uri | undefined,
  selected: readonly Uri[] | undefined,
): Promise<readonly Uri[]> {
  const given = selected && selected.length > 0 ? selected : clicked ? [clicked] : [];
  const documents = given.filter(isDocument);
  if (documents.length > 0) return documents;
  const open = window.activeTextEditor?.document.uri;
  const answer = await window.showOpenDialog({
    title: l10n.t('Import OpenAPI, AsyncAPI or Context Mapper documents'),
    openLabel: l10n.t('Import'),
    canSelectMany: true,
    filters: { [l10n.t('Documents')]: extensions },
    ...(open && isDocument(open) ? { defaultUri: open } : {}),
  });
  return answer ?? [];
}

function isDocument({ scheme, path }: Uri): boolean {
  return scheme === 'file' && extensions.some((one) => path.toLowerCase().endsWith(`.${one}`));
}

async function importInto(
  client: BaseLanguageClient,
  documents: readonly Uri[],
  folder: Uri,
  reports: ImportReports,
): Promise<void> {
  // The server reads files: what is not saved would not be there.
  for (const document of workspace.textDocuments) {
    const isAsked = documents.some((uri) => uri.toString() === document.uri.toString());
    if (isAsked && document.isDirty) await document.save();
  }
  const params: ImportParams = {
    documents: documents.map((uri) => uri.toString()),
    folder: folder.toString(),
  };
  try {
    const answer = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Importing…') },
      () => client.sendRequest<ImportAnswer>(importRequest, params),
    );
    const [model] = answer.models;
    if (model !== undefined) {
      await window.showTextDocument(Uri.parse(model), { viewColumn: ViewColumn.One });
    }
    await reports.show(answer.report);
  } catch (failure) {
    if (!(failure instanceof ResponseError)) throw failure;
    void window.showErrorMessage(textOfError(failure));
  }
}
