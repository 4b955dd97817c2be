import type {
  Access,
  Call,
  Handling,
  Publication,
  Sending,
  Subscription,
} from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Operation } from './elements/operations.js';
import type { Model } from './model.js';

type Key<T> = (item: T) => ElementId | undefined;
const indexes = new WeakMap<object, Map<unknown, unknown>>();

/**
 * The items of a list of the model by a key, in their order; items without the key are left out.
 * Made once for each list and key, so `key` must be one function, not a new one for each question.
 */
export function indexBy<T>(list: readonly T[], key: Key<T>): ReadonlyMap<ElementId, readonly T[]> {
  let ofList = indexes.get(list);
  if (!ofList) indexes.set(list, (ofList = new Map()));
  const known = ofList.get(key) as ReadonlyMap<ElementId, readonly T[]> | undefined;
  if (known) return known;
  const index = new Map<ElementId, T[]>();
  for (const item of list) {
    const at = key(item);
    if (at === undefined) continue;
    const items = index.get(at);
    if (items) items.push(item);
    else index.set(at, [item]);
  }
  ofList.set(key, index);
  return index;
}

const caller: Key<Call> = (call) => call.fromService;
const callee: Key<Call> = (call) => call.toService;
const answering: Key<Call> = (call) => call.toOperation;
const asking: Key<Call> = (call) => call.fromOperation;
const handler: Key<Call> = (call) => call.handler;
const maker: Key<Call> = ({ fromService, fromOperation, handler }) =>
  fromOperation === undefined && handler === undefined ? fromService : undefined;
const event: Key<Subscription | Publication> = (edge) => edge.event;
const api: Key<Operation> = (operation) => operation.api;
const command: Key<Handling | Sending> = (edge) => edge.command;
const store: Key<Access> = (edge) => edge.store;
const service: Key<Subscription | Publication> = (edge) => edge.service;

/** Calls that a service or external makes, those of its operations and handlers included. */
export function callsFrom(model: Model, service: ElementId): readonly Call[] {
  return indexBy(model.calls, caller).get(service) ?? [];
}

/** Calls that a service or external answers. */
export function callsTo(model: Model, service: ElementId): readonly Call[] {
  return indexBy(model.calls, callee).get(service) ?? [];
}

/** Calls that name this operation. */
export function callsToOperation(model: Model, operation: ElementId): readonly Call[] {
  return indexBy(model.calls, answering).get(operation) ?? [];
}

/** Calls in the block of an operation. */
export function callsOfOperation(model: Model, operation: ElementId): readonly Call[] {
  return indexBy(model.calls, asking).get(operation) ?? [];
}

/** Calls that a service makes as a whole, outside of operations and handlers. */
export function callsAsAWhole(model: Model, service: ElementId): readonly Call[] {
  return indexBy(model.calls, maker).get(service) ?? [];
}

/** Calls in the block of a subscription or handling. */
export function callsOfHandler(model: Model, edge: ElementId): readonly Call[] {
  return indexBy(model.calls, handler).get(edge) ?? [];
}

export function subscriptionsTo(model: Model, id: ElementId): readonly Subscription[] {
  return indexBy(model.subscriptions, event as Key<Subscription>).get(id) ?? [];
}

export function publicationsOf(
  model: Pick<Model, 'publications'>,
  id: ElementId,
): readonly Publication[] {
  return indexBy(model.publications, event as Key<Publication>).get(id) ?? [];
}

export function handlingsOf(model: Model, id: ElementId): readonly Handling[] {
  return indexBy(model.handlings, command as Key<Handling>).get(id) ?? [];
}

export function sendingsOf(model: Model, id: ElementId): readonly Sending[] {
  return indexBy(model.sendings, command as Key<Sending>).get(id) ?? [];
}

/** Operations of an API, and of another one of its id. */
export function operationsByApi(model: Model): ReadonlyMap<ElementId, readonly Operation[]> {
  return indexBy(model.operations, api);
}

/** Who reads or writes a store. */
export function accessesOf(model: Model, id: ElementId): readonly Access[] {
  return indexBy(model.accesses, store).get(id) ?? [];
}

/** What a service or external publishes. */
export function publishedBy(model: Model, id: ElementId): readonly Publication[] {
  return indexBy(model.publications, service as Key<Publication>).get(id) ?? [];
}

/** What a service or external subscribes to. */
export function subscribedBy(model: Model, id: ElementId): readonly Subscription[] {
  return indexBy(model.subscriptions, service as Key<Subscription>).get(id) ?? [];
}
