/**
 * Islands: what is in a frame and hangs together with nothing outside of it. In one layer each, they
 * would stand in a row as long as there are many; so all of a frame are packed to one node, which
 * then stands among the others.
 */
import type { Box, Point, Size } from '../../picture.js';
import { connected } from './connected.js';
import type { LayeredGraph, LayeredResult, LayeredRoute, PlacedPort } from './graph.js';

/** A part of a graph by itself, with the numbers that its nodes, ports and edges have in the whole. */
export interface Excerpt {
  readonly graph: LayeredGraph;
  readonly nodes: readonly number[];
  readonly ports: readonly number[];
  readonly edges: readonly number[];
}

export interface Separated {
  /** The islands of each frame that has some. */
  readonly islands: readonly Excerpt[];
  /** All others; its last nodes stand for the islands. */
  readonly mainland: (sizes: readonly Size[]) => Excerpt;
}

/** Undefined where no frame has islands, or nothing but a single one. */
export function separated(graph: LayeredGraph): Separated | undefined {
  const { nodes, edges, frames = [], spacing } = graph;
  if (frames.length === 0) return undefined;
  const frameOf = new Map(
    frames.flatMap(({ members }, frame) => members.map((node) => [node, frame])),
  );
  const loose = frames.map((): number[] => []);
  const counts = frames.map(() => 0);
  for (const part of connected(nodes.length, edges)) {
    const frame = frameOf.get(part.nodes[0]!);
    if (frame === undefined || !part.nodes.every((node) => frameOf.get(node) === frame)) continue;
    loose[frame]!.push(...part.nodes);
    counts[frame]!++;
  }
  const withIslands = [...frames.keys()].filter((frame) => {
    const isWhole = loose[frame]!.length === frames[frame]!.members.length;
    return counts[frame]! > (isWhole ? 1 : 0);
  });
  if (withIslands.length === 0) return undefined;
  const close = { ...spacing, component: spacing.node };
  const islands = withIslands.map((frame) =>
    excerpt({ ...graph, frames: [], spacing: close }, new Set(loose[frame])),
  );
  const gone = new Set(withIslands.flatMap((frame) => loose[frame]!));
  const rest = excerpt(graph, new Set([...nodes.keys()].filter((node) => !gone.has(node))));
  const place = new Map(rest.nodes.map((node, index) => [node, index]));
  return {
    islands,
    mainland: (sizes) => ({
      ...rest,
      graph: {
        ...rest.graph,
        nodes: [...rest.graph.nodes, ...sizes],
        frames: frames.map((frame, index) => {
          const island = withIslands.indexOf(index);
          const others = frame.members.flatMap((node) => place.get(node) ?? []);
          return {
            ...frame,
            members: island === -1 ? others : [...others, rest.nodes.length + island],
          };
        }),
      },
    }),
  };
}

/** Some nodes with what is between them. */
function excerpt(graph: LayeredGraph, wanted: ReadonlySet<number>): Excerpt {
  const nodes = [...graph.nodes.keys()].filter((node) => wanted.has(node));
  const { ports: allPorts = [], edges: allEdges } = graph;
  const ports = [...allPorts.keys()].filter((port) => wanted.has(allPorts[port]!.node));
  const edges = [...allEdges.keys()].filter((edge) => wanted.has(allEdges[edge]!.from));
  const nodeAt = new Map(nodes.map((node, index) => [node, index]));
  const portAt = new Map(ports.map((port, index) => [port, index]));
  return {
    nodes,
    ports,
    edges,
    graph: {
      ...graph,
      nodes: nodes.map((node) => graph.nodes[node]!),
      ports: ports.map((port) => ({ ...allPorts[port]!, node: nodeAt.get(allPorts[port]!.node)! })),
      edges: edges.map((index) => {
        const edge = allEdges[index]!;
        const { from, to, fromPort, toPort } = edge;
        return {
          ...edge,
          from: nodeAt.get(from)!,
          to: nodeAt.get(to)!,
          ...(fromPort === undefined ? {} : { fromPort: portAt.get(fromPort)! }),
          ...(toPort === undefined ? {} : { toPort: portAt.get(toPort)! }),
        };
      }),
    },
  };
}

/** Puts what was laid out apart together again. */
export function united(
  { nodes, ports = [], edges }: LayeredGraph,
  { islands }: Separated,
  laidOut: readonly LayeredResult[],
  mainland: Excerpt,
  placed: LayeredResult,
): LayeredResult {
  const result = {
    nodes: new Array<Box>(nodes.length),
    ports: new Array<PlacedPort | undefined>(ports.length).fill(undefined),
    edges: new Array<LayeredRoute>(edges.length),
  };
  put(mainland, placed, { x: 0, y: 0 }, result);
  for (const [index, island] of islands.entries())
    put(island, laidOut[index]!, placed.nodes[mainland.nodes.length + index]!, result);
  const { width, height, frames } = placed;
  return { width, height, frames, ...result };
}

function put(
  { nodes, ports, edges }: Excerpt,
  placed: LayeredResult,
  { x, y }: Point,
  result: { nodes: Box[]; ports: (PlacedPort | undefined)[]; edges: LayeredRoute[] },
): void {
  const moved = <T extends Point>(item: T): T => ({ ...item, x: item.x + x, y: item.y + y });
  for (const [at, node] of nodes.entries()) result.nodes[node] = moved(placed.nodes[at]!);
  for (const [at, port] of ports.entries()) {
    const found = placed.ports[at];
    result.ports[port] = found && moved(found);
  }
  for (const [at, edge] of edges.entries()) {
    const { points, label } = placed.edges[at]!;
    result.edges[edge] = {
      points: points.map(moved),
      ...(label ? { label: moved(label) } : {}),
    };
  }
}
