/** Where a contract lay before its element or the folder was renamed. */
import { formerIdsOf } from '../model/former-ids.js';
import type { Model } from '../model/model.js';
import type { ContractPlace } from './document.js';
import type { ContractLock } from './merge/lock.js';

/**
 * The path in the lock file that a new place takes over: of the same kind, for the same element or
 * for what that was called before (`@renamedFrom`). Undefined for contracts that are really new.
 *
 * @param taken paths that the model still has
 */
export function formerPlace(
  model: Model,
  lock: ContractLock,
  place: ContractPlace,
  taken: ReadonlySet<string>,
): string | undefined {
  const ids = new Set([place.element, formerIdsOf(model)(place.element)]);
  for (const [path, { kind, element }] of lock.documents) {
    const isSameKind = kind === place.kind && extension(path) === extension(place.path);
    if (isSameKind && ids.has(element) && !taken.has(path)) return path;
  }
  return undefined;
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^[^.]*/, '');
}
