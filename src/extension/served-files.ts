import { FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ReadFileParams,
} from '../protocol/files.js';
import { isModelFile, isSkippedFolder } from '../protocol/model-files.js';

/** Answers the server's questions for files that it cannot read itself. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(listFilesRequest, ({ folder }: ListFilesParams) =>
      modelFilesBelow(Uri.parse(folder)),
    ),
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => textOf(Uri.parse(uri))),
  ];
}

/** URIs of the files below a folder that make models. Links are not followed. */
async function modelFilesBelow(folder: Uri): Promise<string[]> {
  const result: string[] = [];
  const visit = async (uri: Uri): Promise<void> => {
    const entries = await workspace.fs.readDirectory(uri).then(
      (found) => found,
      () => [],
    );
    for (const [name, type] of entries) {
      const entry = Uri.joinPath(uri, name);
      if (type === FileType.Directory && !isSkippedFolder(name)) await visit(entry);
      else if (type === FileType.File && isModelFile(name)) result.push(entry.toString());
    }
  };
  await visit(folder);
  return result.sort();
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
