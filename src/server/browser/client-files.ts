import type { Connection } from 'vscode-languageserver';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ReadFileParams,
} from '../../protocol/files.js';
import type { Files } from '../roots.js';

/** Files as the client has them, on whatever it reads them from. */
export function clientFiles(connection: Connection): Files {
  return {
    list: (folder) => {
      const params: ListFilesParams = { folder };
      return connection.sendRequest<readonly string[]>(listFilesRequest, params);
    },
    read: async (uri) => {
      const params: ReadFileParams = { uri };
      return (await connection.sendRequest<string | null>(readFileRequest, params)) ?? undefined;
    },
  };
}
