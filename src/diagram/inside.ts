import { kindOfId, nameOfId } from '../model/lookup.js';
import type { Context, ElementId, Event, Model, Service, Store } from '../model/model.js';
import type { EdgeStyle } from './picture.js';
import type { Selection } from './select.js';

/** The inside of an opened context, before layout. */
export interface Inside {
  readonly services: readonly Service[];
  readonly stores: readonly Store[];
  readonly events: readonly Event[];
  readonly edges: readonly InsideEdge[];
}

export interface InsideEdge {
  readonly id: ElementId;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly style: EdgeStyle;
  readonly label?: string;
}

/** Services, stores and events of a context, and what happens between them. Sorted by id. */
export function insideOf(model: Model, context: Context, selection: Selection): Inside {
  const services = model.services.filter((service) => service.context === context.id).sort(byId);
  const own = new Set<ElementId>(services.map(({ id }) => id));
  const stores = selection.shows('stores')
    ? model.stores.filter((store) => store.context === context.id).sort(byId)
    : [];
  const publishers = model.publications.filter(({ service }) => own.has(service));
  const published = new Set(publishers.map(({ event }) => event));
  const events = selection.shows('events')
    ? model.events
        .filter(({ id }) => published.has(id) || belongsTo(model, id, context.id))
        .sort(byId)
    : [];
  const nodes = new Set<ElementId>([...own, ...stores.map(({ id }) => id), ...events.map(({ id }) => id)]);
  const edges = new Map<string, InsideEdge>();
  const add = (edge: InsideEdge) => {
    const key = `${edge.style} ${edge.from} ${edge.to}`;
    if (edge.from !== edge.to && nodes.has(edge.from) && nodes.has(edge.to) && !edges.has(key)) {
      edges.set(key, edge);
    }
  };
  for (const call of model.calls) {
    if (call.fromService !== undefined) {
      add({ id: call.id, from: call.fromService, to: call.toService, style: 'call' });
    }
  }
  for (const { id, service, event } of publishers) add({ id, from: service, to: event, style: 'publish' });
  for (const { id, service, event } of model.subscriptions) {
    add({ id, from: event, to: service, style: 'subscribe' });
  }
  for (const { service, command, id } of model.sendings) {
    for (const handling of model.handlings) {
      if (handling.command !== command) continue;
      const label = lastPart(nameOfId(command));
      add({ id, from: service, to: handling.service, style: 'command', label });
    }
  }
  for (const store of stores) {
    if (store.owner !== undefined && kindOfId(store.owner) === 'service') {
      add({ id: `use:${nameOfId(store.owner)}->${nameOfId(store.id)}`, from: store.owner, to: store.id, style: 'use' });
    }
  }
  for (const { id, service, store } of model.accesses) {
    add({ id, from: service, to: store, style: 'access' });
  }
  return { services, stores, events, edges: [...edges.values()].sort(byId) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function belongsTo(model: Model, id: ElementId, context: ElementId): boolean {
  for (let current: ElementId | undefined = id; current !== undefined; ) {
    if (current === context) return true;
    current = model.elements.get(current)?.parent;
  }
  return false;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
