import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { explained } from '../disk/file-error.js';
import { UsageError } from './failure.js';

/**
 * Writes what a command was told to write to a file, folders on the way included.
 *
 * @param path as it was given, relative to `cwd`
 * @throws UsageError that names the file and the reason where it cannot be written
 */
export function writeOutput(cwd: string, path: string, data: string | Uint8Array): void {
  const file = resolve(cwd, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw new UsageError(`${path}: the file cannot be written (${explained(code)}).`);
  }
}
