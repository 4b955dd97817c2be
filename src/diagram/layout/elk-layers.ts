/** The same graphs that our own layers lay out, by the Eclipse Layout Kernel. */
import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Box, Point, Side } from '../picture.js';
import type {
  LayeredEdge,
  LayeredGraph,
  LayeredResult,
  LayeredRoute,
  PlacedPort,
} from './layered/graph.js';
import { layered } from './options.js';

let engine: Promise<ELK> | undefined;

/** Lays a graph out with ELK layered, which is loaded on first use: it is half of all code. */
export async function elkLayers(graph: LayeredGraph): Promise<LayeredResult> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => {
    const exported = module.default as unknown as { default?: new () => ELK } & (new () => ELK);
    return new (exported.default ?? exported)();
  });
  return resultOf(graph, await (await engine).layout(elkGraph(graph)));
}

/** Nodes and ports are named by their numbers, frames by theirs. */
function elkGraph(graph: LayeredGraph): ElkNode {
  const { nodes, ports = [], edges, frames = [], direction, aspect, spacing } = graph;
  const px = (length: number) => String(length);
  const children = nodes.map(({ width, height }, node): ElkNode => ({
    id: `n${node}`,
    width,
    height,
    layoutOptions: {
      'elk.portConstraints': 'FREE',
      'elk.nodeSize.constraints': '[PORTS, MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${width},${height})`,
      'elk.spacing.portPort': '9',
      'elk.spacing.portsSurrounding': '[top=12,left=12,bottom=12,right=12]',
    },
    ports: ports.flatMap(({ node: at, ...size }, port): ElkPort[] =>
      at === node ? [{ id: `p${port}`, ...size }] : [],
    ),
  }));
  const framed = new Set(frames.flatMap(({ members }) => members));
  const groups = frames.map(({ members, padding, least }, frame): ElkNode => ({
    id: `f${frame}`,
    layoutOptions: {
      'elk.padding': `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
      'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${least},0)`,
    },
    children: members.map((node) => children[node]!),
  }));
  return {
    id: 'root',
    layoutOptions: {
      ...layered(direction, nodes.length, edges.length),
      ...(frames.length > 0 ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' } : {}),
      'elk.aspectRatio': px(aspect),
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': px(spacing.node),
      'elk.layered.spacing.nodeNodeBetweenLayers': px(spacing.layer),
      'elk.spacing.edgeNode': px(spacing.edgeNode),
      'elk.layered.spacing.edgeNodeBetweenLayers': px(spacing.edgeNode),
      'elk.spacing.edgeEdge': px(spacing.edge),
      'elk.layered.spacing.edgeEdgeBetweenLayers': px(spacing.edge),
      'elk.spacing.portPort': '9',
      'elk.spacing.edgeLabel': '4',
      'elk.spacing.componentComponent': px(spacing.component),
    },
    children: [...groups, ...children.filter((_, node) => !framed.has(node))],
    edges: edges.map(elkEdge),
  };
}

/** A label interrupts its line, so that it is clear which line it belongs to. */
function elkEdge(
  { from, to, fromPort, toPort, label }: LayeredEdge,
  edge: number,
): ElkExtendedEdge {
  const layoutOptions = {
    'elk.edgeLabels.placement': 'CENTER',
    'elk.edgeLabels.inline': 'true',
  };
  return {
    id: `e${edge}`,
    sources: [fromPort === undefined ? `n${from}` : `p${fromPort}`],
    targets: [toPort === undefined ? `n${to}` : `p${toPort}`],
    labels: label ? [{ text: '-', ...label, layoutOptions }] : [],
  };
}

function resultOf(
  { nodes, ports = [], edges, frames = [] }: LayeredGraph,
  placed: ElkNode,
): LayeredResult {
  const places = new Map<string, ElkNode>();
  for (const child of placed.children ?? []) {
    places.set(child.id, child);
    for (const member of child.children ?? []) places.set(member.id, member);
  }
  const boxes = nodes.map((_, node) => boxOf(places.get(`n${node}`)));
  const lines = new Map((placed.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: boxes,
    ports: ports.map(({ node }, port): PlacedPort | undefined => {
      const found = places.get(`n${node}`)?.ports?.find(({ id }) => id === `p${port}`);
      if (!found) return undefined;
      const box = boxOf(found);
      return { ...box, side: sideOf(box, boxes[node]!) };
    }),
    edges: edges.map((_, edge) => routeOf(lines.get(`e${edge}`))),
    frames: frames.map((_, frame) => boxOf(places.get(`f${frame}`))),
  };
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box> = {}): Box {
  return { x, y, width, height };
}

function routeOf({ sections = [], labels = [] }: Partial<ElkExtendedEdge> = {}): LayeredRoute {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }): Point[] =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
  );
  const [label] = labels;
  return { points, ...(label ? { label: { x: label.x ?? 0, y: label.y ?? 0 } } : {}) };
}

/** The side of a box at which a port stands outside of it. */
function sideOf(port: Box, box: Box): Side {
  if (port.x + port.width <= box.x + 0.5) return 'left';
  if (port.x >= box.x + box.width - 0.5) return 'right';
  return port.y + port.height <= box.y + 0.5 ? 'top' : 'bottom';
}
