/** What the two rules on synchronous cycles share. */
import type { IdGraph } from '../../model/call-graph.js';
import { shortestCycle } from '../../model/graph.js';
import type { Call, ElementId } from '../../model/model.js';

export interface Cycle {
  /** Nodes of one shortest cycle, beginning with the smallest id. */
  readonly ring: readonly ElementId[];
  /** The call of each step of the ring. */
  readonly calls: readonly Call[];
  /** All nodes of the strongly connected component, the ring's first. */
  readonly members: readonly ElementId[];
}

/** Starting points that are tried for a shortest cycle, so that huge components stay cheap. */
const attempts = 40;

/** One shortest cycle for each strongly connected component, self-loops where `loops` is set. */
export function cyclesOf(graph: IdGraph, loops: boolean): Cycle[] {
  const result: Cycle[] = [];
  for (const component of graph.components.members) {
    if (component.length < 2 && !loops) continue;
    const starts = [...component].sort((a, b) => (id(graph, a) < id(graph, b) ? -1 : 1));
    let ring: number[] | undefined;
    for (const start of starts.slice(0, attempts)) {
      const found = shortestCycle(graph, graph.components, start);
      if (found && (!ring || found.length < ring.length)) ring = found;
      if (ring && ring.length <= Math.min(2, component.length)) break;
    }
    if (!ring) continue;
    const nodes = ring;
    const rest = starts.filter((node) => !nodes.includes(node));
    result.push({
      ring: nodes.map((node) => id(graph, node)),
      calls: nodes.map((node, i) =>
        callBetween(graph, node, nodes[(i + 1) % nodes.length] ?? node),
      ),
      members: [...nodes, ...rest].map((node) => id(graph, node)),
    });
  }
  return result.sort((a, b) => ((a.ring[0] ?? '') < (b.ring[0] ?? '') ? -1 : 1));
}

function id(graph: IdGraph, node: number): ElementId {
  return graph.ids[node] ?? '';
}

function callBetween(graph: IdGraph, from: number, to: number): Call {
  for (let at = graph.first[from] ?? 0; at < (graph.first[from + 1] ?? 0); at++) {
    const call = graph.calls[graph.edges[at] ?? 0];
    if (graph.targets[at] === to && call) return call;
  }
  throw new Error('A cycle has a step without a call.');
}
