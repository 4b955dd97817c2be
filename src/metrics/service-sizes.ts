import type { Handling, Subscription } from '../model/elements/edges.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Operation } from '../model/elements/operations.js';
import type { Service } from '../model/elements/services.js';
import type { Model } from '../model/model.js';
import { serviceNumbers, type Numbers } from '../model/service-numbers.js';

/** What services are made of, as far as the model says, each in the order of `model.services`. */
export interface ServiceSizes {
  readonly operations: Int32Array;
  /** Events that it subscribes to and commands that it handles outside of operations. */
  readonly handlers: Int32Array;
  /** Aggregates that it `owns`. */
  readonly aggregates: Int32Array;
}

const cache = new WeakMap<Model, ServiceSizes>();

/** The sizes of all services. */
export function serviceSizes(model: Model): ServiceSizes {
  const known = cache.get(model);
  if (known) return known;
  const collector = new SizeCollector(model);
  for (const service of model.services) collector.service(service);
  for (const operation of model.operations) collector.operation(operation);
  for (const subscription of model.subscriptions) collector.subscription(subscription);
  for (const handling of model.handlings) collector.handling(handling);
  return collector.end();
}

/**
 * Adds up the sizes of services, part by part, each kind in the order of the model. Whoever looks at
 * all parts anyway may show them: then `serviceSizes` need not.
 */
export class SizeCollector {
  readonly #model: Model;
  readonly #numberOf: Numbers['numberOf'];
  readonly #sizes: ServiceSizes;
  #services = 0;
  /** The service of the last part: what belongs to one stands together. */
  #last: ElementId = '';
  #number = -1;
  /** Of each service the message that it heard of first. */
  readonly #first: (ElementId | undefined)[] = [];
  /** Of services that hear of several, those behind the first. */
  readonly #others = new Map<number, Set<ElementId>>();

  constructor(model: Model) {
    const { length } = model.services;
    this.#model = model;
    this.#numberOf = serviceNumbers(model).numberOf;
    this.#sizes = {
      operations: new Int32Array(length),
      handlers: new Int32Array(length),
      aggregates: new Int32Array(length),
    };
  }

  service({ owns }: Service): void {
    const count = owns.length < 2 ? owns.length : new Set(owns.map(({ target }) => target)).size;
    this.#sizes.aggregates[this.#services++] = count;
  }

  operation({ service }: Operation): void {
    const number = this.#numberOfOwner(service);
    if (number >= 0) this.#sizes.operations[number]! += 1;
  }

  subscription({ service, event }: Subscription): void {
    this.#hear(service, event);
  }

  handling({ service, command, operation }: Handling): void {
    if (operation === undefined) this.#hear(service, command);
  }

  /** When all parts were shown. */
  end(): ServiceSizes {
    cache.set(this.#model, this.#sizes);
    return this.#sizes;
  }

  /** −1 for an external. */
  #numberOfOwner(service: ElementId): number {
    if (service !== this.#last) {
      const number = this.#numberOf(service) ?? -1;
      this.#last = service;
      this.#number = number < this.#sizes.operations.length ? number : -1;
    }
    return this.#number;
  }

  #hear(service: ElementId, message: ElementId): void {
    const number = this.#numberOfOwner(service);
    if (number < 0 || !this.#isNew(number, message)) return;
    this.#sizes.handlers[number]! += 1;
  }

  #isNew(number: number, message: ElementId): boolean {
    const first = this.#first[number];
    if (first === undefined) {
      this.#first[number] = message;
      return true;
    }
    if (first === message) return false;
    const others = this.#others.get(number);
    if (others?.has(message)) return false;
    if (others) others.add(message);
    else this.#others.set(number, new Set([message]));
    return true;
  }
}
