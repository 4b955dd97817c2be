import { isRequired } from './criticality.js';
import { indexBy } from './edge-index.js';
import { find } from './lookup.js';
import type { Access, Publication } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Percentage } from './elements/literals.js';
import type { Model } from './model.js';
import { availabilityTarget, type ServiceLevelUnit } from './requirements.js';

/** Something that must be up for an answer, with its target. */
export interface Needed {
  readonly id: ElementId;
  readonly ratio: number;
  readonly percent: string;
}

/**
 * The availability that a unit answers for. None for an operation without a target and calls of its
 * own: it is its service.
 */
export function promisedAvailability(unit: ServiceLevelUnit): Percentage | undefined {
  const { operation, calls, slo } = unit;
  if (operation && !operation.slo?.availability && calls.length === 0) return undefined;
  return slo.availability;
}

const reader = (access: Access) => access.service;
const publisher = (publication: Publication) => publication.service;

/** What must be up for an answer, with a target: callees without fallback, stores, the broker. */
export function neededFor(model: Model, unit: ServiceLevelUnit): Needed[] {
  const { service, operation } = unit;
  const needed = new Map<ElementId, Needed>();
  const add = (id: ElementId, target: Percentage | undefined) => {
    const known = needed.get(id);
    if (target && id !== service.id && (!known || target.ratio < known.ratio)) {
      needed.set(id, { id, ratio: target.ratio, percent: target.percent });
    }
  };
  for (const call of unit.calls) {
    if (isRequired(call)) add(call.toService, availabilityTarget(model, call));
  }
  const accesses = indexBy(model.accesses, reader).get(service.id) ?? [];
  for (const id of [...service.stores, ...accesses.map(({ store }) => store)]) {
    add(id, find(model, 'store', id)?.availability);
  }
  if (service.outbox) return [...needed.values()];
  // Without an outbox a request that publishes waits for the broker.
  for (const { event, by } of indexBy(model.publications, publisher).get(service.id) ?? []) {
    if (operation && by !== operation.id) continue;
    const broker = find(model, 'broker', find(model, 'event', event)?.broker);
    if (broker) add(broker.id, broker.availability);
  }
  return [...needed.values()];
}
