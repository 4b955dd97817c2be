import type { Model, Service } from '../model/model.js';

/** Kinds that stand at the edge and serve others' operations rather than their own. */
const edgeKinds: ReadonlySet<string> = new Set(['gateway', 'bff', 'frontend']);

/** The services that do business: neither gateways nor backends for frontends nor frontends. */
export function businessServices(model: Model): Service[] {
  return model.services.filter(isBusinessService);
}

/** Whether a service does business of its own. */
export function isBusinessService({ serviceKind }: Service): boolean {
  return !edgeKinds.has(serviceKind);
}
