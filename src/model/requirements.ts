import { callsAsAWhole, callsOfOperation } from './edge-index.js';
import { find } from './lookup.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Percentage } from './elements/literals.js';
import type { Operation } from './elements/operations.js';
import type { Service } from './elements/services.js';
import type { Percentile, Slo } from './elements/slo.js';
import type { Model } from './model.js';
import type { Span } from './span.js';

/** Something with an objective of its own and the calls that it waits for. */
export interface ServiceLevelUnit {
  readonly id: ElementId;
  readonly service: Service;
  readonly operation?: Operation;
  readonly slo: Slo;
  /** Calls that answering a request may make. */
  readonly calls: readonly Call[];
}

/**
 * Units whose objectives can be held against what they call: each service with an `slo` and the
 * calls that belong to no operation or handler, and each operation that has objectives or calls of
 * its own. An operation without its own figures answers for its service's.
 */
export function serviceLevelUnits(model: Model): readonly ServiceLevelUnit[] {
  let known = cache.get(model);
  if (!known) cache.set(model, (known = collect(model)));
  return known;
}

const cache = new WeakMap<Model, readonly ServiceLevelUnit[]>();

function collect(model: Model): ServiceLevelUnit[] {
  const { operations, services } = model;
  const units: ServiceLevelUnit[] = [];
  for (const service of services) {
    const { id, slo } = service;
    if (slo) units.push({ id, service, slo, calls: callsAsAWhole(model, id) });
  }
  const noneCalls = !model.calls.some(({ fromOperation }) => fromOperation !== undefined);
  for (const operation of operations) {
    if (noneCalls && !operation.slo) continue;
    const own = callsOfOperation(model, operation.id);
    if (!operation.slo && own.length === 0) continue;
    const service = find(model, 'service', operation.service);
    if (!service) continue;
    const slo = {
      ...service.slo,
      ...operation.slo,
      spans: { ...service.slo?.spans, ...operation.slo?.spans },
    };
    const calls = own.length > 0 ? own : callsAsAWhole(model, service.id);
    units.push({ id: operation.id, service, operation, slo, calls });
  }
  return units;
}

/** The callee's target for a percentile: the operation's, else its service's. */
export function latencyTarget(
  model: Model,
  call: Call,
  percentile: Percentile,
): number | undefined {
  return (
    find(model, 'operation', call.toOperation)?.slo?.[percentile] ??
    sloOfService(model, call.toService)?.[percentile]
  );
}

/** The callee's availability target: the operation's, else its service's. */
export function availabilityTarget(model: Model, call: Call): Percentage | undefined {
  return (
    find(model, 'operation', call.toOperation)?.slo?.availability ??
    sloOfService(model, call.toService)?.availability
  );
}

function sloOfService(model: Model, id: ElementId): Slo | undefined {
  const element = model.elements.get(id);
  return element?.kind === 'service' || element?.kind === 'external' ? element.slo : undefined;
}

/** Where to show a finding about a unit's objective. */
export function objectiveSpan(unit: ServiceLevelUnit, figure: keyof Slo['spans']): Span {
  return unit.slo.spans[figure] ?? unit.operation?.nameSpan ?? unit.service.nameSpan;
}
