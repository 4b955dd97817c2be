import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Model, Relation } from '../../model/model.js';
import { insideOf } from '../inside.js';
import { portLabel, relationDescription, relationText } from '../labels.js';
import {
  actorNode,
  contextNode,
  eventNode,
  externalNode,
  fonts,
  serviceNode,
  storeNode,
  type SizedNode,
} from '../measure.js';
import type { Picture, PictureEdge, PictureNode, PicturePort, Point } from '../picture.js';
import type { Selection } from '../select.js';
import { textWidth, wrapped } from '../text-metrics.js';
import { frame } from './frame.js';



const header = 40;

/** Runs the Eclipse Layout Kernel on a graph: in this thread, in a worker, or from a cache. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/**
 * Places everything that a selection shows, in two levels: first the inside of each opened
 * context by itself, then the contexts among each other. The same selection gives the same
 * picture.
 */
export async function layout(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
): Promise<Picture> {
  const insides = await Promise.all(
    selection.contexts
      .filter(({ id }) => selection.open.has(id))
      .map(async (context) => [context.id, await layoutInside(model, context.id, selection, engine)] as const),
  );
  const inside = new Map(insides);
  const sized = [
    ...selection.contexts.map((context) => {
      const node = contextNode(model, context, selection);
      const content = inside.get(context.id);
      if (!content || content.nodes.length === 0) return { ...node, open: false };
      const top = header + (node.mark === '' ? 0 : 16);
      return {
        ...node,
        open: true,
        width: Math.max(node.width, content.width + 32),
        height: content.height + top + 20,
      };
    }),
    ...selection.externals.map(externalNode),
    ...selection.actors.map(actorNode),
  ];
  const ports = portsOf(selection.relations);
  const placed = await engine(landscape(sized, ports, selection));
  return toPicture(selection, sized, ports, placed, inside, model);
}

interface Port {
  readonly id: string;
  readonly node: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly edges: string[];
}

/** One port for each end of a relation; consumers of an open-host service share its port. */
function portsOf(relations: readonly Relation[]): Map<string, Port> {
  const ports = new Map<string, Port>();
  for (const relation of relations) {
    for (const end of ['upstream', 'downstream'] as const) {
      const node = relation[end];
      const label = portLabel(relation, end);
      if (node === undefined) continue;
      const shared = end === 'upstream' && label.includes('OHS');
      const id = shared ? `${node}|${label}` : `${relation.id}|${end}`;
      const known = ports.get(id);
      if (known) {
        known.edges.push(relation.id);
        continue;
      }
      const width = label === '' ? 1 : textWidth(label, fonts.port, 'bold') + 12;
      ports.set(id, { id, node, label, width, height: label === '' ? 1 : 18, edges: [relation.id] });
    }
  }
  return ports;
}

const common = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.crossingMinimization.greedySwitch.type': 'TWO_SIDED',
  'elk.layered.thoroughness': '20',
  'elk.randomSeed': '1',
} as const;

function landscape(
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  { relations, direction }: Selection,
): ElkNode {
  const byNode = new Map<string, Port[]>();
  for (const port of ports.values()) {
    byNode.set(port.node, [...(byNode.get(port.node) ?? []), port]);
  }
  return {
    id: 'root',
    layoutOptions: {
      ...common,
      'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
      'elk.aspectRatio': '1.7',
      'elk.spacing.nodeNode': '48',
      'elk.layered.spacing.nodeNodeBetweenLayers': '64',
      'elk.spacing.edgeNode': '24',
      'elk.spacing.edgeEdge': '18',
      'elk.spacing.portPort': '14',
      'elk.spacing.edgeLabel': '5',
      'elk.spacing.componentComponent': '60',
      'elk.layered.spacing.edgeNodeBetweenLayers': '22',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '16',
    },
    children: nodes.map(({ id, width, height }) => ({
      id,
      width,
      height: Math.max(height, portSpace(byNode.get(id) ?? [])),
      layoutOptions: { 'elk.portConstraints': 'FREE' },
      ports: (byNode.get(id) ?? []).map((port): ElkPort => ({ id: port.id, width: port.width, height: port.height })),
    })),
    edges: relations.map((relation): ElkExtendedEdge => {
      const lines = relationLines(relation);
      const [source, target] = endsOf(relation);
      return {
        id: relation.id,
        sources: [source],
        targets: [target],
        labels:
          lines.length > 0
            ? [
                {
                  text: lines.join('\n'),
                  width: Math.max(...lines.map((line) => textWidth(line, fonts.label))) + 10,
                  height: lines.length * (fonts.label + 4) + 4,
                  layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
                },
              ]
            : [],
      };
    }),
  };
}

/** Height that a side full of ports needs. */
function portSpace(ports: readonly Port[]): number {
  return ports.length < 3 ? 0 : Math.ceil(ports.length / 2) * 32 + 16;
}

function endsOf(relation: Relation): [string, string] {
  const shared = portLabel(relation, 'upstream').includes('OHS');
  const up = shared
    ? `${relation.upstream ?? ''}|${portLabel(relation, 'upstream')}`
    : `${relation.id}|upstream`;
  return [up, `${relation.id}|downstream`];
}

function relationLines(relation: Relation): string[] {
  const text = relationText(relation);
  return text === '' ? [] : wrapped(text, 150, fonts.label, 3);
}

interface InsideLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

async function layoutInside(
  model: Model,
  contextId: string,
  selection: Selection,
  engine: LayoutEngine,
): Promise<InsideLayout> {
  const context = selection.contexts.find(({ id }) => id === contextId);
  if (!context) return { width: 0, height: 0, nodes: [], edges: [] };
  const content = insideOf(model, context, selection);
  const sized = [
    ...content.services.map((service) => serviceNode(model, service, selection)),
    ...content.stores.map(storeNode),
    ...content.events.map(eventNode),
  ];
  const placed = await engine({
    id: contextId,
    layoutOptions: {
      ...common,
      'elk.direction': 'RIGHT',
      'elk.aspectRatio': '1.5',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': '22',
      'elk.layered.spacing.nodeNodeBetweenLayers': '40',
      'elk.spacing.componentComponent': '22',
    },
    children: sized.map(({ id, width, height }) => ({ id, width, height })),
    edges: content.edges.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      labels:
        label === undefined
          ? []
          : [{ text: label, width: textWidth(label, fonts.label) + 8, height: fonts.label + 6, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }],
    })),
  });
  const places = new Map((placed.children ?? []).map((child) => [child.id, child]));
  const styles = new Map(content.edges.map((edge) => [edge.id, edge]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: sized.map((node) => {
      const { x = 0, y = 0 } = places.get(node.id) ?? {};
      return { ...node, x, y, parent: contextId };
    }),
    edges: (placed.edges ?? []).flatMap((edge) => {
      const source = styles.get(edge.id);
      if (!source) return [];
      const { style, from, to } = source;
      const arrow = style !== 'use';
      return [{ id: edge.id, style, from, to, arrow, points: pointsOf(edge), ...labelOf(edge, source.label === undefined ? [] : [source.label]), description: `${from} to ${to}` }];
    }),
  };
}

function pointsOf(edge: ElkExtendedEdge): Point[] {
  return (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]).map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

function labelOf(edge: ElkExtendedEdge, lines: readonly string[]): Pick<PictureEdge, 'label'> {
  const [label] = edge.labels ?? [];
  if (!label || lines.length === 0) return {};
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  return { label: { x: round(x), y: round(y), width, height, lines } };
}

/** Half pixels are fine enough, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 2) / 2;
}

function shifted<T extends Point>(point: T, dx: number, dy: number): T {
  return { ...point, x: round(point.x + dx), y: round(point.y + dy) };
}

function toPicture(
  selection: Selection,
  sized: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  placed: ElkNode,
  insides: ReadonlyMap<string, InsideLayout>,
  model: Model,
): Picture {
  const dx = frame.margin;
  const dy = frame.margin + frame.title;
  const places = new Map((placed.children ?? []).map((child) => [child.id, child]));
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [];
  const drawnPorts: PicturePort[] = [];
  for (const node of sized) {
    const place = places.get(node.id);
    if (!place) continue;
    const { x = 0, y = 0, width = node.width, height = node.height } = place;
    nodes.push({ ...node, width, height, x: round(x + dx), y: round(y + dy) });
    const inside = node.open ? insides.get(node.id) : undefined;
    if (inside) {
      const left = x + dx + (width - inside.width) / 2;
      const top = y + dy + header + (node.mark === '' ? 0 : 16);
      nodes.push(...inside.nodes.map((inner) => shifted(inner, left, top)));
      for (const edge of inside.edges) {
        edges.push({
          ...edge,
          points: edge.points.map((point) => shifted(point, left, top)),
          ...(edge.label ? { label: shifted(edge.label, left, top) } : {}),
        });
      }
    }
    for (const { id, x: px = 0, y: py = 0, width: pw = 0, height: ph = 0 } of place.ports ?? []) {
      const port = ports.get(id);
      if (!port || port.label === '') continue;
      const side = px + pw <= 0.5 ? 'left' : px >= width - 0.5 ? 'right' : py + ph <= 0.5 ? 'top' : 'bottom';
      drawnPorts.push({
        node: node.id, label: port.label, side, edges: port.edges,
        x: round(x + dx + px), y: round(y + dy + py), width: pw, height: ph,
      });
    }
  }
  const relations = new Map(selection.relations.map((relation) => [relation.id, relation]));
  for (const edge of placed.edges ?? []) {
    const relation = relations.get(edge.id);
    if (!relation) continue;
    const { relationKind, origin, upstream = '', downstream = '' } = relation;
    const label = labelOf(edge, relationLines(relation));
    edges.push({
      id: relation.id,
      style: origin === 'derived' ? 'derived' : relationKind,
      from: upstream,
      to: downstream,
      arrow: relationKind === 'upstream-downstream' || relationKind === 'customer-supplier',
      points: pointsOf(edge).map((point) => shifted(point, dx, dy)),
      ...(label.label ? { label: shifted(label.label, dx, dy) } : {}),
      description: relationDescription(relation),
    });
  }
  const width = Math.max(Math.ceil(placed.width ?? 0) + 2 * frame.margin, 620);
  const height = Math.ceil(placed.height ?? 0) + 2 * frame.margin + frame.title + frame.legend;
  return { title: titleOf(selection, model), width, height, nodes, ports: drawnPorts, edges };
}

function titleOf(selection: Selection, model: Model): string {
  const system = model.systems[0];
  const name = system?.title ?? system?.name;
  return name === undefined || name === selection.title ? selection.title : `${name} – ${selection.title}`;
}
