import type { Service } from '../model/elements/services.js';
import type { Model } from '../model/model.js';

/** Kinds that stand at the edge and serve others' operations rather than their own. */
const edgeKinds: ReadonlySet<string> = new Set(['gateway', 'bff', 'frontend']);

/** The services that do business: neither gateways nor backends for frontends nor frontends. */
export function businessServices(model: Model): readonly Service[] {
  let known = cache.get(model);
  if (!known) cache.set(model, (known = model.services.filter(isBusinessService)));
  return known;
}

/** Places in `model.services` of those that do business, by which figures of services are asked. */
export function businessNumbers(model: Model): readonly number[] {
  let known = numbers.get(model);
  if (!known) numbers.set(model, (known = placesIn(model.services)));
  return known;
}

function placesIn(services: readonly Service[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < services.length; at++)
    if (isBusinessService(services[at]!)) places.push(at);
  return places;
}

const cache = new WeakMap<Model, readonly Service[]>();
const numbers = new WeakMap<Model, readonly number[]>();

/** Whether a service does business of its own. */
export function isBusinessService({ serviceKind }: Service): boolean {
  return !edgeKinds.has(serviceKind);
}
