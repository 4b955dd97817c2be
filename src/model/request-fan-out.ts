import { requestGraph, type IdGraph } from './call-graph.js';
import { callNumbers } from './call-numbers.js';
import { callsFrom } from './edge-index.js';
import { isServiceId } from './lookup.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

export interface FanOut {
  /** An operation with calls of its own, or a service with calls that belong to no operation. */
  readonly id: ElementId;
  /** Calls that one request leads to, those of its callees included. */
  readonly calls: number;
  /** The same without what callees that reach `limit` themselves lead to. */
  readonly own: number;
  /** `service`: a lower bound, the number of services that it calls. */
  readonly level: 'operation' | 'service';
  readonly direct: readonly Call[];
}

/** Numbers beyond this are all alike. */
const most = 1_000_000;

/**
 * How many synchronous calls one request leads to, where it does so to at least `limit` of its own: for an operation the sum of `times × (1 + calls
 * of the target)` over its calls, cut at rings; where calls are declared for a service as a whole,
 * the number of services that it calls. A call `per-item` counts once.
 */
export function requestFanOuts(model: Model, limit: number): FanOut[] {
  const own = new Set<ElementId>();
  for (const { fromOperation } of model.calls)
    if (fromOperation !== undefined) own.add(fromOperation);
  if (own.size === 0) return servicesWithMany(model, limit);
  const graph = requestGraph(model);
  const totals = new Float64Array(graph.size);
  const result: FanOut[] = [];
  // Components are numbered in reverse topological order: callees come before their callers.
  for (const [component, members] of graph.components.members.entries()) {
    for (const node of members) {
      const id = graph.ids[node] ?? '';
      const calls = callsAt(graph, node);
      if (!own.has(id)) {
        const count = distinctServices(calls);
        totals[node] = count;
        if (count < limit || !isServiceId(id)) continue;
        const direct = calls.filter(({ fromOperation }) => fromOperation === undefined);
        result.push({ id, calls: count, own: count, level: 'service', direct });
        continue;
      }
      let [total, alone] = [0, 0];
      for (const [index, call] of calls.entries()) {
        const target = graph.targets[(graph.first[node] ?? 0) + index] ?? 0;
        const below = graph.components.of[target] === component ? 0 : (totals[target] ?? 0);
        const { times } = call.policies;
        const factor = typeof times === 'number' ? times : 1;
        total += factor * (1 + below);
        alone += factor * (1 + (below >= limit ? 0 : below));
      }
      totals[node] = Math.min(total, most);
      if (alone < limit) continue;
      const counts = { calls: Math.min(total, most), own: Math.min(alone, most) };
      result.push({ id, ...counts, level: 'operation', direct: calls });
    }
  }
  return result;
}

/** Where no operation says what it calls, there are only services and what they call. */
function servicesWithMany(model: Model, limit: number): FanOut[] {
  const result: FanOut[] = [];
  const { fromService } = callNumbers(model);
  const counts = new Int32Array(model.services.length);
  for (const caller of fromService) if (caller >= 0 && caller < counts.length) counts[caller]! += 1;
  for (let number = 0; number < counts.length; number++) {
    if (counts[number]! < limit) continue;
    const { id } = model.services[number]!;
    const direct = callsFrom(model, id).filter(({ handler }) => handler === undefined);
    const count = distinctServices(direct);
    if (count >= limit) result.push({ id, calls: count, own: count, level: 'service', direct });
  }
  return result;
}

/** The calls behind the edges of a node. */
function callsAt(graph: IdGraph, node: number): Call[] {
  const calls: Call[] = [];
  for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
    const call = graph.calls[graph.edges[at] ?? 0];
    if (call) calls.push(call);
  }
  return calls;
}

/** How many services calls lead to that belong to no operation. */
function distinctServices(calls: readonly Call[]): number {
  const services: ElementId[] = [];
  for (const { fromOperation, toService } of calls) {
    if (fromOperation === undefined && !services.includes(toService)) services.push(toService);
  }
  return services.length;
}
