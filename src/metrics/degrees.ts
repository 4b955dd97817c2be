import type { Digraph } from '../model/graph.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Numbers } from '../model/service-numbers.js';

/** Distinct neighbours of each node, both ways. */
export interface Degrees {
  in(id: ElementId): number;
  out(id: ElementId): number;
  /** The same by the nodes of the graph. */
  readonly incoming: Int32Array;
  readonly outgoing: Int32Array;
}

interface GraphOfElements extends Digraph {
  readonly numberOf: Numbers['numberOf'];
}

/** Counts neighbours, not edges: five calls to one service are one. Loops don't count. */
export function degreesOf(graph: GraphOfElements): Degrees {
  const { size, first, targets, numberOf } = graph;
  const incoming = new Int32Array(size);
  const outgoing = new Int32Array(size);
  /** For each node the last one that was seen to lead to it, plus one. */
  const seen = new Int32Array(size);
  for (let node = 0; node < size; node++) {
    for (let at = first[node] ?? 0; at < (first[node + 1] ?? 0); at++) {
      const to = targets[at] ?? 0;
      if (to === node || seen[to] === node + 1) continue;
      seen[to] = node + 1;
      incoming[to] = (incoming[to] ?? 0) + 1;
      outgoing[node] = (outgoing[node] ?? 0) + 1;
    }
  }
  const of = (degrees: Int32Array) => (id: ElementId) => degrees[numberOf(id) ?? -1] ?? 0;
  return { in: of(incoming), out: of(outgoing), incoming, outgoing };
}
