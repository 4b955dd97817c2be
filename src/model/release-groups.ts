import type { Service } from './elements/services.js';
import type { Model } from './model.js';

const cache = new WeakMap<Model, readonly ReleaseGroup[]>();

/** Services that are released together. */
export interface ReleaseGroup {
  readonly deployable: string;
  /** At least two, in the order of the model. */
  readonly services: readonly Service[];
}

/** The deployables that more than one service names. */
export function releaseGroups(model: Model): readonly ReleaseGroup[] {
  let known = cache.get(model);
  if (known) return known;
  // Else each has its own name.
  if (!model.services.some(({ deployableDeclared }) => deployableDeclared)) return [];
  const byName = new Map<string, Service[]>();
  for (const service of model.services) {
    const group = byName.get(service.deployable);
    if (group) group.push(service);
    else byName.set(service.deployable, [service]);
  }
  known = [...byName]
    .filter(([, services]) => services.length > 1)
    .map(([deployable, services]) => ({ deployable, services }));
  cache.set(model, known);
  return known;
}
