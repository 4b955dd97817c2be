import type { Generation } from '../contracts/generation.js';
import { adoptedFolder } from '../contracts/merge/adopted.js';
import {
  baseFolder,
  emptyLock,
  lockPath,
  lockText,
  parseLock,
  type ContractLock,
} from '../contracts/merge/lock.js';
import { FileError } from './file-error.js';
import type { Folder } from './folder.js';

/** @throws FileError where the lock file cannot be understood */
export function readLock(folder: Folder): ContractLock {
  const text = folder.read(lockPath);
  if (text === undefined) return emptyLock;
  try {
    return parseLock(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) throw new FileError(failure.message);
    throw failure;
  }
}

/**
 * Writes what has changed. First the contract, then its base, the lock at the end: whoever
 * interrupts that finds hand edits and generated text still told apart by the next run.
 */
export function writeGeneration(folder: Folder, { contracts, lock }: Generation): void {
  for (const { path, action, disk, text, base, alone, movedFrom, problem } of contracts) {
    if (problem) continue;
    if (action === 'delete') {
      if (disk !== undefined) folder.remove(path);
    } else if (text !== undefined && action !== 'keep') folder.write(path, text);
    const remembered = `${baseFolder}/${path}`;
    if (base === undefined) folder.remove(remembered);
    else if (folder.read(remembered) !== base) folder.write(remembered, base);
    const adopted = `${adoptedFolder}/${path}`;
    if (base === undefined) folder.remove(adopted);
    else if (alone !== undefined && folder.read(adopted) !== alone) folder.write(adopted, alone);
    if (movedFrom !== undefined) {
      folder.remove(`${adoptedFolder}/${movedFrom}`);
      folder.remove(movedFrom);
      folder.remove(`${baseFolder}/${movedFrom}`);
    }
  }
  const text = lockText(lock);
  if (folder.read(lockPath) !== text) folder.write(lockPath, text);
}
