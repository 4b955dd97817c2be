import type { ElementId, Model } from './model.js';

const cache = new WeakMap<Model, ReadonlySet<ElementId>>();

/** Services and externals that offer an API or an operation to the public. */
export function publicServices(model: Model): ReadonlySet<ElementId> {
  let known = cache.get(model);
  if (!known) {
    const offering = new Set<ElementId>();
    for (const { audience, service } of model.apis) {
      if (audience === 'public') offering.add(service);
    }
    for (const { audience, service } of model.operations) {
      if (audience === 'public') offering.add(service);
    }
    cache.set(model, (known = offering));
  }
  return known;
}
