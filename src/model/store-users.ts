import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

const cache = new WeakMap<Model, ReadonlyMap<ElementId, readonly ElementId[]>>();

/** The services that own, read or write a store, by the store: its owner first. */
export function storeUsers(model: Model): ReadonlyMap<ElementId, readonly ElementId[]> {
  const known = cache.get(model);
  if (known) return known;
  const users = new Map<ElementId, Set<ElementId>>();
  for (const { id, owner } of model.stores) {
    users.set(id, new Set(owner === undefined ? [] : [owner]));
  }
  for (const { store, service } of model.accesses) users.get(store)?.add(service);
  const result = new Map([...users].map(([store, services]) => [store, [...services]]));
  cache.set(model, result);
  return result;
}
