import { framesOfNodes, spansOf, withBorders, type FrameExtent, type FrameSpan } from './frames.js';
import { levelChains } from './level.js';
import { ranked, type Framing } from './ranks.js';
import { Splitting, type Forward } from './splitting.js';

/** Extent in the direction of the edges and across it. */
export interface Extent {
  readonly along: number;
  readonly across: number;
}

export interface ExtentPort extends Extent {
  readonly node: number;
}

/** An edge in a part that hangs together: nodes and ports are counted within it. */
export interface PartEdge {
  readonly from: number;
  readonly to: number;
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  /** Room for words that interrupt the line. */
  readonly label: Extent | undefined;
  /** Its ends may stand side by side. */
  readonly level: boolean;
}

/**
 * A vertex of the layered graph: a node, a label, where a long edge passes through a layer, or where
 * a frame begins or ends in it.
 */
export interface Vertex extends Extent {
  readonly kind: 'node' | 'label' | 'pass' | 'border';
  readonly layer: number;
  /** The frame that it is in. */
  readonly frame?: number | undefined;
  /** Of a border: the room at its inner side, and whether the frame begins there. */
  readonly room?: number;
  readonly opens?: boolean;
}

/** Where edges touch a node: a plate, or a place of no extent. */
export interface Slot extends Extent {
  readonly vertex: number;
  /** The side towards the layer before, or after. */
  readonly side: 'before' | 'after';
  readonly port?: number;
}

/** A piece of one or several edges, from a vertex to one of the next layer. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** At a node. */
  readonly fromSlot: number | undefined;
  readonly toSlot: number | undefined;
}

/** An edge that leaves a node on the side it does not lead to, and turns to pass beside the node. */
export interface Turn {
  readonly slot: number;
  /** Where it passes, in the same layer. */
  readonly vertex: number;
}

/** An edge between nodes that stand side by side, straight from one to the other. */
export interface Level {
  readonly edge: number;
  /** The ends of the edge. */
  readonly from: number;
  readonly to: number;
  /** Its plates, as ports; they stand at the sides that face each other. */
  readonly fromPort?: number;
  readonly toPort?: number;
  /** Between the two. */
  readonly label?: number;
}

/** What an edge consists of, in the direction of the layers. */
export interface Path {
  readonly start?: number;
  readonly pieces: readonly number[];
  readonly end?: number;
  readonly label?: number;
  /** It is drawn against its direction. */
  readonly reversed: boolean;
}

/** A graph whose edges lead from one layer to the next. */
export interface Layers {
  /** Nodes come first, in their order. */
  readonly vertices: readonly Vertex[];
  readonly slots: readonly Slot[];
  readonly pieces: readonly Piece[];
  readonly turns: readonly Turn[];
  /** By edge; missing for those that are level. */
  readonly paths: readonly (Path | undefined)[];
  readonly levels: readonly Level[];
  /** Vertices that stand side by side, in this order or turned around. */
  readonly chains: readonly (readonly number[])[];
  /** Vertices of each layer, in no order yet. */
  readonly layers: readonly (readonly number[])[];
  readonly frames: readonly FrameSpan[];
}

/** Room between plates at one side, and before the corners. */
export const between = 9;
export const corner = 12;

/** The least length of a side for plates of these sizes; each may be moved to a whole pixel. */
export function sideFor(sizes: readonly number[]): number {
  if (sizes.length === 0) return 0;
  return sizes.reduce((sum, size) => sum + Math.ceil(size + 1) + between, 2 * corner - between);
}

/**
 * Puts nodes that hang together in layers so that edges are short in sum, and splits edges that span
 * several. A label takes a layer of its own in the middle of its edge; edges of one port run together
 * as far as they can.
 */
export function layersOf(
  nodes: readonly Extent[],
  ports: readonly ExtentPort[],
  edges: readonly PartEdge[],
  frames: readonly FrameExtent[] = [],
  framing: Framing = 'beside',
): Layers {
  const frameOf = framesOfNodes(nodes.length, frames);
  const chains = levelChains(nodes, ports, edges, frameOf);
  const level = new Set(chains.flatMap((chain) => chain.edges));
  const { ranks, order } = ranked(nodes, chains, edges, level, frames, framing);
  const spans = spansOf(frames, ranks);
  const forward = edges.map((edge): Forward => {
    const { from, to, fromPort, toPort } = edge;
    const reversed = order[from]! > order[to]!;
    return reversed
      ? { from: to, to: from, fromPort: toPort, toPort: fromPort, reversed }
      : { from, to, fromPort, toPort, reversed };
  });
  const between = forward.filter((_, index) => !level.has(index));
  const beside = [...level].flatMap((index) => {
    const { fromPort, toPort } = edges[index]!;
    return [fromPort, toPort].flatMap((port) => (port === undefined ? [] : [port]));
  });
  const inFrames = { frameOf, spans };
  const splitting = new Splitting(nodes, ranks, ports, between, new Set(beside), inFrames);
  const paths = forward.map((edge, index) =>
    level.has(index) ? undefined : splitting.path(edge, edges[index]!.label),
  );
  const levels: Level[] = [];
  const joined = chains.map((chain) =>
    chain.nodes.flatMap((node, at): number[] => {
      const index = chain.edges[at];
      if (index === undefined) return [node];
      const label = splitting.levelLabel(node, edges[index]!.label);
      const { from, to, fromPort, toPort } = edges[index]!;
      levels.push({ edge: index, from, to, ...defined({ fromPort, toPort, label }) });
      return label === undefined ? [node] : [node, label];
    }),
  );
  const { vertices, slots, pieces, turns } = splitting;
  const framed = withBorders(frames, spans, vertices);
  const layers: number[][] = Array.from({ length: Math.max(...ranks) + 1 }, () => []);
  for (const [index, { layer }] of vertices.entries()) layers[layer]!.push(index);
  return { vertices, slots, pieces, turns, paths, levels, chains: joined, layers, frames: framed };
}

function defined<T extends Readonly<Record<string, number | undefined>>>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: number;
  };
}
