import { digraphOf, stronglyConnectedComponents, type Components, type Digraph } from './graph.js';
import type { Call, ElementId, Model, Operation } from './model.js';

/** A graph whose nodes are element ids. */
export interface IdGraph extends Digraph {
  readonly ids: readonly ElementId[];
  readonly indexOf: ReadonlyMap<ElementId, number>;
  readonly components: Components;
  /** The call behind each edge (by the edge's index). */
  readonly calls: readonly Call[];
}

/** Collects the edges of a graph. */
class EdgeList {
  readonly #indexOf = new Map<ElementId, number>();
  readonly #ids: ElementId[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #calls: Call[] = [];

  node(id: ElementId): number {
    let index = this.#indexOf.get(id);
    if (index === undefined) {
      index = this.#ids.push(id) - 1;
      this.#indexOf.set(id, index);
    }
    return index;
  }

  add(from: number, to: number, call: Call): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#calls.push(call);
  }

  graph(): IdGraph {
    const ids = this.#ids;
    const graph = digraphOf(ids.length, this.#from, this.#to);
    const components = stronglyConnectedComponents(graph);
    return { ...graph, ids, indexOf: this.#indexOf, components, calls: this.#calls };
  }
}

const serviceGraphs = new WeakMap<Model, IdGraph>();

/**
 * The synchronous calls between services (and externals): K_sync, one edge for each call.
 * A service's calls to itself are left out.
 */
export function serviceGraph(model: Model): IdGraph {
  let graph = serviceGraphs.get(model);
  if (!graph) {
    const edges = new EdgeList();
    for (const call of model.calls) {
      const { fromService: from, toService: to } = call;
      if (from !== undefined && from !== to) edges.add(edges.node(from), edges.node(to), call);
    }
    graph = edges.graph();
    serviceGraphs.set(model, graph);
  }
  return graph;
}

const operationGraphs = new WeakMap<Model, IdGraph>();

/**
 * Calls declared for an operation or handler, between operations and handlers. A synchronous call
 * reaches an operation, never a handler, so handlers have no incoming edges.
 */
export function operationGraph(model: Model): IdGraph {
  let graph = operationGraphs.get(model);
  if (!graph) {
    const edges = new EdgeList();
    for (const call of model.calls) {
      const from = call.fromOperation ?? call.handler;
      const to = call.toOperation;
      if (from !== undefined && to !== undefined) edges.add(edges.node(from), edges.node(to), call);
    }
    graph = edges.graph();
    operationGraphs.set(model, graph);
  }
  return graph;
}

const requestGraphs = new WeakMap<Model, IdGraph>();

/**
 * What happens while a request is answered: nodes are operations and services. An operation leads
 * to what its own block calls; where it declares nothing, to what its service calls as a whole. A
 * service (called without naming an operation) leads to everything that it calls outside of
 * handlers. Ids of services stand for calls that name no operation.
 */
export function requestGraph(model: Model): IdGraph {
  let graph = requestGraphs.get(model);
  if (graph) return graph;
  const own = new Set<ElementId>();
  const byService = new Map<ElementId, Call[]>();
  for (const call of model.calls) {
    if (call.fromOperation !== undefined) own.add(call.fromOperation);
    if (call.fromService === undefined || call.handler !== undefined) continue;
    const list = byService.get(call.fromService);
    if (list) list.push(call);
    else byService.set(call.fromService, [call]);
  }
  const edges = new EdgeList();
  const targets = new Map<ElementId, readonly number[]>();
  for (const [service, calls] of byService) {
    const from = edges.node(service);
    const nodes: number[] = [];
    for (const call of calls) {
      const to = edges.node(call.toOperation ?? call.toService);
      nodes.push(to);
      edges.add(from, to, call);
      if (call.fromOperation !== undefined) edges.add(edges.node(call.fromOperation), to, call);
    }
    targets.set(service, nodes);
  }
  for (const operation of model.operations) {
    const calls = byService.get(operation.service);
    if (!calls || own.has(operation.id)) continue;
    const nodes = targets.get(operation.service) ?? [];
    let from: number | undefined;
    for (const [index, call] of calls.entries()) {
      if (call.fromOperation !== undefined) continue;
      edges.add((from ??= edges.node(operation.id)), nodes[index] ?? 0, call);
    }
  }
  graph = edges.graph();
  requestGraphs.set(model, graph);
  return graph;
}

/** Where requests enter: an operation, or a service called without naming one. */
export interface Entry {
  readonly id: ElementId;
  readonly service: ElementId;
  readonly operation?: Operation;
}

const entries = new WeakMap<Model, readonly Entry[]>();

/**
 * Operations that an actor, an external, a gateway or a frontend calls, or that are public, in the
 * order of the model; services where such a call names no operation.
 */
export function entriesOf(model: Model): readonly Entry[] {
  let known = entries.get(model);
  if (known) return known;
  const outside = new Set<ElementId>();
  for (const service of model.services) {
    if (service.serviceKind === 'gateway' || service.serviceKind === 'frontend') {
      outside.add(service.id);
    }
  }
  for (const { id } of model.externals) outside.add(id);
  const called = new Set<ElementId>();
  for (const call of model.calls) {
    const external = call.toService.startsWith('external:');
    if (external) continue;
    if (call.fromService === undefined || outside.has(call.fromService)) {
      called.add(call.toOperation ?? call.toService);
    }
  }
  const result: Entry[] = [];
  for (const operation of model.operations) {
    if (operation.service.startsWith('external:')) continue;
    if (called.has(operation.id) || operation.audience === 'public') {
      result.push({ id: operation.id, service: operation.service, operation });
    }
  }
  for (const { id } of model.services) if (called.has(id)) result.push({ id, service: id });
  entries.set(model, (known = result));
  return known;
}
