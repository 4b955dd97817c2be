import { fewBackward } from './acyclic.js';
import { corner, type Extent, type ExtentPort, type PartEdge } from './layers.js';

/** More nodes than this side by side make a layer too wide. */
const longest = 4;
/** So many candidates times nodes are not worth looking at: each one is tried in the whole graph. */
const mostTrials = 200_000;

/** Nodes that stand side by side in one layer, each joined to the next. */
export interface Chain {
  readonly nodes: readonly number[];
  /** Between a node and the next one. */
  readonly edges: readonly number[];
}

/**
 * Chooses the edges whose ends stand side by side: of those that have no direction, the ones that
 * turn no other one around, and do not lead out of a frame. A node has room for one on either side.
 */
export function levelChains(
  nodes: readonly Extent[],
  ports: readonly ExtentPort[],
  edges: readonly PartEdge[],
  frameOf: readonly (number | undefined)[],
): Chain[] {
  if (!edges.some(({ level }) => level)) return [];
  const count = nodes.length;
  const fits = (port: number | undefined) =>
    port === undefined || ports[port]!.along + 2 * corner <= nodes[ports[port]!.node]!.along;
  const candidates = [...edges.keys()].filter((index) => {
    const { from, to, fromPort, toPort } = edges[index]!;
    return (
      frameOf[from] === frameOf[to] && fits(fromPort) && fits(toPort) && mayBeLevel(edges, index)
    );
  });
  if (candidates.length * count > mostTrials) return [];
  const group = Array.from({ length: count }, (_, node) => node);
  const level = new Set<number>();
  const turned = backward(group, edges);
  const joined = Array.from({ length: count }, (): number[] => []);
  for (const index of candidates) {
    const { from, to } = edges[index]!;
    if (joined[from]!.length > 1 || joined[to]!.length > 1 || group[from] === group[to]) continue;
    const together = group.map((of) => (of === group[to] ? group[from]! : of));
    const size = together.filter((of) => of === group[from]).length;
    level.add(index);
    const inside = edges.some(
      (edge, at) => !level.has(at) && together[edge.from] === together[edge.to],
    );
    const now = size > longest || inside ? Infinity : backward(together, edges);
    if (now > turned) {
      level.delete(index);
      continue;
    }
    for (const [node, of] of together.entries()) group[node] = of;
    joined[from]!.push(index);
    joined[to]!.push(index);
  }
  return [...joined.keys()]
    .filter((node) => joined[node]!.length === 1)
    .flatMap((start) => {
      const chain = follow(start, edges, joined);
      // Each chain has two ends.
      return chain.nodes.at(-1)! > start ? [chain] : [];
    });
}

/** Edges without direction between two nodes that nothing else joins, at plates of their own. */
function mayBeLevel(edges: readonly PartEdge[], index: number): boolean {
  const { level, from, to, fromPort, toPort } = edges[index]!;
  if (!level) return false;
  return edges.every((other, at) => {
    if (at === index) return true;
    const pair =
      (other.from === from && other.to === to) || (other.from === to && other.to === from);
    const shared = [other.fromPort, other.toPort].some(
      (port) => port !== undefined && (port === fromPort || port === toPort),
    );
    return !pair && !shared;
  });
}

/** How many directed edges point backwards where groups of nodes stand in one layer. */
function backward(group: readonly number[], edges: readonly PartEdge[]): number {
  const arcs = edges
    .filter(({ level }) => !level)
    .map(({ from, to }) => ({ from: group[from]!, to: group[to]!, weight: 1 }));
  const place = fewBackward(group.length, arcs);
  return arcs.filter(({ from, to }) => place[from]! > place[to]!).length;
}

function follow(
  start: number,
  edges: readonly PartEdge[],
  joined: readonly (readonly number[])[],
): Chain {
  const nodes = [start];
  const passed: number[] = [];
  for (let at = start; ;) {
    const edge = joined[at]!.find((index) => index !== passed.at(-1));
    if (edge === undefined) return { nodes, edges: passed };
    const { from, to } = edges[edge]!;
    at = from === at ? to : from;
    nodes.push(at);
    passed.push(edge);
  }
}
