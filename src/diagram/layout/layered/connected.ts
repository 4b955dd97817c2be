/** Nodes that hang together, and the edges between them. */
export interface Component {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** The parts of a graph that hang together, each in the order of its nodes and edges. */
export function connected(
  count: number,
  edges: readonly { readonly from: number; readonly to: number }[],
): Component[] {
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
  const parts = new Map<number, { nodes: number[]; edges: number[] }>();
  for (let node = 0; node < count; node++) {
    const key = find(node);
    const part = parts.get(key);
    if (part) part.nodes.push(node);
    else parts.set(key, { nodes: [node], edges: [] });
  }
  for (const [index, { from }] of edges.entries()) parts.get(find(from))!.edges.push(index);
  return [...parts.values()];
}
