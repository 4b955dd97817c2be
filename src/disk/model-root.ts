/** Model roots on disk: where one begins, and which files belong to it. */
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { configurationFile } from '../project/configuration.js';
import { FileError } from './file-error.js';

/**
 * The folder itself or the nearest one around it that holds `archivolt.json`. A folder that models
 * skip belongs to none around it: a working tree in a hidden folder, a built copy.
 *
 * @throws FileError where such a file is there and cannot be read
 */
export function enclosingRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (readOptional(join(current, configurationFile)) !== undefined) return current;
    if (dirname(current) === current || isSkippedFolder(basename(current))) return undefined;
  }
}

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out']);

/** Folders with a dot and built ones hold no models. */
function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skipped.has(name);
}

/**
 * `.arch` files below a folder, by the root that they belong to. Links are not followed.
 *
 * @throws FileError where a folder cannot be read
 */
export function filesBelow(folder: string): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  const visit = (current: string, root: string) => {
    let entries: Dirent[];
    try {
      entries = readdirSync(current, { withFileTypes: true });
    } catch {
      throw new FileError(`${current}: the folder cannot be read.`);
    }
    const own = entries.some((entry) => entry.isFile() && entry.name === configurationFile);
    const here = own ? current : root;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) visit(path, here);
      } else if (entry.isFile() && entry.name.endsWith('.arch')) {
        result.set(here, (result.get(here) ?? new Set()).add(path));
      }
    }
  };
  visit(folder, folder);
  return result;
}

/**
 * The text of a file; undefined where there is none.
 *
 * @throws FileError where it is there and cannot be read
 */
export function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw new FileError(`${basename(file)}: the file cannot be read (${String(code)}).`);
  }
}
