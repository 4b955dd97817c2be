import { contextOf, find } from '../model/lookup.js';
import type { Context } from '../model/elements/context.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { simpleName } from './labels.js';
import { eventNode, foreignNode, serviceNode, storeNode, type SizedNode } from './measure.js';
import { byId, indexOf, type ModelIndex } from './model-index.js';
import type { EdgeStyle } from './picture.js';
import type { Selection } from './select.js';

/** The inside of an opened context, before layout. */
export interface Inside {
  readonly nodes: readonly SizedNode[];
  readonly edges: readonly InsideEdge[];
}

export interface InsideEdge {
  readonly id: ElementId;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly style: EdgeStyle;
  readonly label?: string;
}

/**
 * Services, stores and events of a context, what happens between them, and as ghosts what they
 * need of other contexts. Sorted by id.
 */
export function insideOf(model: Model, context: Context, selection: Selection): Inside {
  const part = ({ id }: { readonly id: ElementId }) => selection.showsPart(context.id, id);
  const index = indexOf(model);
  const services = index.servicesOf(context.id).filter(part);
  const stores = selection.shows('stores') ? index.storesOf(context.id).filter(part) : [];
  const content = new Content(model, context, selection);
  for (const service of services) content.add(serviceNode(model, service, selection));
  for (const store of stores) content.add(storeNode(store));
  const ids = services.map(({ id }) => id);
  if (selection.shows('events')) {
    for (const event of index.eventsOf(context.id).filter(part)) content.add(eventNode(event));
    eventEdges(index, ids, content);
  } else {
    directEventEdges(index, ids, content);
  }
  for (const id of ids) {
    for (const call of index.callsFrom(id)) content.edge(call.id, id, call.toService, 'call');
    commandEdges(index, id, content);
    for (const access of index.accessesOf(id)) {
      if (selection.shows('stores')) content.edge(access.id, id, access.store, 'access');
    }
  }
  for (const { id, owner } of stores) {
    if (owner !== undefined) content.edge(id, owner, id, 'use');
  }
  return { nodes: content.nodes(), edges: content.edges() };
}

/** Events are boxes: dashed arrows lead to them from who publishes and from them to who listens. */
function eventEdges(index: ModelIndex, services: readonly ElementId[], content: Content): void {
  for (const service of services) {
    for (const { id, event } of index.publishedBy(service))
      content.edge(id, service, event, 'publish');
    for (const { id, event } of index.subscribedBy(service)) {
      content.edge(id, event, service, 'subscribe');
    }
  }
}

/** Events are not shown: a dashed arrow with the event's name leads from publisher to listener. */
function directEventEdges(
  index: ModelIndex,
  services: readonly ElementId[],
  content: Content,
): void {
  for (const service of services) {
    for (const { id, event } of index.subscribedBy(service)) {
      for (const publication of index.publishersOf(event)) {
        content.edge(id, publication.service, service, 'subscribe', simpleName(event));
      }
    }
  }
}

function commandEdges(index: ModelIndex, service: ElementId, content: Content): void {
  for (const { id, command } of index.sentBy(service)) {
    for (const handling of index.handlersOf(command)) {
      content.edge(id, service, handling.service, 'command', simpleName(command));
    }
  }
}

/** Collects boxes and arrows; several arrows of a kind between the same boxes become one. */
class Content {
  readonly #model: Model;
  readonly #context: Context;
  readonly #selection: Selection;
  readonly #nodes = new Map<string, SizedNode>();
  readonly #edges = new Map<string, { edge: InsideEdge; labels: Set<string> }>();

  constructor(model: Model, context: Context, selection: Selection) {
    this.#model = model;
    this.#context = context;
    this.#selection = selection;
  }

  add(node: SizedNode): void {
    this.#nodes.set(node.id, node);
  }

  edge(id: ElementId, from: ElementId, to: ElementId, style: EdgeStyle, label?: string): void {
    const [source, target] = [this.#nodeFor(from), this.#nodeFor(to)];
    if (source === undefined || target === undefined || source === target) return;
    const key = `${style} ${source} ${target}`;
    const known = this.#edges.get(key);
    if (known) {
      if (label !== undefined) known.labels.add(label);
      return;
    }
    const labels = new Set(label === undefined ? [] : [label]);
    this.#edges.set(key, { edge: { id, from: source, to: target, style }, labels });
  }

  nodes(): SizedNode[] {
    return [...this.#nodes.values()].sort(byId);
  }

  edges(): InsideEdge[] {
    return [...this.#edges.values()]
      .map(({ edge, labels }) =>
        labels.size === 0 ? edge : { ...edge, label: [...labels].sort().join(', ') },
      )
      .sort(byEnds);
  }

  /** The node of an element; for another context's element a ghost, made when it is first met. */
  #nodeFor(id: ElementId): string | undefined {
    if (this.#nodes.has(id)) return id;
    const ghost = `${id}@${this.#context.id}`;
    if (this.#nodes.has(ghost)) return ghost;
    const element = this.#model.elements.get(id);
    const context = contextOf(this.#model, id);
    // What belongs to this context and has no box was left out on purpose.
    if (!element || context?.id === this.#context.id) return undefined;
    if (this.#selection.excludes(id)) return undefined;
    const owner = context ?? find(this.#model, 'external', element.parent);
    this.#nodes.set(ghost, foreignNode(ghost, element, owner));
    return ghost;
  }
}

function byEnds(a: InsideEdge, b: InsideEdge): number {
  const key = ({ id, from, to, style }: InsideEdge) => `${id} ${from} ${to} ${style}`;
  return key(a) < key(b) ? -1 : 1;
}
