import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Relation } from '../../model/model.js';
import { relationDescription, relationText } from '../labels.js';
import { fonts, type SizedNode } from '../measure.js';
import type { Box, PictureEdge, PictureNode, PicturePort, Side } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { wrapped } from '../text-metrics.js';
import { labelOf, pointsOf, round } from './geometry.js';
import { labelSize } from './inside.js';
import { layered } from './options.js';
import { portId, type Port } from './ports.js';

/** What is placed on the outer level: boxes, ports and routes, before insides are put in. */
export interface Landscape {
  readonly nodes: readonly PictureNode[];
  readonly ports: readonly PicturePort[];
  readonly edges: readonly PictureEdge[];
}

/** The graph of participants for ELK: contexts, externals and actors with ports and relations. */
export function landscapeGraph(
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  { relations, links, groups }: Selection,
  direction: Direction,
): ElkNode {
  const byNode = new Map<string, Port[]>();
  for (const port of ports.values()) {
    const known = byNode.get(port.node);
    if (known) known.push(port);
    else byNode.set(port.node, [port]);
  }
  const children = new Map(
    nodes.map(({ id, width, height }): [string, ElkNode] => [
      id,
      {
        id,
        width,
        height,
        layoutOptions: {
          'elk.portConstraints': 'FREE',
          'elk.nodeSize.constraints': '[PORTS, MINIMUM_SIZE]',
          'elk.nodeSize.minimum': `(${String(width)},${String(height)})`,
          'elk.spacing.portPort': '9',
          'elk.spacing.portsSurrounding': '[top=12,left=12,bottom=12,right=12]',
        },
        ports: (byNode.get(id) ?? []).map((port): ElkPort => ({
          id: port.id,
          width: port.width,
          height: port.height,
        })),
      },
    ]),
  );
  const grouped = groups.map((group): ElkNode => {
    const members = group.members.flatMap((id) => children.get(id) ?? []);
    for (const { id } of members) children.delete(id);
    return {
      id: group.id,
      layoutOptions: { 'elk.padding': '[top=60,left=22,bottom=22,right=22]' },
      children: members,
    };
  });
  return {
    id: 'root',
    layoutOptions: {
      ...layered(direction, nodes.length, relations.length + links.length),
      ...(groups.length > 0 ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' } : {}),
      'elk.aspectRatio': '1.7',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': '44',
      'elk.layered.spacing.nodeNodeBetweenLayers': '52',
      'elk.spacing.edgeNode': '22',
      'elk.spacing.edgeEdge': '16',
      'elk.spacing.portPort': '9',
      'elk.spacing.edgeLabel': '4',
      'elk.spacing.componentComponent': '56',
      'elk.layered.spacing.edgeNodeBetweenLayers': '20',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
    },
    children: [...grouped, ...children.values()],
    edges: [
      ...relations.map((relation): ElkExtendedEdge => {
        const lines = relationLines(relation);
        return {
          id: relation.id,
          sources: [portId(relation, 'upstream')],
          targets: [portId(relation, 'downstream')],
          labels: lines.length > 0 ? [inlineLabel(lines)] : [],
        };
      }),
      ...links.map(({ id, from, to }): ElkExtendedEdge => ({ id, sources: [from], targets: [to] })),
    ],
  };
}

/** Lines of the label in the middle of a relation. */
export function relationLines(relation: Relation): string[] {
  const text = relationText(relation);
  return text === '' ? [] : wrapped(text, 150, fonts.label, 3);
}

/** Reads what ELK placed. */
export function readLandscape(
  placed: ElkNode,
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  selection: Selection,
): Landscape {
  const groupOf = new Map(
    selection.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  const places = new Map<string, ElkNode>();
  for (const child of placed.children ?? []) {
    places.set(child.id, child);
    for (const member of child.children ?? []) places.set(member.id, member);
  }
  const result: PictureNode[] = selection.groups.map((group) =>
    groupNode(group, places.get(group.id)),
  );
  const drawnPorts: PicturePort[] = [];
  for (const node of nodes) {
    const place = places.get(node.id);
    if (!place) continue;
    const { x = 0, y = 0, width = node.width, height = node.height } = place;
    const parent = groupOf.get(node.id);
    const box = { x: round(x), y: round(y), width: round(width), height: round(height) };
    result.push({ ...node, ...box, ...(parent === undefined ? {} : { parent }) });
    for (const { id, x: px = 0, y: py = 0 } of place.ports ?? []) {
      const port = ports.get(id);
      if (!port?.label) continue;
      const at = { x: round(px), y: round(py), width: port.width, height: port.height };
      drawnPorts.push({
        id,
        node: node.id,
        ...port.label,
        ...at,
        side: sideOf(at, box),
        edges: port.edges,
      });
    }
  }
  const relations = new Map(selection.relations.map((relation) => [relation.id, relation]));
  const edges = (placed.edges ?? []).flatMap((edge): PictureEdge[] => {
    const relation = relations.get(edge.id);
    const points = pointsOf(edge);
    if (relation) return [relationEdge(relation, points, labelOf(edge, relationLines(relation)))];
    const link = selection.links.find(({ id }) => id === edge.id);
    return link ? [linkEdge(link, points)] : [];
  });
  return {
    nodes: result,
    ports: drawnPorts,
    edges,
  };
}

/** A label that interrupts its line, so that it is clear which line it belongs to. */
function inlineLabel(lines: readonly string[]) {
  return {
    text: lines.join('\n'),
    ...labelSize(lines),
    layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
  };
}

function sideOf(port: Box, box: Box): Side {
  if (port.x + port.width <= box.x + 0.5) return 'left';
  if (port.x >= box.x + box.width - 0.5) return 'right';
  return port.y + port.height <= box.y + 0.5 ? 'top' : 'bottom';
}

function groupNode(group: Selection['groups'][number], place: ElkNode | undefined): PictureNode {
  const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
  return {
    id: group.id,
    element: group.id,
    shape: 'group',
    name: [group.label],
    details: [],
    rows: [],
    mark: group.kind,
    ghost: false,
    open: true,
    expandable: false,
    description: `${group.kind === 'team' ? 'Team' : 'Domain'} ${group.label}`,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
  };
}

/** A relation's edge with its route. */
export function relationEdge(
  relation: Relation,
  points: PictureEdge['points'],
  label: PictureEdge['label'],
): PictureEdge {
  const { id, relationKind, origin, upstream = '', downstream = '' } = relation;
  return {
    id,
    style: origin === 'derived' ? 'derived' : relationKind,
    from: upstream,
    to: downstream,
    arrow: relationKind === 'upstream-downstream' || relationKind === 'customer-supplier',
    points,
    ...(label ? { label } : {}),
    description: relationDescription(relation),
  };
}

/** What an actor uses, with its route. */
export function linkEdge(
  { id, from, to }: Selection['links'][number],
  points: PictureEdge['points'],
): PictureEdge {
  const name = (text: string) => text.slice(text.indexOf(':') + 1);
  const description = `${name(from)} uses ${name(to)}`;
  return { id, style: 'call', from, to, arrow: true, points, description };
}
