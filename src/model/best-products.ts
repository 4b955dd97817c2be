import type { IdGraph } from './call-graph.js';
import type { Call } from './model.js';

export interface ProductPath {
  readonly product: number;
  /** The calls of the path whose factor is not 1, outermost first. */
  readonly calls: readonly Call[];
}

/**
 * For every node the largest product of `factor` (at least 1) along a path from it, on the graph
 * whose cycles are contracted: calls inside a cycle count nothing. Linear in the graph; `path`
 * walks one path.
 */
export function largestProducts(
  graph: IdGraph,
  factor: (call: Call) => number,
): {
  readonly nodes: readonly { readonly product: number; readonly first: Call | undefined }[];
  readonly path: (node: number) => ProductPath;
} {
  const { components } = graph;
  const count = components.members.length;
  const best = new Float64Array(count).fill(1);
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
        const product = own * (best[other] ?? 1);
        if (product <= (best[component] ?? 1)) continue;
        best[component] = product;
        next[component] = other;
        through[component] = own > 1 ? call : undefined;
        first[component] = own > 1 ? call : first[other];
      }
    }
  }
  const componentOf = (node: number) => components.of[node] ?? 0;
  return {
    nodes: graph.ids.map((_, node) => ({
      product: best[componentOf(node)] ?? 1,
      first: first[componentOf(node)],
    })),
    path(node) {
      const calls: Call[] = [];
      for (let at = componentOf(node); next[at] !== -1; at = next[at] ?? -1) {
        const call = through[at];
        if (call) calls.push(call);
      }
      return { product: best[componentOf(node)] ?? 1, calls };
    },
  };
}
