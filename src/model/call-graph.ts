import { callNumbers, operationCallNumbers } from './call-numbers.js';
import { digraphOf, stronglyConnectedComponents, type Components, type Digraph } from './graph.js';
import { isServiceId } from './lookup.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Operation } from './elements/operations.js';
import type { Model } from './model.js';
import { serviceNumbers, type Numbers } from './service-numbers.js';

/** A graph whose nodes are elements. */
export interface IdGraph extends Digraph, Numbers {
  readonly components: Components;
  /** The call behind each edge (by the edge's index). */
  readonly calls: readonly Call[];
}

/** Collects the edges of a graph. */
class EdgeList {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #calls: Call[] = [];

  add(from: number, to: number, call: Call): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#calls.push(call);
  }

  get isEmpty(): boolean {
    return this.#calls.length === 0;
  }

  graph({ ids, numberOf }: Numbers): IdGraph {
    const graph = digraphOf(ids.length, this.#from, this.#to);
    const components = stronglyConnectedComponents(graph);
    return { ...graph, ids, numberOf, components, calls: this.#calls };
  }
}

const noNumbers: Numbers = { ids: [], numberOf: () => undefined };
const serviceGraphs = new WeakMap<Model, IdGraph>();

/**
 * The synchronous calls between services (and externals): K_sync, one edge for each call.
 * A service's calls to itself are left out.
 */
export function serviceGraph(model: Model): IdGraph {
  let graph = serviceGraphs.get(model);
  if (!graph) {
    const { fromService, toService } = callNumbers(model);
    const edges = new EdgeList();
    for (let at = 0; at < model.calls.length; at++) {
      const from = fromService[at]!;
      const to = toService[at]!;
      if (from >= 0 && to >= 0 && from !== to) edges.add(from, to, model.calls[at]!);
    }
    graph = edges.graph(serviceNumbers(model));
    serviceGraphs.set(model, graph);
  }
  return graph;
}

const graphsOfServices = new WeakMap<Model, IdGraph>();

/**
 * The same between services alone, to look for rings in: a system that others run and that calls
 * back, as by a webhook, closes none of ours.
 */
export function graphOfServicesAlone(model: Model): IdGraph {
  let graph = graphsOfServices.get(model);
  if (!graph) graphsOfServices.set(model, (graph = withoutExternals(model)));
  return graph;
}

function withoutExternals(model: Model): IdGraph {
  const graph = serviceGraph(model);
  const { length } = model.services;
  // Externals have the last numbers; nearly always none of them calls anything.
  if ((graph.first[graph.size] ?? 0) === (graph.first[length] ?? 0)) return graph;
  const edges = new EdgeList();
  for (const call of graph.calls) {
    const from = graph.numberOf(call.fromService ?? '') ?? length;
    const to = graph.numberOf(call.toService) ?? length;
    if (from < length && to < length) edges.add(from, to, call);
  }
  return edges.graph(graph);
}

const operationGraphs = new WeakMap<Model, IdGraph>();

/**
 * Calls declared for an operation that name another one. A synchronous call reaches an operation,
 * never a handler, so the calls of handlers close no ring.
 */
export function operationGraph(model: Model): IdGraph {
  let graph = operationGraphs.get(model);
  if (!graph) operationGraphs.set(model, (graph = operationsOf(model)));
  return graph;
}

function operationsOf(model: Model): IdGraph {
  const { calls } = model;
  const edges = new EdgeList();
  // Where no operation says what it calls, none needs a number.
  if (!calls.some(({ fromOperation }) => fromOperation !== undefined)) {
    return edges.graph(noNumbers);
  }
  const numbers = operationCallNumbers(model);
  const { fromOperation, toOperation } = numbers;
  for (let at = 0; at < calls.length; at++) {
    const from = fromOperation[at]!;
    const to = toOperation[at]!;
    if (from >= 0 && to >= 0) edges.add(from, to, calls[at]!);
  }
  return edges.graph(edges.isEmpty ? noNumbers : numbers);
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
  if (!graph) requestGraphs.set(model, (graph = requestsOf(model)));
  return graph;
}

function requestsOf(model: Model): IdGraph {
  const { calls, operations } = model;
  const numbers = operationCallNumbers(model);
  const { fromService, toService, fromOperation, toOperation } = numbers;
  const edges = new EdgeList();
  const hasOwn = new Uint8Array(numbers.ids.length);
  /** Calls that a service makes as a whole: who makes them, and their places among all. */
  const [makers, whole]: [number[], number[]] = [[], []];
  const target = (at: number) => (toOperation[at]! >= 0 ? toOperation[at]! : toService[at]!);
  for (let at = 0; at < calls.length; at++) {
    const operation = fromOperation[at]!;
    const service = fromService[at]!;
    if (operation >= 0) hasOwn[operation] = 1;
    if (service < 0 || target(at) < 0 || calls[at]!.handler !== undefined) continue;
    edges.add(service, target(at), calls[at]!);
    if (operation >= 0) edges.add(operation, target(at), calls[at]!);
    else {
      makers.push(service);
      whole.push(at);
    }
  }
  if (whole.length === 0) return edges.graph(numbers);
  const ofServices = digraphOf(numbers.ids.length, makers, whole);
  const ids = [...numbers.ids];
  let [name, from, to] = ['', 0, 0];
  for (const { id, service } of operations) {
    // Operations of a service stand together.
    if (service !== name) {
      const number = numbers.numberOf((name = service));
      [from, to] =
        number === undefined ? [0, 0] : [ofServices.first[number]!, ofServices.first[number + 1]!];
    }
    if (from === to) continue;
    let node = numbers.numberOf(id);
    if (node !== undefined && hasOwn[node] === 1) continue;
    node ??= ids.push(id) - 1;
    for (let at = from; at < to; at++) {
      const call = ofServices.targets[at]!;
      edges.add(node, target(call), calls[call]!);
    }
  }
  // Of those that nobody calls hardly any is asked for.
  let others: Map<ElementId, number> | undefined;
  const numberOf = (id: ElementId) => {
    const known = numbers.numberOf(id);
    if (known !== undefined) return known;
    const from = numbers.ids.length;
    others ??= new Map(ids.slice(from).map((other, index) => [other, from + index]));
    return others.get(id);
  };
  return edges.graph({ ids, numberOf });
}

/** The same, and what handlers call: each handler with calls of its own is a node that nobody calls. */
export function requestGraphWithHandlers(model: Model): IdGraph {
  const graph = requestGraph(model);
  const handled = model.calls.filter(({ handler }) => handler !== undefined);
  if (handled.length === 0) return graph;
  const edges = new EdgeList();
  for (let node = 0; node < graph.size; node++) {
    for (let at = graph.first[node]!; at < graph.first[node + 1]!; at++) {
      edges.add(node, graph.targets[at]!, graph.calls[graph.edges[at]!]!);
    }
  }
  const ids = [...graph.ids];
  const handlers = new Map<ElementId, number>();
  for (const call of handled) {
    const { handler = '', toOperation, toService } = call;
    let node = handlers.get(handler);
    if (node === undefined) handlers.set(handler, (node = ids.push(handler) - 1));
    const target = graph.numberOf(toOperation ?? toService);
    if (target !== undefined) edges.add(node, target, call);
  }
  return edges.graph({ ids, numberOf: (id) => handlers.get(id) ?? graph.numberOf(id) });
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
  if (!known) entries.set(model, (known = entriesIn(model)));
  return known;
}

function entriesIn(model: Model): Entry[] {
  const outside = new Set<ElementId>();
  for (const { id, serviceKind } of model.services) {
    if (serviceKind === 'gateway' || serviceKind === 'frontend') outside.add(id);
  }
  for (const { id } of model.externals) outside.add(id);
  const called = new Set<ElementId>();
  for (const { fromService, toService, toOperation } of model.calls) {
    if (fromService !== undefined && !outside.has(fromService)) continue;
    if (isServiceId(toService)) called.add(toOperation ?? toService);
  }
  const result: Entry[] = [];
  for (const operation of model.operations) {
    const { id, service, audience } = operation;
    if ((audience === 'public' || called.has(id)) && isServiceId(service)) {
      result.push({ id, service, operation });
    }
  }
  for (const { id } of model.services) if (called.has(id)) result.push({ id, service: id });
  return result;
}
