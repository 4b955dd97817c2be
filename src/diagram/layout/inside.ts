import type { Context, Model } from '../../model/model.js';
import { insideOf, type Inside } from '../inside.js';
import { fonts } from '../measure.js';
import type { PictureEdge, PictureNode } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { textWidth, wrapped } from '../text-metrics.js';
import { describeEdge } from './describe-edge.js';
import type { LayoutEngine } from './engine.js';
import { fittingLayout } from './options.js';
import { round } from './geometry.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';

/** The inside of an opened context, placed relative to its own corner. */
export interface InsideLayout {
  readonly width: number;
  readonly height: number;
  readonly flow: Direction;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Width by height that suits a box among others. */
const aspect = 1.5;

const spacing = { node: 24, layer: 44, edgeNode: 16, edge: 12, component: 24 } as const;

/** Lays out the inside of one context by itself, so that an edit in it moves nothing elsewhere. */
export async function layoutInside(
  model: Model,
  context: Context,
  selection: Selection,
  engine: LayoutEngine,
  former?: Direction,
): Promise<InsideLayout> {
  const inside = insideOf(model, context, selection);
  if (inside.nodes.length === 0)
    return { width: 0, height: 0, flow: 'right', nodes: [], edges: [] };
  const lines = inside.edges.map(({ label }) =>
    label === undefined ? [] : wrapped(label, 150, fonts.label, 2),
  );
  const place = async (direction: Direction) => ({
    flow: direction,
    placed: await engine.layers(graphOf(inside, lines, direction)),
  });
  const known = selection.direction ?? former;
  const { placed, flow } = await (known ? place(known) : fittingLayout(aspect, place));
  return { flow, ...drawn(context, inside, lines, placed) };
}

function graphOf(
  { nodes, edges }: Inside,
  lines: readonly (readonly string[])[],
  direction: Direction,
): LayeredGraph {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  return {
    nodes: nodes.map(({ width, height }) => ({ width, height })),
    edges: edges.map(({ from, to }, edge) => {
      const label = lines[edge] ?? [];
      return {
        from: index.get(from) ?? 0,
        to: index.get(to) ?? 0,
        ...(label.length > 0 ? { label: labelSize(label) } : {}),
      };
    }),
    direction,
    aspect,
    spacing,
  };
}

function drawn(
  context: Context,
  { nodes, edges }: Inside,
  lines: readonly (readonly string[])[],
  placed: LayeredResult,
): Omit<InsideLayout, 'flow'> {
  const { width, height } = placed;
  return {
    width,
    height,
    nodes: nodes.map((node, at) => ({
      ...node,
      ...(placed.nodes[at] ?? { x: 0, y: 0 }),
      parent: context.id,
    })),
    edges: edges.map((source, at): PictureEdge => {
      const { id, style, from, to } = source;
      const { points = [], label } = placed.edges[at] ?? {};
      const text = lines[at] ?? [];
      return {
        id,
        style,
        from,
        to,
        inside: context.id,
        points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
        arrow: style !== 'use',
        ...(label
          ? { label: { x: round(label.x), y: round(label.y), ...labelSize(text), lines: text } }
          : {}),
        description: describeEdge(source),
      };
    }),
  };
}

/** Room for a label that interrupts its line. */
export function labelSize(lines: readonly string[]) {
  return {
    width: Math.max(...lines.map((line) => textWidth(line, fonts.label))) + 10,
    height: lines.length * (fonts.label + 4) + 4,
  };
}
