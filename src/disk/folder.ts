/** A folder whose files are read and written safely: never outside of it, never half. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ContractFiles } from '../contracts/generation.js';
import { explained, FileError } from './file-error.js';

export class Folder implements ContractFiles {
  readonly path: string;

  /** @param path absolute; it need not exist yet */
  constructor(path: string) {
    this.path = path;
  }

  /**
   * The text of a file below, undefined where there is none.
   *
   * @throws FileError where it lies behind a link that leads out of the folder, or is unreadable
   */
  read(path: string): string | undefined {
    const file = this.inside(path);
    try {
      return readFileSync(file, 'utf8');
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new FileError(`${path}: the file cannot be read (${explained(code)}).`);
    }
  }

  /**
   * Writes a file as a whole: to a temporary file beside it, which then takes its place. Whoever
   * interrupts that leaves the old file.
   *
   * @throws FileError where it cannot be written
   */
  write(path: string, text: string): void {
    const file = this.inside(path);
    const temporary = join(
      dirname(file),
      `.archivolt-${String(process.pid)}-${Date.now().toString(36)}.tmp`,
    );
    try {
      mkdirSync(dirname(file), { recursive: true });
      const before = statSync(file, { throwIfNoEntry: false });
      const handle = openSync(temporary, 'wx');
      try {
        // Whoever may read the old file, and nobody else, may read the new one.
        if (before) fchmodSync(handle, before.mode & 0o777);
        const bytes = Buffer.from(text, 'utf8');
        for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, file);
    } catch (failure) {
      removeIfThere(temporary);
      const { code } = failure as NodeJS.ErrnoException;
      throw new FileError(
        `${path}: the file cannot be written (${explained(code)}). Nothing of it was changed.`,
      );
    }
  }

  /** Removes a file, and the folders that are empty without it. */
  remove(path: string): void {
    const file = this.inside(path);
    try {
      rmSync(file, { force: true });
      for (
        let folder = dirname(file);
        folder.startsWith(this.path + sep);
        folder = dirname(folder)
      ) {
        rmdirSync(folder);
      }
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return;
      throw new FileError(`${path}: the file cannot be removed (${explained(code)}).`);
    }
  }

  /**
   * The absolute path of a file below. Links are followed as far as they exist, and have to end
   * inside; a file that is a link itself is refused, as writing would replace it.
   */
  private inside(path: string): string {
    const file = resolve(this.path, path);
    const root = existing(this.path);
    const parent = existing(dirname(file));
    const away = relative(root.real, parent.real);
    const leaves = away === '..' || away.startsWith(`..${sep}`) || resolve(away) === away;
    // Folders that do not exist yet have no links; those above the root are the user's own.
    if (root.isWhole && leaves)
      throw new FileError(
        `${path}: a link leads out of ${this.path}; nothing is read or written there.`,
      );
    if (relative(this.path, file).startsWith('..'))
      throw new FileError(`${path}: lies outside of ${this.path}.`);
    if (isLink(file))
      throw new FileError(
        `${path}: is a link; only real files are read and written. Put the file itself there.`,
      );
    return file;
  }
}

/** The real path of the deepest folder on the way that exists. */
function existing(path: string): { readonly real: string; readonly isWhole: boolean } {
  for (let at = path; ; at = dirname(at)) {
    try {
      return { real: realpathSync(at), isWhole: at === path };
    } catch {
      if (dirname(at) === at) return { real: at, isWhole: false };
    }
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** What cannot be removed was not written either. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A file stands where its folder should be: there is nothing to remove.
  }
}
