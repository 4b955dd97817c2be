import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinsFolder } from '../diagram/pins.js';
import { isModelFile, isSkippedFolder, makesModel, partsBelow } from '../protocol/model-files.js';
import { fileUri, uriBelow } from '../protocol/uris.js';
import { Folder } from '../disk/folder.js';
import { enclosingRoot } from '../disk/model-root.js';
import type { Files } from './files.js';

/**
 * The file system of Node; others are their client's to know. Links are not followed, folders with
 * a dot and built ones skipped.
 *
 * @param others files that are not on a disk
 */
export function nodeFiles(others: Files): Files {
  const owner = (uri: string) => (uri.startsWith('file:') ? onDisk : others);
  return {
    list: (folder) => owner(folder).list(folder),
    read: (uri) => owner(uri).read(uri),
    enclosingRoot: (folder) => owner(folder).enclosingRoot(folder),
    listPins: (root) => owner(root).listPins(root),
    readListed: (folder, uri) => owner(folder).readListed(folder, uri),
    readBelow: (folder, path) => owner(folder).readBelow(folder, path),
  };
}

const onDisk: Files = {
  async list(folder) {
    const result: string[] = [];
    const visit = async (path: string): Promise<void> => {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) await visit(join(path, entry.name));
        } else if (entry.isFile() && isModelFile(entry.name)) {
          result.push(fileUri(join(path, entry.name)));
        }
      }
    };
    await visit(fileURLToPath(folder));
    return result.sort();
  },
  async read(uri) {
    try {
      return (await readFile(fileURLToPath(uri), 'utf8')).replace(/^\uFEFF/, '');
    } catch {
      return undefined;
    }
  },
  enclosingRoot(folder) {
    let found: string | undefined;
    try {
      found = enclosingRoot(fileURLToPath(folder));
    } catch {
      // One that cannot be read says nothing.
    }
    return Promise.resolve(found === undefined ? undefined : fileUri(found));
  },
  async listPins(root) {
    const folder = join(fileURLToPath(root), pinsFolder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => uriBelow(root, `${pinsFolder}/${name}`))
      .sort();
  },
  readListed: async (folder, uri) => ((await isListed(folder, uri)) ? onDisk.read(uri) : undefined),
  readBelow: (folder, path) =>
    new Promise((resolve) => {
      resolve(new Folder(fileURLToPath(folder)).read(path)?.replace(/^\uFEFF/, ''));
    }),
};

/** Whether `list` would name a file: no part of its path below the folder is a link. */
async function isListed(folder: string, uri: string): Promise<boolean> {
  const parts = partsBelow(folder, uri);
  if (!makesModel(parts)) return false;
  let path = fileURLToPath(folder);
  for (const part of parts) {
    path = join(path, part);
    const found = await lstat(path).catch(() => undefined);
    if (!found || found.isSymbolicLink()) return false;
  }
  return true;
}
