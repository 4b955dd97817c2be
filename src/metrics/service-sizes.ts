import type { ElementId, Model } from '../model/model.js';

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

function measure(model: Model): Map<ElementId, ServiceSize> {
  const operations = new Map<ElementId, number>();
  for (const { service } of model.operations) {
    operations.set(service, (operations.get(service) ?? 0) + 1);
  }
  const handlers = new Map<ElementId, Set<ElementId>>();
  const handle = (service: ElementId, message: ElementId) => {
    const known = handlers.get(service);
    if (known) known.add(message);
    else handlers.set(service, new Set([message]));
  };
  for (const { service, event } of model.subscriptions) handle(service, event);
  for (const { service, command, operation } of model.handlings) {
    if (operation === undefined) handle(service, command);
  }
  return new Map(
    model.services.map(({ id, owns }) => [
      id,
      {
        operations: operations.get(id) ?? 0,
        handlers: handlers.get(id)?.size ?? 0,
        aggregates: owns.length < 2 ? owns.length : new Set(owns.map(({ target }) => target)).size,
      },
    ]),
  );
}
