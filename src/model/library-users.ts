import type { ElementId } from './elements/identity.js';
import type { Service } from './elements/services.js';
import type { Model } from './model.js';
import type { Span } from './span.js';

/** A service that uses a library, and where it says so. */
export interface LibraryUse {
  readonly service: Service;
  readonly span: Span;
}

const cache = new WeakMap<Model, ReadonlyMap<ElementId, readonly LibraryUse[]>>();

/** Who uses a library, by the library; each service once. */
export function libraryUses(model: Model): ReadonlyMap<ElementId, readonly LibraryUse[]> {
  const known = cache.get(model);
  if (known) return known;
  const uses = new Map<ElementId, LibraryUse[]>();
  for (const service of model.services) {
    if (service.libraries.length === 0) continue;
    const seen = new Set<ElementId>();
    for (const { target, span } of service.libraries) {
      if (seen.has(target)) continue;
      seen.add(target);
      const list = uses.get(target);
      if (list) list.push({ service, span });
      else uses.set(target, [{ service, span }]);
    }
  }
  cache.set(model, uses);
  return uses;
}
