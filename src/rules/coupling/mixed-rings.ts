import { shortestPath } from '../../model/graph.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import {
  dependencyGraphOfServicesAlone,
  type ServiceDependency,
  type ServiceDependencyGraph,
} from '../../model/service-dependencies.js';

/** A ring of dependencies that calls alone don't close. */
export interface MixedRing {
  readonly steps: readonly ServiceDependency[];
  /** All services of the knot. */
  readonly members: readonly ElementId[];
}

/** Edges that are tried for a ring, so that huge knots stay cheap. */
const attempts = 12;

/**
 * One ring for each strongly connected component of Dep that has one with both a call (or a store
 * access) and something other than a call. Events alone are choreography, calls alone a cycle that
 * another rule reports.
 */
export function mixedRings(model: Model): MixedRing[] {
  const graph = dependencyGraphOfServicesAlone(model);
  const inside = new Map<number, number[]>();
  for (let node = 0; node < graph.size; node++) {
    const component = graph.components.of[node] ?? 0;
    if ((graph.components.members[component]?.length ?? 0) < 2) continue;
    for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
      if (graph.components.of[graph.targets[at] ?? 0] !== component) continue;
      const edges = inside.get(component);
      if (edges) edges.push(at);
      else inside.set(component, [at]);
    }
  }
  return [...inside].flatMap(([component, edges]) => {
    const steps = bestRing(graph, edges);
    const members = (graph.components.members[component] ?? []).map(
      (node) => graph.ids[node] ?? '',
    );
    return steps ? [{ steps, members: members.sort() }] : [];
  });
}

function bestRing(
  graph: ServiceDependencyGraph,
  edges: readonly number[],
): readonly ServiceDependency[] | undefined {
  const pairAt = (at: number) => graph.pairs[graph.edges[at] ?? 0];
  const candidates = edges.filter((at) => pairAt(at)?.via !== 'call').slice(0, attempts);
  const calls = edges.filter((at) => pairAt(at)?.via === 'call').slice(0, attempts);
  let best: ServiceDependency[] | undefined;
  for (const at of [...candidates, ...calls]) {
    const first = pairAt(at);
    const edge = graph.edges[at] ?? 0;
    const [from, to] = [graph.from[edge], graph.to[edge]];
    if (!first || from === undefined || to === undefined) continue;
    const back = shortestPath(graph, graph.components, to, from);
    if (!back || (best && back.length >= best.length)) continue;
    const steps = [first, ...stepsOf(graph, back, first.via !== 'call')];
    if (isMixed(steps)) best = steps;
    if (best?.length === 2) break;
  }
  return best;
}

/** The dependency behind each hop of a path; calls first where something else begins the ring. */
function stepsOf(
  graph: ServiceDependencyGraph,
  path: readonly number[],
  preferCalls: boolean,
): ServiceDependency[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index] ?? 0;
    const found: ServiceDependency[] = [];
    for (let at = graph.first[from] ?? 0; at < (graph.first[from + 1] ?? 0); at++) {
      const pair = graph.pairs[graph.edges[at] ?? 0];
      if (graph.targets[at] === to && pair) found.push(pair);
    }
    const preferred = found.find(({ via }) => (via === 'call') === preferCalls);
    return preferred ?? found[0] ?? [];
  });
}

function isMixed(steps: readonly ServiceDependency[]): boolean {
  return steps.some(({ via }) => via !== 'call') && steps.some(({ via }) => via !== 'subscription');
}
