/** Where a contract lay before its element or the folder was renamed. */
import { formerIdsOf } from '../model/former-ids.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { ContractPlace } from './document.js';
import type { ContractLock } from './merge/lock.js';

/**
 * Finds the path in the lock file that a new place takes over: of the same kind, for the same
 * element or for what that was called before (`@renamedFrom`). Undefined for contracts that are
 * really new.
 *
 * @param taken paths that the model still has
 */
export function formerPlaces(
  model: Model,
  lock: ContractLock,
  taken: ReadonlySet<string>,
): (place: ContractPlace) => string | undefined {
  const left = new Map<ElementId, { readonly path: string; readonly kind: string }[]>();
  for (const [path, { kind, element }] of lock.documents) {
    if (taken.has(path)) continue;
    left.set(element, [...(left.get(element) ?? []), { path, kind }]);
  }
  const formerId = formerIdsOf(model);
  return (place) =>
    [place.element, formerId(place.element)]
      .flatMap((id) => left.get(id) ?? [])
      .find(({ path, kind }) => kind === place.kind && extension(path) === extension(place.path))
      ?.path;
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^[^.]*/, '');
}
