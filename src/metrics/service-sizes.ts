import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { serviceNumbers } from '../model/service-numbers.js';

/** What a service is made of, as far as the model says. */
export interface ServiceSize {
  readonly operations: number;
  /** Events that it subscribes to and commands that it handles outside of operations. */
  readonly handlers: number;
  /** Aggregates that it `owns`. */
  readonly aggregates: number;
}

const cache = new WeakMap<Model, readonly ServiceSize[]>();

/** The sizes of all services, in the order of `model.services`. */
export function serviceSizes(model: Model): readonly ServiceSize[] {
  let sizes = cache.get(model);
  if (!sizes) cache.set(model, (sizes = measure(model)));
  return sizes;
}

function measure(model: Model): readonly ServiceSize[] {
  const sizes = model.services.map(({ owns }): Counted => {
    const aggregates =
      owns.length < 2 ? owns.length : new Set(owns.map(({ target }) => target)).size;
    return { operations: 0, handlers: 0, aggregates };
  });
  const { numberOf } = serviceNumbers(model);
  // What belongs to a service stands together.
  let [last, number]: [ElementId, number] = ['', -1];
  const numberOfOwner = (service: ElementId) => {
    if (service !== last) number = numberOf((last = service)) ?? -1;
    return number;
  };
  for (const { service } of model.operations) {
    const size = sizes[numberOfOwner(service)];
    if (size) size.operations++;
  }
  const isNew = firsts();
  const hears = (service: ElementId, message: ElementId) => {
    const size = sizes[numberOfOwner(service)];
    if (size && isNew(number, message)) size.handlers++;
  };
  for (const { service, event } of model.subscriptions) hears(service, event);
  for (const { service, command, operation } of model.handlings) {
    if (operation === undefined) hears(service, command);
  }
  return sizes;
}

type Counted = { -readonly [K in keyof ServiceSize]: ServiceSize[K] };

/** Tells whether a service is asked about with a message for the first time. */
function firsts(): (service: number, message: ElementId) => boolean {
  const only: (ElementId | undefined)[] = [];
  /** Of services with several, those behind the first. */
  const others = new Map<number, Set<ElementId>>();
  return (service, message) => {
    const first = only[service];
    if (first === undefined) {
      only[service] = message;
      return true;
    }
    if (first === message) return false;
    const known = others.get(service);
    if (known?.has(message)) return false;
    if (known) known.add(message);
    else others.set(service, new Set([message]));
    return true;
  };
}
