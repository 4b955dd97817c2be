/** Graph algorithms on dense integer nodes; all linear in nodes and edges unless they say so. */

/** A directed graph in compressed sparse rows: successors of `n` are `targets[first[n] … first[n+1]-1]`. */
export interface Digraph {
  readonly size: number;
  readonly first: Int32Array;
  readonly targets: Int32Array;
  /** Index of each edge in the list that the graph was made from. */
  readonly edges: Int32Array;
}

export function digraph(size: number, edges: readonly (readonly [number, number])[]): Digraph {
  const from: number[] = [];
  const to: number[] = [];
  for (const edge of edges) {
    from.push(edge[0]);
    to.push(edge[1]);
  }
  return digraphOf(size, from, to);
}

/** The same, of lists in step: each edge leads from the one node to the other. */
export function digraphOf(size: number, from: readonly number[], to: readonly number[]): Digraph {
  const count = from.length;
  const first = new Int32Array(size + 1);
  for (let i = 0; i < count; i++) first[from[i]! + 1]! += 1;
  for (let i = 0; i < size; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const targets = new Int32Array(count);
  const edges = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const at = next[from[index]!]!++;
    targets[at] = to[index]!;
    edges[at] = index;
  }
  return { size, first, targets, edges };
}

/** Successors of a node, in the order of the edges. */
export function successors({ first, targets }: Digraph, node: number): Int32Array {
  return targets.subarray(first[node] ?? 0, first[node + 1] ?? 0);
}

export interface Components {
  /** Component of each node; numbered so that edges lead from higher to lower numbers. */
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

/** Strongly connected components (Tarjan 1972), without recursion. */
export function stronglyConnectedComponents(graph: Digraph): Components {
  const { size, first, targets } = graph;
  /** In the order in which nodes are found, from 1; 0 for those that are not yet. */
  const index = new Int32Array(size);
  const low = new Int32Array(size);
  const of = new Int32Array(size).fill(-1);
  const cursor = first.slice(0, size);
  const members: number[][] = [];
  const stack = new Int32Array(size);
  const path = new Int32Array(size);
  let [counter, height, depth] = [0, 0, 0];
  for (let root = 0; root < size; root++) {
    if (index[root] !== 0) continue;
    path[depth++] = root;
    while (depth > 0) {
      const node = path[depth - 1]!;
      if (index[node] === 0) {
        index[node] = low[node] = ++counter;
        stack[height++] = node;
      }
      const at = cursor[node]!;
      if (at < first[node + 1]!) {
        cursor[node] = at + 1;
        const to = targets[at]!;
        if (index[to] === 0) path[depth++] = to;
        else if (of[to] === -1 && index[to]! < low[node]!) low[node] = index[to]!;
        continue;
      }
      depth--;
      const lowest = low[node]!;
      if (depth > 0) {
        const parent = path[depth - 1]!;
        if (lowest < low[parent]!) low[parent] = lowest;
      }
      if (lowest !== index[node]) continue;
      // What was found since, and is in no component yet, is in this one.
      const top = height;
      do of[stack[--height]!] = members.length;
      while (stack[height] !== node);
      members.push(top - height === 1 ? [node] : [...stack.subarray(height, top)]);
    }
  }
  return { of, members };
}

/**
 * A shortest cycle through `start` that stays within its component, as the nodes in order;
 * undefined where there is none. Breadth first.
 */
export function shortestCycle(
  graph: Digraph,
  components: Components,
  start: number,
): number[] | undefined {
  return walk(graph, components, start, start);
}

/**
 * A shortest path between two nodes of one component, both ends included; undefined where there is
 * none. Breadth first.
 */
export function shortestPath(
  graph: Digraph,
  components: Components,
  from: number,
  to: number,
): number[] | undefined {
  if (from === to) return [from];
  const path = walk(graph, components, from, to);
  return path && [...path, to];
}

/** The nodes from `start` up to the one before `goal`. */
function walk(
  graph: Digraph,
  components: Components,
  start: number,
  goal: number,
): number[] | undefined {
  const parent = new Map<number, number>();
  const queue = [start];
  const component = components.of[start];
  // The queue grows while it is walked.
  for (const node of queue) {
    for (const to of successors(graph, node)) {
      if (to === goal) {
        const path = [node];
        for (let at = node; at !== start;) {
          at = parent.get(at)!;
          path.push(at);
        }
        return path.reverse();
      }
      if (components.of[to] !== component || to === start || parent.has(to)) continue;
      parent.set(to, node);
      queue.push(to);
    }
  }
  return undefined;
}

/**
 * Longest path from each node, in edges that `weight` counts, on the graph whose cycles are
 * contracted: a cycle is entered and left, its inside is not counted. Exact for acyclic graphs;
 * for others a lower bound (the longest simple path itself is NP-hard).
 */
export function longestPaths(
  graph: Digraph,
  components: Components,
  weight: (from: number, to: number) => number = () => 1,
): { readonly length: Int32Array; path(from: number): number[] } {
  const count = components.members.length;
  const best = new Int32Array(count);
  const exit = new Int32Array(count).fill(-1);
  const entry = new Int32Array(count).fill(-1);
  // Tarjan numbers components in reverse topological order: successors have lower numbers.
  for (let component = 0; component < count; component++) {
    for (const node of components.members[component] ?? []) {
      for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
        const to = graph.targets[at] ?? 0;
        const other = components.of[to] ?? 0;
        if (other === component) continue;
        const length = (best[other] ?? 0) + weight(node, to);
        const longer = length > (best[component] ?? 0) || exit[component] === -1;
        if (longer) {
          best[component] = length;
          exit[component] = node;
          entry[component] = to;
        }
      }
    }
  }
  const length = new Int32Array(graph.size);
  for (let node = 0; node < graph.size; node++) length[node] = best[components.of[node] ?? 0] ?? 0;
  return {
    length,
    path(from) {
      const path = [from];
      for (let component = components.of[from] ?? 0; exit[component] !== -1;) {
        const left = exit[component]!;
        if (left !== path.at(-1)) path.push(left);
        const to = entry[component]!;
        path.push(to);
        component = components.of[to] ?? 0;
      }
      return path;
    },
  };
}
