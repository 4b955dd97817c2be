import type { IdGraph } from './call-graph.js';
import type { Call } from './elements/edges.js';

/** Products beyond this are all alike. */
const most = 1_000_000;

export interface Product {
  readonly node: number;
  /** Capped at a million. */
  readonly product: number;
  /** Logarithm of the product without a cap, for comparisons. */
  readonly weight: number;
  /** The outermost call of the path whose factor is not 1. */
  readonly first: Call | undefined;
}

/**
 * Nodes with a path from them along which the product of `factor` (at least 1) is more than `limit`,
 * with the largest, on the graph whose cycles are contracted: calls inside a cycle count nothing.
 * Linear in the graph. `path` gives the calls with another factor than 1, outermost first, until
 * `until` says so of one.
 */
export function largestProducts(
  graph: IdGraph,
  factor: (call: Call) => number,
  limit: number,
): {
  readonly nodes: readonly Product[];
  readonly path: (node: number, until: (call: Call) => boolean) => readonly Call[];
} {
  const { components, first: begins, targets, edges } = graph;
  const { of } = components;
  const count = components.members.length;
  const factors = new Float64Array(graph.calls.length);
  for (let at = 0; at < factors.length; at++) factors[at] = factor(graph.calls[at]!);
  const weight = new Float64Array(count);
  const product = new Float64Array(count).fill(1);
  const next = new Int32Array(count).fill(-1);
  /** Places in the list of calls, −1 for none. */
  const first = new Int32Array(count).fill(-1);
  const through = new Int32Array(count).fill(-1);
  // Components are numbered in reverse topological order: successors have lower numbers.
  for (let component = 0; component < count; component++) {
    const members = components.members[component]!;
    for (const node of members) {
      for (let at = begins[node]!; at < begins[node + 1]!; at++) {
        const other = of[targets[at]!]!;
        if (other === component) continue;
        const call = edges[at]!;
        const own = factors[call]!;
        const sum = (own > 1 ? Math.log(own) : 0) + weight[other]!;
        if (sum <= weight[component]!) continue;
        weight[component] = sum;
        product[component] = Math.min(own * product[other]!, most);
        next[component] = other;
        through[component] = own > 1 ? call : -1;
        first[component] = own > 1 ? call : first[other]!;
      }
    }
  }
  const nodes: Product[] = [];
  for (let node = 0; node < graph.size; node++) {
    const component = of[node]!;
    if (product[component]! <= limit) continue;
    nodes.push({
      node,
      product: product[component]!,
      weight: weight[component]!,
      first: graph.calls[first[component]!],
    });
  }
  return {
    nodes,
    path(node, until) {
      const calls: Call[] = [];
      for (let at = of[node]!; next[at] !== -1; at = next[at]!) {
        const call = graph.calls[through[at]!];
        if (call && until(call)) break;
        if (call) calls.push(call);
      }
      return calls;
    },
  };
}
