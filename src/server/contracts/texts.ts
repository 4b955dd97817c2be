/** Contract files, their bases and lock as they count now: what is open goes before the disk. */
import type { ContractFiles } from '../../contracts/generation.js';
import {
  baseFolder,
  emptyLock,
  lockPath,
  parseLock,
  type ContractLock,
  type LockedDocument,
} from '../../contracts/merge/lock.js';
import { uriOf, type Root } from '../roots.js';
import type { Session } from '../session.js';

/** What the base and the lock entry of an edited document become, once it is saved. */
export interface AwaitedBase {
  readonly root: Root;
  readonly path: string;
  readonly base: string;
  readonly entry: Pick<LockedDocument, 'kind' | 'element'>;
}

/** The contract files of a root at one moment. */
export interface ContractSnapshot {
  readonly files: ContractFiles;
  readonly lock: ContractLock;
  /** Whether there is any file of these paths, or anything in the lock. */
  readonly isEmpty: boolean;
}

export class ContractTexts {
  readonly #session: Session;
  /** By URI of the contract: the editor has the new text, the disk does not yet. */
  readonly awaited = new Map<string, AwaitedBase>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** The text of a contract in the editor, where it is open. */
  open(root: Root, path: string): string | undefined {
    return this.#session.documents.get(uriOf(root, path))?.getText();
  }

  /** What takes the place of a file on disk: an open text, or a base that waits to be written. */
  overlay(root: Root, path: string): string | undefined {
    return path.startsWith(`${baseFolder}/`)
      ? this.awaited.get(uriOf(root, path.slice(baseFolder.length + 1)))?.base
      : this.open(root, path);
  }

  /**
   * Reads what generating would read, for contracts at these paths and those of the lock.
   *
   * @throws SyntaxError where the lock file is none
   */
  async snapshot(root: Root, paths: readonly string[]): Promise<ContractSnapshot> {
    const { files } = this.#session;
    const locked = await files.read(uriOf(root, lockPath));
    const lock = locked === undefined ? emptyLock : parseLock(locked);
    const texts = new Map<string, string>();
    const all = new Set([...paths, ...lock.documents.keys()]);
    await Promise.all(
      [...all]
        .flatMap((path) => [path, `${baseFolder}/${path}`])
        .map(async (path) => {
          const text = this.overlay(root, path) ?? (await files.read(uriOf(root, path)));
          if (text !== undefined) texts.set(path, text);
        }),
    );
    return {
      files: { read: (path) => texts.get(path) },
      lock,
      isEmpty: texts.size === 0 && lock.documents.size === 0,
    };
  }
}
