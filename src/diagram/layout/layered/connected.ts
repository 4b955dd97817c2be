import type { LayeredEdge } from './graph.js';

/** Nodes that hang together, and the edges between them. */
export interface Component {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** The same edges, with ends counted within the component. */
  readonly local: readonly LayeredEdge[];
}

/** The parts of a graph that hang together, each in the order of its nodes and edges. */
export function connected(count: number, edges: readonly LayeredEdge[]): Component[] {
  const top = Array.from({ length: count }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (top[at] !== at) at = top[at] = top[top[at]!]!;
    return at;
  };
  for (const { from, to } of edges) {
    const [a, b] = [find(from), find(to)];
    top[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, { nodes: number[]; edges: number[]; local: LayeredEdge[] }>();
  const local: number[] = [];
  for (let node = 0; node < count; node++) {
    const key = find(node);
    const part = parts.get(key) ?? { nodes: [], edges: [], local: [] };
    parts.set(key, part);
    local[node] = part.nodes.length;
    part.nodes.push(node);
  }
  for (const [index, edge] of edges.entries()) {
    const part = parts.get(find(edge.from))!;
    part.edges.push(index);
    part.local.push({ ...edge, from: local[edge.from]!, to: local[edge.to]! });
  }
  return [...parts.values()];
}
