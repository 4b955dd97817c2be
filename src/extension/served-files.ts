import { FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ReadFileParams,
} from '../protocol/files.js';
import { pinsFolder } from '../diagram/pins.js';
import { isModelFile, isSkippedFolder } from '../protocol/model-files.js';

/** Answers the server's questions for files that it cannot read itself. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(listFilesRequest, ({ folder, of }: ListFilesParams) =>
      of === 'pins' ? pinsIn(Uri.parse(folder)) : modelFilesBelow(Uri.parse(folder)),
    ),
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => textOf(Uri.parse(uri))),
  ];
}

/** URIs of the files below a folder that make models. Links are not followed. */
async function modelFilesBelow(folder: Uri): Promise<string[]> {
  const result: string[] = [];
  const visit = async (uri: Uri): Promise<void> => {
    for (const [name, type] of await entriesOf(uri)) {
      const entry = Uri.joinPath(uri, name);
      if (type === FileType.Directory && !isSkippedFolder(name)) await visit(entry);
      else if (type === FileType.File && isModelFile(name)) result.push(entry.toString());
    }
  };
  await visit(folder);
  return result.sort();
}

/** URIs of the files of pins in a model root. */
async function pinsIn(root: Uri): Promise<string[]> {
  const folder = Uri.joinPath(root, pinsFolder);
  const entries = await entriesOf(folder);
  return entries
    .filter(([name, type]) => type === FileType.File && name.endsWith('.json'))
    .map(([name]) => Uri.joinPath(folder, name).toString())
    .sort();
}

/** None where there is no such folder. */
async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Null where there is no such file. */
async function textOf(uri: Uri): Promise<string | null> {
  try {
    // The decoder leaves a byte order mark out.
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
