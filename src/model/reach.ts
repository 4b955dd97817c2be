import type { IdGraph } from './call-graph.js';
import { successors } from './graph.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';

/**
 * Nodes that the given ones reach, themselves included, the nearest first and about `most` of them.
 * Linear in the graph.
 */
export function reachableFrom(
  graph: IdGraph,
  starts: readonly ElementId[],
  most = Infinity,
): Set<ElementId> {
  const reached = new Set(starts);
  // The set grows while it is walked.
  for (const id of reached) {
    const node = graph.numberOf(id);
    if (reached.size >= most) break;
    if (node === undefined) continue;
    for (const to of successors(graph, node)) reached.add(graph.ids[to] ?? '');
  }
  return reached;
}

/** Calls that those nodes and all that they reach may make. */
export function callsReachedFrom(graph: IdGraph, starts: readonly ElementId[]): Set<Call> {
  const calls = new Set<Call>();
  for (const id of reachableFrom(graph, starts)) {
    const node = graph.numberOf(id);
    if (node === undefined) continue;
    for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
      const call = graph.calls[graph.edges[at] ?? 0];
      if (call) calls.add(call);
    }
  }
  return calls;
}
