import type { RelationKind } from '../../model/elements/context-map.js';
import type { SizedNode } from '../measure.js';
import type { Box, PictureEdge, PictureNode, PicturePort, Point } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { round } from './geometry.js';
import { groupPadding, leastWidth } from './group-frames.js';
import { labelSize } from './inside.js';
import { groupNode, linkEdge, relationEdge, relationLines, type Landscape } from './landscape.js';
import type { LayeredEdge, LayeredGraph, LayeredResult } from './layered/graph.js';
import { screen } from './fitting.js';
import { portId, type Port } from './ports.js';

const spacing = { node: 44, layer: 52, edgeNode: 20, edge: 14, component: 56 } as const;

/** Relations of which neither side is upstream. */
const symmetric: ReadonlySet<RelationKind> = new Set([
  'partnership',
  'shared-kernel',
  'separate-ways',
]);

/** The graph of the participants of a map. */
export function landscapeLayers(
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  { relations, links, groups }: Pick<Selection, 'relations' | 'links' | 'groups'>,
  direction: Direction,
): LayeredGraph {
  const node = indexOf(nodes.map(({ id }) => id));
  const port = indexOf([...ports.keys()]);
  return {
    nodes: nodes.map(({ width, height }) => ({ width, height })),
    ports: [...ports.values()].map(({ node: at, width, height }) => ({
      node: node(at),
      width,
      height,
    })),
    edges: [
      ...relations.map((relation): LayeredEdge => {
        const lines = relationLines(relation);
        return {
          from: node(relation.upstream),
          to: node(relation.downstream),
          fromPort: port(portId(relation, 'upstream')),
          toPort: port(portId(relation, 'downstream')),
          ...(lines.length > 0 ? { label: labelSize(lines) } : {}),
          ...(symmetric.has(relation.relationKind) ? { level: true } : {}),
        };
      }),
      ...links.map(({ from, to }): LayeredEdge => ({ from: node(from), to: node(to) })),
    ].filter(({ from, to }) => from !== to),
    frames: groups.map((group) => ({
      members: group.members.map(node),
      padding: groupPadding,
      least: leastWidth(group),
    })),
    direction,
    aspect: screen,
    spacing,
  };
}

function indexOf(ids: readonly string[]): (id: string | undefined) => number {
  const places = new Map(ids.map((id, index) => [id, index]));
  return (id) => {
    const index = id === undefined ? undefined : places.get(id);
    if (index === undefined) throw new Error(`${String(id)} is not on the map.`);
    return index;
  };
}

/** Reads what was placed of such a graph. */
export function readLayers(
  placed: LayeredResult,
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  { relations, links, groups }: Pick<Selection, 'relations' | 'links' | 'groups'>,
): Landscape {
  const routes = placed.edges.map(({ points, label }) => ({
    points: points.map(rounded),
    label: label && rounded(label),
  }));
  const between = relations.filter(({ upstream, downstream }) => upstream !== downstream);
  const uses = links.filter(({ from, to }) => from !== to);
  const groupOf = new Map(
    groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  const box = ({ x, y, width, height }: Box): Box => ({
    ...rounded({ x, y }),
    width: round(width),
    height: round(height),
  });
  return {
    nodes: [
      ...groups.map((group, index) => groupNode(group, box(placed.frames[index]!))),
      ...nodes.map((node, index): PictureNode => {
        const parent = groupOf.get(node.id);
        const place = box(placed.nodes[index]!);
        return { ...node, ...place, ...(parent === undefined ? {} : { parent }) };
      }),
    ],
    ports: [...ports.values()].flatMap((port, index): PicturePort[] => {
      const place = placed.ports[index];
      if (!place || !port.label) return [];
      const { id, node, width, height, edges } = port;
      const { side } = place;
      return [{ id, node, ...port.label, ...rounded(place), width, height, side, edges }];
    }),
    edges: [
      ...between.map((relation, index): PictureEdge => {
        const { points, label } = routes[index]!;
        const lines = relationLines(relation);
        return relationEdge(relation, points, label && { ...label, ...labelSize(lines), lines });
      }),
      ...uses.map((link, index) => linkEdge(link, routes[between.length + index]!.points)),
    ],
  };
}

function rounded({ x, y }: Point): Point {
  return { x: round(x), y: round(y) };
}
