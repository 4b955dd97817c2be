import type { IdGraph } from './call-graph.js';
import type { Call } from './model.js';

/** Products beyond this are all alike. */
const most = 1_000_000;

export interface Product {
  /** Capped at a million. */
  readonly product: number;
  /** Logarithm of the product without a cap, for comparisons. */
  readonly weight: number;
  /** The outermost call of the path whose factor is not 1. */
  readonly first: Call | undefined;
}

/**
 * For every node the largest product of `factor` (at least 1) along a path from it, on the graph
 * whose cycles are contracted: calls inside a cycle count nothing. Linear in the graph. `path` gives
 * the calls with another factor than 1, outermost first, until `until` says so of one.
 */
export function largestProducts(
  graph: IdGraph,
  factor: (call: Call) => number,
): {
  readonly nodes: readonly Product[];
  readonly path: (node: number, until: (call: Call) => boolean) => readonly Call[];
} {
  const { components } = graph;
  const count = components.members.length;
  const weight = new Float64Array(count);
  const product = new Float64Array(count).fill(1);
  const next = new Int32Array(count).fill(-1);
  const first: (Call | undefined)[] = Array.from({ length: count });
  const through: (Call | undefined)[] = Array.from({ length: count });
  // Components are numbered in reverse topological order: successors have lower numbers.
  for (let component = 0; component < count; component++) {
    for (const node of components.members[component] ?? []) {
      for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
        const other = components.of[graph.targets[at] ?? 0] ?? 0;
        const call = graph.calls[graph.edges[at] ?? 0];
        if (other === component || !call) continue;
        const own = factor(call);
        const sum = Math.log(own) + (weight[other] ?? 0);
        if (sum <= (weight[component] ?? 0)) continue;
        weight[component] = sum;
        product[component] = Math.min(own * (product[other] ?? 1), most);
        next[component] = other;
        through[component] = own > 1 ? call : undefined;
        first[component] = own > 1 ? call : first[other];
      }
    }
  }
  const componentOf = (node: number) => components.of[node] ?? 0;
  return {
    nodes: graph.ids.map((_, node) => ({
      product: product[componentOf(node)] ?? 1,
      weight: weight[componentOf(node)] ?? 0,
      first: first[componentOf(node)],
    })),
    path(node, until) {
      const calls: Call[] = [];
      for (let at = componentOf(node); next[at] !== -1; at = next[at] ?? -1) {
        const call = through[at];
        if (call && until(call)) break;
        if (call) calls.push(call);
      }
      return calls;
    },
  };
}
