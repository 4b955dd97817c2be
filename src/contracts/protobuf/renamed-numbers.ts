/** Protobuf numbers of what `@renamedFrom` gave another name: they are the wire format and stay. */
import { formerIdsOf, unchanged } from '../../model/former-ids.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { NumberLock } from './numbers.js';

/**
 * The lock with every key under the names that the model has now. A key that is there already stays:
 * its element was renamed before, and the old name may belong to something else since.
 */
export function numbersAfterRenames(model: Model, lock: NumberLock): NumberLock {
  const formerId = formerIdsOf(model);
  if (formerId === unchanged || Object.keys(lock).length === 0) return lock;
  const current = new Map<ElementId, ElementId>();
  for (const id of model.elements.keys()) {
    const former = formerId(id);
    if (former !== id && !current.has(former)) current.set(former, id);
  }
  const renamed = Object.entries(lock).map(([key, names]) => {
    const now = currentKey(key, current);
    return [now === key || Object.hasOwn(lock, now) ? key : now, names] as const;
  });
  return Object.fromEntries(renamed);
}

/** A key is made of ids, of the API and of what has the numbers, and maybe a word more. */
function currentKey(key: string, current: ReadonlyMap<ElementId, ElementId>): string {
  return key
    .split(' ')
    .map((part) => current.get(part) ?? part)
    .join(' ');
}
