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
  const numbers: number[] = [];
  const { services } = model;
  for (let number = 0; number < services.length; number++) {
    if (isBusinessService(services[number]!)) numbers.push(number);
  }
  return numbers;
}

const cache = new WeakMap<Model, readonly Service[]>();

/** Whether a service does business of its own. */
export function isBusinessService({ serviceKind }: Service): boolean {
  return !edgeKinds.has(serviceKind);
}
