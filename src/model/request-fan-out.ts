import { requestGraph } from './call-graph.js';
import type { Call, ElementId, Model } from './model.js';

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
 * How many synchronous calls one request leads to: for an operation the sum of `times × (1 + calls
 * of the target)` over its calls, cut at rings; where calls are declared for a service as a whole,
 * the number of services that it calls. A call `per-item` counts once.
 */
export function requestFanOuts(model: Model, limit: number): FanOut[] {
  const graph = requestGraph(model);
  const own = new Set(model.calls.map(({ fromOperation }) => fromOperation));
  const totals = new Float64Array(graph.size);
  const result: FanOut[] = [];
  // Components are numbered in reverse topological order: callees come before their callers.
  for (const [component, members] of graph.components.members.entries()) {
    for (const node of members) {
      const id = graph.ids[node] ?? '';
      const edges = Array.from(
        { length: (graph.first[node + 1] ?? 0) - (graph.first[node] ?? 0) },
        (_, offset) => (graph.first[node] ?? 0) + offset,
      );
      const calls = edges.flatMap((at) => graph.calls[graph.edges[at] ?? 0] ?? []);
      if (!own.has(id)) {
        const direct = calls.filter(({ fromOperation }) => fromOperation === undefined);
        totals[node] = new Set(direct.map(({ toService }) => toService)).size;
        if (id.startsWith('service:') && direct.length > 0) {
          const count = totals[node] ?? 0;
          result.push({ id, calls: count, own: count, level: 'service', direct });
        }
        continue;
      }
      let [total, alone] = [0, 0];
      for (const [index, at] of edges.entries()) {
        const target = graph.targets[at] ?? 0;
        const below = graph.components.of[target] === component ? 0 : (totals[target] ?? 0);
        const times = calls[index]?.policies.times;
        const factor = typeof times === 'number' ? times : 1;
        total += factor * (1 + below);
        alone += factor * (1 + (below >= limit ? 0 : below));
      }
      totals[node] = Math.min(total, most);
      const counts = { calls: Math.min(total, most), own: Math.min(alone, most) };
      result.push({ id, ...counts, level: 'operation', direct: calls });
    }
  }
  return result;
}
