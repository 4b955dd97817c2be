import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isModelFile, isSkippedFolder } from '../protocol/model-files.js';
import type { Files } from './roots.js';

/** The file system of Node. Links are not followed, folders with a dot and built ones skipped. */
export const nodeFiles: Files = {
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const result: string[] = [];
    const visit = async (path: string): Promise<void> => {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) await visit(join(path, entry.name));
        } else if (isModelFile(entry.name)) {
          result.push(pathToFileURL(join(path, entry.name)).href);
        }
      }
    };
    await visit(fileURLToPath(folder));
    return result.sort();
  },
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return (await readFile(fileURLToPath(uri), 'utf8')).replace(/^\uFEFF/, '');
    } catch {
      return undefined;
    }
  },
};
