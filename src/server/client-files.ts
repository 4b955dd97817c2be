import type { Connection } from 'vscode-languageserver';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ReadFileParams,
} from '../protocol/files.js';
import { makesModel, partsBelow } from '../protocol/model-files.js';
import { uriBelow } from '../protocol/uris.js';
import type { Files } from './files.js';

/**
 * Files as the client has them, on whatever it reads them from. A client that answers no such
 * questions has none for us.
 */
export function clientFiles(connection: Connection): Files {
  const read = async (uri: string) => {
    const params: ReadFileParams = { uri };
    const answer = connection.sendRequest<string | null>(readFileRequest, params);
    return (await answer.catch(() => null)) ?? undefined;
  };
  const list = (params: ListFilesParams) =>
    connection.sendRequest<readonly string[]>(listFilesRequest, params).catch(() => []);
  return {
    list: (folder) => list({ folder }),
    listPins: (folder) => list({ folder, of: 'pins' }),
    read,
    // Clients have the workspace, and nothing around it.
    enclosingRoot: () => Promise.resolve(undefined),
    // What is on no disk has no links.
    readListed: (folder, uri) =>
      makesModel(partsBelow(folder, uri)) ? read(uri) : Promise.resolve(undefined),
    // The configuration lets no path lead out.
    readBelow: (folder, path) => read(uriBelow(folder, path)),
  };
}
