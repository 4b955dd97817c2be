import { publicationsOf } from './edge-index.js';
import { digraphOf, stronglyConnectedComponents, type Components, type Digraph } from './graph.js';
import { find } from './lookup.js';
import type { Publication } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { serviceNumbers, type Numbers } from './service-numbers.js';
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
export interface ServiceDependencyGraph extends Digraph, Numbers {
  readonly components: Components;
  readonly pairs: readonly ServiceDependency[];
  /** The nodes of each pair. */
  readonly from: readonly number[];
  readonly to: readonly number[];
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
  for (const {
    id,
    fromService: from,
    toService: to,
    to: target,
    targetSpan: span,
  } of model.calls) {
    if (from !== undefined && from !== to) {
      result.push({ from, to, via: 'call', edge: id, target, span });
    }
  }
  for (const { id, service: from, event: target, targetSpan: span } of model.subscriptions) {
    const publications = publicationsOf(model, target);
    for (let at = 0; at < publications.length; at++) {
      const to = publications[at]!.service;
      if (to === from || (at > 0 && isAmong(publications, at, to))) continue;
      result.push({ from, to, via: 'subscription', edge: id, target, span });
    }
  }
  for (const { id, service: from, store: target, targetSpan: span } of model.accesses) {
    const to = find(model, 'store', target)?.owner;
    if (to === undefined || to === from) continue;
    result.push({ from, to, via: 'access', edge: id, target, span });
  }
  return result;
}

/** Whether a service is the publisher already of one of the first few. */
function isAmong(publications: readonly Publication[], first: number, service: ElementId): boolean {
  for (let at = 0; at < first; at++) if (publications[at]!.service === service) return true;
  return false;
}

const graphs = new WeakMap<Model, ServiceDependencyGraph>();

/** The graph of `serviceDependencies`; its nodes are all services, then the externals. */
export function serviceDependencyGraph(model: Model): ServiceDependencyGraph {
  const known = graphs.get(model);
  if (known) return known;
  const numbers = serviceNumbers(model);
  const graph = graphOf(numbers, serviceDependencies(model), numbers.ids.length);
  graphs.set(model, graph);
  return graph;
}

/**
 * The same between services alone, to look for rings in: a system that others run and that calls
 * or listens back closes none of ours.
 */
export function dependencyGraphOfServicesAlone(model: Model): ServiceDependencyGraph {
  const graph = serviceDependencyGraph(model);
  const { length } = model.services;
  // Externals have the last numbers; most of them depend on nothing.
  if ((graph.first[graph.size] ?? 0) === (graph.first[length] ?? 0)) return graph;
  return graphOf(graph, graph.pairs, length);
}

/** @param below both ends of a pair have numbers below this */
function graphOf(
  { ids, numberOf }: Numbers,
  dependencies: readonly ServiceDependency[],
  below: number,
): ServiceDependencyGraph {
  const pairs: ServiceDependency[] = [];
  const [fromNodes, toNodes]: [number[], number[]] = [[], []];
  for (const pair of dependencies) {
    const from = numberOf(pair.from) ?? below;
    const to = numberOf(pair.to) ?? below;
    if (from >= below || to >= below) continue;
    pairs.push(pair);
    fromNodes.push(from);
    toNodes.push(to);
  }
  const graph = digraphOf(ids.length, fromNodes, toNodes);
  const components = stronglyConnectedComponents(graph);
  return { ...graph, ids, numberOf, components, pairs, from: fromNodes, to: toNodes };
}
