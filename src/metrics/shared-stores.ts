import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { storeUsers } from '../model/store-users.js';

const cache = new WeakMap<Model, ReadonlyMap<ElementId, number>>();

/** The number of stores that a service shares with others. */
export function sharedStoreDegree(model: Model, service: ElementId): number {
  let degrees = cache.get(model);
  if (!degrees) {
    const counted = new Map<ElementId, number>();
    for (const users of storeUsers(model).values()) {
      if (users.length < 2) continue;
      for (const user of users) counted.set(user, (counted.get(user) ?? 0) + 1);
    }
    cache.set(model, (degrees = counted));
  }
  return degrees.get(service) ?? 0;
}
