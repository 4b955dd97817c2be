/**
 * A layered layout: contexts with the plates at their borders, and what is inside of a context. Nodes
 * stand in layers, edges point from layer to layer and bend at right angles (K. Sugiyama, S. Tagawa,
 * M. Toda, 1981). It takes a tenth of what ELK takes.
 */
import type { Box, Point, Side, Size } from '../../picture.js';
import { offShape } from '../fitting.js';
import { attached } from './attach.js';
import { connected } from './connected.js';
import { drawn, type Drawn, type PlateSide } from './drawn.js';
import { frameExtent, framesOfNodes } from './frames.js';
import type { LayeredGraph, LayeredResult, LayeredRoute, PlacedPort } from './graph.js';
import { estimatedExtent } from './estimate.js';
import { insetsOf } from './insets.js';
import { separated, united } from './islands.js';
import { levelRooms } from './level-rooms.js';
import { layersOf, type Extent, type ExtentPort, type Layers, type PartEdge } from './layers.js';
import { columns } from './columns.js';
import { bestDrawing } from './best-drawing.js';
import { bestOrders } from './orders.js';
import { packed } from './pack.js';
import { placement } from './placement.js';

/** Parts with more pieces than this are drawn in one way only. */
const mostCompared = 3000;

/** Lays a graph out. Parts that do not hang together stand apart. */
export function layeredLayout(graph: LayeredGraph): LayeredResult {
  const apart = separated(graph);
  if (!apart) return parts(graph);
  const islands = apart.islands.map((island) => parts(island.graph));
  const mainland = apart.mainland(islands);
  return united(graph, apart, islands, mainland, parts(mainland.graph));
}

/** Lays out parts, each by itself, and packs them. */
function parts(graph: LayeredGraph): LayeredResult {
  const { nodes, ports = [], frames = [], direction, aspect, spacing } = graph;
  const down = direction === 'down';
  const drawings = partsOf(graph).map((part) => {
    const { variants, extents, plates, edgeFrames, before } = part;
    const isLarge = variants.some(({ pieces }) => pieces.length > mostCompared);
    const ways = (isLarge ? [better(variants, graph)] : variants).map((layers) =>
      bestOrders(layers, before).map((order) => () => {
        const rooms = levelRooms(layers, plates);
        const insets = insetsOf(layers, order, plates);
        const across = placement(layers, order, attached(layers, order, insets), insets, spacing);
        const bends = columns(layers, across, rooms, spacing);
        return drawn(layers, extents, plates, insets, across, rooms, bends);
      }),
    );
    const shape = (drawing: Drawn) => turnedSize(drawing, down);
    return { ...part, drawing: bestDrawing(ways, shape, edgeFrames) };
  });
  const { corners, size } = packed(
    drawings.map(({ drawing }) => turnedSize(drawing, down)),
    spacing.component,
    aspect,
  );
  const result = {
    nodes: new Array<Box>(nodes.length),
    ports: new Array<PlacedPort | undefined>(ports.length).fill(undefined),
    edges: new Array<LayeredRoute>(graph.edges.length),
    frames: new Array<Box>(frames.length),
  };
  for (const [index, part] of drawings.entries()) put(part, corners[index]!, down, result);
  return { ...size, ...result };
}

/**
 * About how large a layout will be, from its layers alone, which take a fraction of the time: what
 * the order in the layers and the ways of edges add is estimated.
 */
export function layeredShape(graph: LayeredGraph): Size {
  const apart = separated(graph);
  if (!apart) return partsShape(graph);
  return partsShape(apart.mainland(apart.islands.map((island) => partsShape(island.graph))).graph);
}

function partsShape(graph: LayeredGraph): Size {
  const { aspect, spacing } = graph;
  return packed(
    partsOf(graph).map(({ variants }) => shapeOf(better(variants, graph), graph)),
    spacing.component,
    aspect,
  ).size;
}

function shapeOf(layers: Layers, { direction, spacing }: LayeredGraph): Size {
  return turnedSize(estimatedExtent(layers, spacing), direction === 'down');
}

/** Of several ways to put the same nodes in layers, the one whose shape pleases most. */
function better(variants: readonly Layers[], graph: LayeredGraph): Layers {
  return variants.reduce((best, layers) =>
    offShape(shapeOf(layers, graph)) < offShape(shapeOf(best, graph)) ? layers : best,
  );
}

/** Parts that hang together, in layers; if there are frames, in two ways. */
function partsOf({ nodes, ports = [], edges, frames = [], direction }: LayeredGraph) {
  const turned = ({ width, height }: Size): Extent =>
    direction === 'down' ? { along: height, across: width } : { along: width, across: height };
  /** Within its part. */
  const place = new Int32Array(nodes.length);
  const together = frames.flatMap(({ members }) =>
    members.slice(1).map((to) => ({ from: members[0]!, to })),
  );
  const partOf = new Int32Array(nodes.length);
  const parts = connected(nodes.length, [...edges, ...together]);
  for (const [index, part] of parts.entries()) for (const node of part.nodes) partOf[node] = index;
  return parts.map((part, index) => {
    const ownEdges = part.edges.filter((edge) => edge < edges.length);
    const ownFrames = [...frames.keys()].filter(
      (frame) => partOf[frames[frame]!.members[0]!] === index,
    );
    for (const [index, node] of part.nodes.entries()) place[node] = index;
    const local = new Map<number, number>();
    const number = (port: number | undefined) => {
      if (port === undefined) return undefined;
      const known = local.get(port);
      if (known !== undefined) return known;
      local.set(port, local.size);
      return local.size - 1;
    };
    const own = ownEdges.map((index): PartEdge => {
      const { from, to, fromPort, toPort, label, level = false } = edges[index]!;
      return {
        from: place[from]!,
        to: place[to]!,
        fromPort: number(fromPort),
        toPort: number(toPort),
        label: label && turned(label),
        level,
      };
    });
    const extents = part.nodes.map((node) => turned(nodes[node]!));
    const plates = [...local.keys()].map((port): ExtentPort => {
      const { along, across } = turned(ports[port]!);
      return { along, across, node: place[ports[port]!.node]! };
    });
    const framed = ownFrames.map((frame) => {
      const { members } = frames[frame]!;
      const local = members.map((node) => place[node]!);
      return frameExtent(frames[frame]!, local, direction === 'down');
    });
    const frameOf = framesOfNodes(extents.length, framed);
    const edgeFrames = own.map(({ from, to }) => [frameOf[from], frameOf[to]] as const);
    const framings = framed.length > 0 ? (['beside', 'behind'] as const) : (['beside'] as const);
    const variants = framings.map((framing) => layersOf(extents, plates, own, framed, framing));
    return {
      nodes: part.nodes,
      edges: ownEdges,
      frames: ownFrames,
      ports: [...local.keys()],
      extents,
      before: part.nodes.map((node) => nodes[node]!.before),
      plates,
      edgeFrames,
      variants,
    };
  });
}

function turnedSize({ along, across }: Extent, down: boolean): Size {
  return down ? { width: across, height: along } : { width: along, height: across };
}

/** Puts a part where it was packed to, and turns it into its direction. */
function put(
  part: {
    readonly nodes: readonly number[];
    readonly ports: readonly number[];
    readonly edges: readonly number[];
    readonly frames: readonly number[];
    readonly drawing: Drawn;
  },
  corner: Point,
  down: boolean,
  result: {
    nodes: Box[];
    ports: (PlacedPort | undefined)[];
    edges: LayeredRoute[];
    frames: Box[];
  },
): void {
  const moved = ({ x, y }: Point): Point =>
    down ? { x: corner.x + y, y: corner.y + x } : { x: corner.x + x, y: corner.y + y };
  const box = ({ x, y, width, height }: Box): Box => ({
    ...moved({ x, y }),
    ...(down ? { width: height, height: width } : { width, height }),
  });
  const { drawing } = part;
  for (const [at, node] of part.nodes.entries()) result.nodes[node] = box(drawing.nodes[at]!);
  for (const [at, frame] of part.frames.entries()) result.frames[frame] = box(drawing.frames[at]!);
  for (const [at, port] of part.ports.entries()) {
    const placed = drawing.ports[at]!;
    const sides: Readonly<Record<PlateSide, Side>> = down
      ? { before: 'top', after: 'bottom', first: 'left', last: 'right' }
      : { before: 'left', after: 'right', first: 'top', last: 'bottom' };
    result.ports[port] = { ...box(placed), side: sides[placed.side] };
  }
  for (const [at, edge] of part.edges.entries()) {
    const { points, label } = drawing.edges[at]!;
    result.edges[edge] = {
      points: points.map(moved),
      ...(label ? { label: moved(label) } : {}),
    };
  }
}
