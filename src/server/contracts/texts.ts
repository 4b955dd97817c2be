/** Contract files, their bases and lock as they count now: what is open goes before the disk. */
import type { ContractFiles } from '../../contracts/generation.js';
import { adoptedFolder } from '../../contracts/merge/adopted.js';
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

/** How many files are read at once. */
const atOnce = 100;

/** What the base and the lock entry of an edited document become, once it is saved. */
export interface AwaitedBase {
  readonly root: Root;
  readonly path: string;
  readonly base: string;
  /** What the model alone gave, of a document that was there before the model. */
  readonly alone: string | undefined;
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
    if (path.startsWith(`${baseFolder}/`)) {
      return this.awaited.get(uriOf(root, path.slice(baseFolder.length + 1)))?.base;
    }
    return path.startsWith(`${adoptedFolder}/`)
      ? this.awaited.get(uriOf(root, path.slice(adoptedFolder.length + 1)))?.alone
      : this.open(root, path);
  }

  /**
   * Reads what generating would read, for contracts at these paths and those of the lock; some at a
   * time, so that others get a turn.
   *
   * @param isLate asked in between: whether nobody wants the answer any more
   * @returns undefined where it came too late
   * @throws SyntaxError where the lock file is none
   */
  async snapshot(
    root: Root,
    paths: readonly string[],
    isLate: () => boolean = () => false,
  ): Promise<ContractSnapshot | undefined> {
    const { files } = this.#session;
    const locked = await files.read(uriOf(root, lockPath));
    const lock = locked === undefined ? emptyLock : parseLock(locked);
    const texts = new Map<string, string>();
    const all = [...new Set([...paths, ...lock.documents.keys()])].flatMap((path) => [
      path,
      `${baseFolder}/${path}`,
      `${adoptedFolder}/${path}`,
    ]);
    for (let from = 0; from < all.length; from += atOnce) {
      await Promise.all(
        all.slice(from, from + atOnce).map(async (path) => {
          const text = this.overlay(root, path) ?? (await files.read(uriOf(root, path)));
          if (text !== undefined) texts.set(path, text);
        }),
      );
      if (isLate()) return undefined;
    }
    return {
      files: { read: (path) => texts.get(path) },
      lock,
      isEmpty: texts.size === 0 && lock.documents.size === 0,
    };
  }
}
