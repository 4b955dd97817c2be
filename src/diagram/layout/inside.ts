import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Context, Model } from '../../model/model.js';
import { insideOf } from '../inside.js';
import { fonts } from '../measure.js';
import type { PictureEdge, PictureNode } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { textWidth, wrapped } from '../text-metrics.js';
import type { LayoutEngine } from './engine.js';
import { labelOf, pointsOf } from './geometry.js';
import { laidOut, layered } from './options.js';
import { describeEdge } from './describe-edge.js';

/** The inside of an opened context, placed relative to its own corner. */
export interface InsideLayout {
  readonly width: number;
  readonly height: number;
  readonly flow: Direction;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** With more opened contexts than this, trying both directions for each takes longer than it gains. */
const mostBothWays = 8;

/** Lays out the inside of one context by itself, so that an edit in it moves nothing elsewhere. */
export async function layoutInside(
  model: Model,
  context: Context,
  selection: Selection,
  engine: LayoutEngine,
  former?: Direction,
): Promise<InsideLayout> {
  const { nodes, edges } = insideOf(model, context, selection);
  if (nodes.length === 0) return { width: 0, height: 0, flow: 'right', nodes: [], edges: [] };
  const labels = new Map(
    edges.map(({ id, label }) => [
      id,
      label === undefined ? [] : wrapped(label, 150, fonts.label, 2),
    ]),
  );
  const graph = (direction: Direction): ElkNode => ({
    id: context.id,
    layoutOptions: {
      ...layered(direction, nodes.length, edges.length),
      'elk.aspectRatio': '1.5',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': '24',
      'elk.spacing.edgeNode': '16',
      'elk.spacing.edgeEdge': '12',
      'elk.layered.spacing.nodeNodeBetweenLayers': '44',
      'elk.layered.spacing.edgeNodeBetweenLayers': '16',
      'elk.spacing.componentComponent': '24',
    },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ from, to, id }, index) => {
      const lines = labels.get(id) ?? [];
      return {
        id: String(index),
        sources: [from],
        targets: [to],
        labels: lines.length === 0 ? [] : [inlineLabel(lines)],
      };
    }),
  });
  const direction =
    selection.direction ?? former ?? (selection.open.size > mostBothWays ? 'right' : undefined);
  const { placed, flow } = await laidOut(
    engine,
    graph,
    { boxes: nodes.length, edges: edges.length },
    direction,
    1.5,
  );
  const places = new Map((placed.children ?? []).map((child) => [child.id, child]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    flow,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0 } = places.get(node.id) ?? {};
      return { ...node, x, y, parent: context.id };
    }),
    edges: (placed.edges ?? []).flatMap((edge): PictureEdge[] => {
      const source = edges[Number(edge.id)];
      if (!source) return [];
      const { id, style, from, to } = source;
      const label = labelOf(edge, labels.get(id) ?? []);
      return [
        {
          id,
          style,
          from,
          to,
          inside: context.id,
          points: pointsOf(edge),
          arrow: style !== 'use',
          ...(label ? { label } : {}),
          description: describeEdge(source),
        },
      ];
    }),
  };
}

/** A label that interrupts its line, so that it is clear which line it belongs to. */
export function inlineLabel(lines: readonly string[]) {
  return {
    text: lines.join('\n'),
    width: Math.max(...lines.map((line) => textWidth(line, fonts.label))) + 10,
    height: lines.length * (fonts.label + 4) + 4,
    layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
  };
}
