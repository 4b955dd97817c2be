/** The lock file: what was generated last, by which version, and every protobuf number ever given. */
import type { ElementId } from '../../model/elements/identity.js';
import { contractKinds, type ContractKind } from '../document.js';
import type { NumberLock } from '../protobuf/numbers.js';
import { isMap, sortedEntries, type Tree } from '../tree.js';

/** Relative to the model root; committed, as `baseFolder` is. */
export const lockPath = '.archivolt/contracts.lock.json';
export const baseFolder = '.archivolt/base';

export interface LockedDocument {
  readonly kind: ContractKind;
  readonly element: ElementId;
  /** Fingerprints of the base and of the file as it was written. */
  readonly base: string;
  readonly file: string;
}

export interface ContractLock {
  /** Version of Archivolt that wrote last. */
  readonly generator: string;
  /** By path, relative to the model root. */
  readonly documents: ReadonlyMap<string, LockedDocument>;
  readonly numbers: NumberLock;
}

export const emptyLock: ContractLock = { generator: '', documents: new Map(), numbers: {} };

/**
 * Reads a lock file.
 *
 * @throws SyntaxError where it is no lock file, as after a merge that was left unresolved: numbers
 *   must not be given anew then
 */
export function parseLock(text: string): ContractLock {
  let tree: Tree;
  try {
    tree = JSON.parse(text) as Tree;
  } catch {
    throw new SyntaxError(
      `${lockPath} is no JSON. If a merge left marks in it, resolve them first.`,
    );
  }
  if (!isMap(tree) || tree['version'] !== 1) {
    throw new SyntaxError(`${lockPath} has a form that this version of Archivolt does not know.`);
  }
  const documents = new Map<string, LockedDocument>();
  for (const [path, entry] of Object.entries(isMap(tree['documents']) ? tree['documents'] : {})) {
    if (!isMap(entry) || !isInside(path)) continue;
    const kind = contractKinds.find((one) => one === entry['kind']);
    const { element, base, file } = entry;
    if (kind && typeof element === 'string') {
      documents.set(path, { kind, element, base: String(base), file: String(file) });
    }
  }
  return {
    generator: String(tree['generator'] ?? ''),
    documents,
    numbers: (isMap(tree['numbers']) ? tree['numbers'] : {}) as NumberLock,
  };
}

/** Sorted and on many lines, so that two branches merge well. */
export function lockText(lock: ContractLock): string {
  const documents = Object.fromEntries(sortedEntries(lock.documents));
  const tree = { version: 1, generator: lock.generator, documents, numbers: lock.numbers };
  return `${JSON.stringify(tree, null, 2)}\n`;
}

/** Paths in a lock file come from whoever committed it. */
function isInside(path: string): boolean {
  return (
    !/^(?:[\\/]|[A-Za-z]:)/.test(path) &&
    !path.split(/[\\/]/).some((part) => part === '..' || part === '')
  );
}
