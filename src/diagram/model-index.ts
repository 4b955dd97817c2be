import { contextOf } from '../model/lookup.js';
import type { Api } from '../model/elements/apis.js';
import type {
  Access,
  Call,
  Handling,
  Publication,
  Sending,
  Subscription,
} from '../model/elements/edges.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Event } from '../model/elements/messages.js';
import type { Service } from '../model/elements/services.js';
import type { Store } from '../model/elements/store.js';
import type { Model } from '../model/model.js';

/** Lists by the id that diagrams ask for, each in the order of ids. */
export interface ModelIndex {
  readonly servicesOf: (context: ElementId) => readonly Service[];
  readonly storesOf: (context: ElementId) => readonly Store[];
  readonly eventsOf: (context: ElementId) => readonly Event[];
  readonly apisOf: (service: ElementId) => readonly Api[];
  readonly callsFrom: (service: ElementId) => readonly Call[];
  readonly callsByActor: (actor: ElementId) => readonly Call[];
  readonly publishedBy: (service: ElementId) => readonly Publication[];
  readonly publishersOf: (event: ElementId) => readonly Publication[];
  readonly subscribedBy: (service: ElementId) => readonly Subscription[];
  readonly sentBy: (service: ElementId) => readonly Sending[];
  readonly handlersOf: (command: ElementId) => readonly Handling[];
  readonly accessesOf: (service: ElementId) => readonly Access[];
}

const indexes = new WeakMap<Model, ModelIndex>();

/** The index of a model; made once, as models never change. */
export function indexOf(model: Model): ModelIndex {
  let index = indexes.get(model);
  if (!index) indexes.set(model, (index = build(model)));
  return index;
}

function build(model: Model): ModelIndex {
  return {
    servicesOf: grouped(
      () => model.services,
      ({ context }) => context,
    ),
    storesOf: grouped(
      () => model.stores,
      ({ context }) => context,
    ),
    eventsOf: grouped(
      () => model.events,
      ({ id }) => contextOf(model, id)?.id,
    ),
    apisOf: grouped(
      () => model.apis,
      ({ service }) => service,
    ),
    callsFrom: grouped(
      () => model.calls,
      ({ fromService }) => fromService,
    ),
    callsByActor: grouped(
      () => model.calls,
      ({ from, fromService }) => (fromService === undefined ? from : undefined),
    ),
    publishedBy: grouped(
      () => model.publications,
      ({ service }) => service,
    ),
    publishersOf: grouped(
      () => model.publications,
      ({ event }) => event,
    ),
    subscribedBy: grouped(
      () => model.subscriptions,
      ({ service }) => service,
    ),
    sentBy: grouped(
      () => model.sendings,
      ({ service }) => service,
    ),
    handlersOf: grouped(
      () => model.handlings,
      ({ command }) => command,
    ),
    accessesOf: grouped(
      () => model.accesses,
      ({ service }) => service,
    ),
  };
}

/** Groups when it is first asked, and puts only those groups in order that are asked for. */
function grouped<T extends { readonly id: string }>(
  items: () => readonly T[],
  keyOf: (item: T) => string | undefined,
): (key: string) => readonly T[] {
  let groups: Map<string, T[]> | undefined;
  const sorted = new Set<string>();
  return (key) => {
    groups ??= groupsOf(items(), keyOf);
    const group = groups.get(key);
    if (group && !sorted.has(key)) {
      group.sort(byId);
      sorted.add(key);
    }
    return group ?? [];
  };
}

function groupsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Orders by id, the same on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
