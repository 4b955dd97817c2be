import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';

/** What a service is made of, as far as the model says. */
export interface ServiceSize {
  readonly operations: number;
  /** Events that it subscribes to and commands that it handles outside of operations. */
  readonly handlers: number;
  /** Aggregates that it `owns`. */
  readonly aggregates: number;
}

const none: ServiceSize = { operations: 0, handlers: 0, aggregates: 0 };
const cache = new WeakMap<Model, ReadonlyMap<ElementId, ServiceSize>>();

/** The size of a service. */
export function sizeOf(model: Model, service: ElementId): ServiceSize {
  let sizes = cache.get(model);
  if (!sizes) cache.set(model, (sizes = measure(model)));
  return sizes.get(service) ?? none;
}

function measure(model: Model): ReadonlyMap<ElementId, ServiceSize> {
  const sizes = new Map<ElementId, Counted>();
  for (const { id, owns } of model.services) {
    const aggregates =
      owns.length < 2 ? owns.length : new Set(owns.map(({ target }) => target)).size;
    sizes.set(id, { operations: 0, handlers: 0, aggregates });
  }
  let last: { readonly id: ElementId; readonly size: Counted | undefined } | undefined;
  for (const { service } of model.operations) {
    // Operations of a service stand together.
    if (last?.id !== service) last = { id: service, size: sizes.get(service) };
    if (last.size) last.size.operations++;
  }
  const isNew = firsts();
  for (const { service, event } of model.subscriptions) {
    const size = sizes.get(service);
    if (size && isNew(service, event)) size.handlers++;
  }
  for (const { service, command, operation } of model.handlings) {
    const size = operation === undefined ? sizes.get(service) : undefined;
    if (size && isNew(service, command)) size.handlers++;
  }
  return sizes;
}

type Counted = { -readonly [K in keyof ServiceSize]: ServiceSize[K] };

/** Tells whether a service is asked about with a message for the first time. */
function firsts(): (service: ElementId, message: ElementId) => boolean {
  const only = new Map<ElementId, ElementId>();
  /** Of services with several. */
  const all = new Map<ElementId, Set<ElementId>>();
  return (service, message) => {
    const first = only.get(service);
    if (first === undefined) {
      only.set(service, message);
      return true;
    }
    if (first === message) return false;
    const others = all.get(service);
    if (others?.has(message)) return false;
    if (others) others.add(message);
    else all.set(service, new Set([message]));
    return true;
  };
}
