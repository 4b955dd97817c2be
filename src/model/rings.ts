import { shortestCycle, type Components, type Digraph } from './graph.js';
import type { ElementId } from './elements/identity.js';

/** A graph of elements with its strongly connected components. */
export interface ElementGraph extends Digraph {
  readonly ids: readonly ElementId[];
  readonly components: Components;
}

export interface Ring<Step> {
  /** Nodes of one shortest cycle, beginning with the smallest id. */
  readonly ring: readonly ElementId[];
  /** What leads from each node of the ring to the next. */
  readonly steps: readonly Step[];
  /** All nodes of the strongly connected component, the ring's first. */
  readonly members: readonly ElementId[];
}

/** Starting points that are tried for a shortest cycle, so that huge components stay cheap. */
const attempts = 40;

/**
 * One shortest cycle for each strongly connected component, sorted by its first node.
 *
 * @param steps what stands behind each edge, by the edge's index
 * @param loops whether an edge from a node to itself is a cycle
 */
export function ringsOf<Step>(
  graph: ElementGraph,
  steps: readonly Step[],
  loops = false,
): Ring<Step>[] {
  const result: Ring<Step>[] = [];
  const id = (node: number) => graph.ids[node] ?? '';
  for (const component of graph.components.members) {
    if (component.length < 2 && !loops) continue;
    const starts = [...component].sort((a, b) => (id(a) < id(b) ? -1 : 1));
    let shortest: number[] | undefined;
    for (const start of starts.slice(0, attempts)) {
      const found = shortestCycle(graph, graph.components, start);
      if (found && (!shortest || found.length < shortest.length)) shortest = found;
      if (shortest && shortest.length <= Math.min(2, component.length)) break;
    }
    if (!shortest) continue;
    const nodes = shortest;
    const inRing = new Set(nodes);
    const rest = starts.filter((node) => !inRing.has(node));
    result.push({
      ring: nodes.map(id),
      steps: nodes.map((node, i) =>
        stepBetween(graph, steps, node, nodes[(i + 1) % nodes.length] ?? node),
      ),
      members: [...nodes, ...rest].map(id),
    });
  }
  return result.sort((a, b) => ((a.ring[0] ?? '') < (b.ring[0] ?? '') ? -1 : 1));
}

function stepBetween<Step>(
  graph: ElementGraph,
  steps: readonly Step[],
  from: number,
  to: number,
): Step {
  for (let at = graph.first[from] ?? 0; at < (graph.first[from + 1] ?? 0); at++) {
    const step = steps[graph.edges[at] ?? 0];
    if (graph.targets[at] === to && step !== undefined) return step;
  }
  throw new Error('A cycle has a step without an edge.');
}
