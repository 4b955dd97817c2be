import type { Context } from '../../model/elements/context.js';
import type { Model } from '../../model/model.js';
import { insideOf, type Inside } from '../inside.js';
import { fonts } from '../measure.js';
import type { Box, PictureEdge, PictureNode, Size } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { textWidth, wrapped } from '../text-metrics.js';
import { describeEdge } from './describe-edge.js';
import type { LayoutEngine } from './engine.js';
import { fittingDirection } from './fitting.js';
import { round } from './geometry.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';

/** The inside of an opened context, placed relative to its own corner. */
export interface InsideLayout extends InsideShape {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** How the inside of a context was before. */
export interface FormerInside {
  readonly flow?: Direction | undefined;
  /** By id, anywhere in the picture. */
  readonly boxes: ReadonlyMap<string, Box>;
}

const spacing = { node: 24, layer: 44, edgeNode: 16, edge: 12, component: 24 } as const;

/** How large the inside of a context is, and where it flows to. */
export interface InsideShape extends Size {
  readonly flow: Direction;
  /** There is nothing in it. */
  readonly isEmpty: boolean;
}

/**
 * The inside of one context, which is laid out by itself, so that an edit in it moves nothing
 * elsewhere.
 */
export class Interior {
  readonly #context: Context;
  readonly #inside: Inside;
  /** Lines of the labels, by edge. */
  readonly #lines: readonly (readonly string[])[];
  readonly #engine: LayoutEngine;
  readonly #flow: Direction | undefined;
  readonly #former: FormerInside;
  /** By direction and aspect. */
  readonly #shapes = new Map<string, Promise<Size>>();

  /** @param former how it was before; it keeps to it */
  constructor(
    model: Model,
    context: Context,
    selection: Selection,
    engine: LayoutEngine,
    former: FormerInside = { boxes: new Map() },
  ) {
    this.#context = context;
    this.#inside = insideOf(model, context, selection);
    this.#lines = this.#inside.edges.map(({ label }) =>
      label === undefined ? [] : wrapped(label, 150, fonts.label, 2),
    );
    this.#engine = engine;
    this.#flow = selection.direction ?? former.flow;
    this.#former = former;
  }

  get isEmpty(): boolean {
    return this.#inside.nodes.length === 0;
  }

  /**
   * About how large it will be.
   *
   * @param aspect the width by height that suits it among others
   */
  async shape(aspect: number): Promise<InsideShape> {
    const flow = await this.#flowFor(aspect);
    if (this.isEmpty) return { ...nothing, flow, isEmpty: true };
    const size = await this.#shape(aspect, flow);
    return { ...size, flow, isEmpty: false };
  }

  async layout(aspect: number): Promise<InsideLayout> {
    if (this.isEmpty) return { ...nothing, flow: 'right', isEmpty: true, nodes: [], edges: [] };
    const flow = await this.#flowFor(aspect);
    const placed = await this.#engine.layers(this.#graph(aspect, flow));
    return { flow, isEmpty: false, ...drawn(this.#context, this.#inside, this.#lines, placed) };
  }

  async #flowFor(aspect: number): Promise<Direction> {
    if (this.isEmpty) return 'right';
    return this.#flow ?? fittingDirection(aspect, (flow) => this.#shape(aspect, flow));
  }

  #shape(aspect: number, flow: Direction): Promise<Size> {
    const key = `${flow} ${String(aspect)}`;
    const known = this.#shapes.get(key);
    if (known) return known;
    const shape = this.#engine.shape(this.#graph(aspect, flow));
    this.#shapes.set(key, shape);
    return shape;
  }

  #graph(aspect: number, direction: Direction): LayeredGraph {
    return graphOf(this.#inside, this.#lines, aspect, direction, this.#former);
  }
}

const nothing: Size = { width: 0, height: 0 };

function graphOf(
  { nodes, edges }: Inside,
  lines: readonly (readonly string[])[],
  aspect: number,
  direction: Direction,
  { flow, boxes }: FormerInside,
): LayeredGraph {
  const before = (id: string) => {
    const box = flow === direction ? boxes.get(id) : undefined;
    if (!box) return {};
    return { before: direction === 'down' ? box.x + box.width / 2 : box.y + box.height / 2 };
  };
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  return {
    nodes: nodes.map(({ id, width, height }) => ({ width, height, ...before(id) })),
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
): Omit<InsideLayout, 'flow' | 'isEmpty'> {
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
