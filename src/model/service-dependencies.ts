import { publicationsOf } from './edge-index.js';
import { digraph, stronglyConnectedComponents, type Components, type Digraph } from './graph.js';
import type { ElementId, Model } from './model.js';
import type { Span } from './span.js';

/** One piece of evidence that a service needs another one (or an external). */
export interface ServiceDependency {
  /** Caller, subscriber or reader. */
  readonly from: ElementId;
  /** Callee, publisher or owner of the store. */
  readonly to: ElementId;
  readonly via: 'call' | 'subscription' | 'access';
  /** Id of the edge. */
  readonly edge: ElementId;
  /** The operation, event or store that is needed. */
  readonly target: ElementId;
  readonly span: Span;
}

/** Dep, the graph of all dependencies between services; `pairs` are the evidence of its edges. */
export interface ServiceDependencyGraph extends Digraph {
  readonly ids: readonly ElementId[];
  readonly indexOf: ReadonlyMap<ElementId, number>;
  readonly components: Components;
  readonly pairs: readonly ServiceDependency[];
  /** The nodes of each pair. */
  readonly nodes: readonly (readonly [from: number, to: number])[];
}

const lists = new WeakMap<Model, readonly ServiceDependency[]>();

/**
 * Dep = synchronous calls + (subscriber, publisher) + (reader or writer, owner of the store), in
 * the order of the model. An event that nobody publishes and a store without an owner add nothing.
 */
export function serviceDependencies(model: Model): readonly ServiceDependency[] {
  let known = lists.get(model);
  if (!known) lists.set(model, (known = collect(model)));
  return known;
}

function collect(model: Model): ServiceDependency[] {
  const result: ServiceDependency[] = [];
  const add = (dependency: ServiceDependency) => {
    if (dependency.from !== dependency.to) result.push(dependency);
  };
  for (const { id, fromService, toService, to, targetSpan } of model.calls) {
    if (fromService === undefined) continue;
    add({ from: fromService, to: toService, via: 'call', edge: id, target: to, span: targetSpan });
  }
  for (const { id, service, event, targetSpan } of model.subscriptions) {
    const publications = publicationsOf(model, event);
    for (const [index, { service: to }] of publications.entries()) {
      const first = publications.findIndex((other) => other.service === to);
      if (first < index) continue;
      add({ from: service, to, via: 'subscription', edge: id, target: event, span: targetSpan });
    }
  }
  for (const { id, service, store, targetSpan } of model.accesses) {
    const element = model.elements.get(store);
    const to = element?.kind === 'store' ? element.owner : undefined;
    if (to === undefined) continue;
    add({ from: service, to, via: 'access', edge: id, target: store, span: targetSpan });
  }
  return result;
}

const graphs = new WeakMap<Model, ServiceDependencyGraph>();

/** The graph of `serviceDependencies`; its nodes are all services, then the externals. */
export function serviceDependencyGraph(model: Model): ServiceDependencyGraph {
  const known = graphs.get(model);
  if (known) return known;
  const ids = [...model.services, ...model.externals].map(({ id }) => id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const pairs = serviceDependencies(model);
  const edges = pairs.map(
    ({ from, to }) => [indexOf.get(from) ?? -1, indexOf.get(to) ?? -1] as const,
  );
  const graph = digraph(ids.length, edges);
  const components = stronglyConnectedComponents(graph);
  const result = { ...graph, ids, indexOf, components, pairs, nodes: edges };
  graphs.set(model, result);
  return result;
}
