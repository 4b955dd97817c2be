import type { Attached } from './attach.js';
import type { LayeredSpacing } from './graph.js';
import type { Insets } from './insets.js';
import { between, corner, type Layers, type Piece, type Vertex } from './layers.js';
import { networkSimplex, type Constraint } from './network-simplex.js';

/** What it is worth that a piece is straight: long edges bend worst in their middle. */
const straightness = { node: 8, end: 16, middle: 64 } as const;
/** What it is worth that plates are spread evenly. */
const evenness = 1;

/** Coordinates across the direction of the edges, whole numbers from 0. */
export interface Across {
  /** By vertex: its upper edge. */
  readonly vertices: readonly number[];
  /** By slot: its middle. */
  readonly slots: readonly number[];
}

/**
 * Places vertices and plates across the direction of the edges, so that edges are as straight as can
 * be: their detours in sum are the least that the order in the layers allows.
 */
export function placement(
  graph: Layers,
  order: readonly (readonly number[])[],
  { offsets, plates }: Attached,
  { first, last }: Insets,
  spacing: LayeredSpacing,
): Across {
  const { vertices, slots, pieces, turns, chains } = graph;
  const constraints: Constraint[] = [];
  let count = vertices.length;
  const variable = new Map<number, number>();
  for (const list of plates) for (const slot of list) variable.set(slot, count++);

  const linked = new Map(
    chains.flatMap((chain, index) => chain.map((vertex) => [vertex, index] as const)),
  );
  for (const layer of order) {
    for (const [index, vertex] of layer.entries()) {
      const next = layer[index + 1];
      if (next === undefined) continue;
      const [a, b] = [vertices[vertex]!, vertices[next]!];
      const length = Math.ceil(a.across + distance(a, b, spacing));
      const joined = linked.has(vertex) && linked.get(vertex) === linked.get(next);
      constraints.push({ from: vertex, to: next, length, weight: joined ? straightness.node : 0 });
    }
  }

  /** Pulls two places level: `a` plus its offset with `b` plus its own. */
  const pull = (a: Place, b: Place, weight: number) => {
    const slope = b.offset - a.offset;
    const before = count++;
    constraints.push(
      { from: before, to: a.at, length: Math.max(0, slope), weight },
      { from: before, to: b.at, length: Math.max(0, -slope), weight },
    );
  };
  const slotPlace = (slot: number): Place => {
    const at = variable.get(slot);
    return at === undefined
      ? { at: slots[slot]!.vertex, offset: offsets[slot]! }
      : { at, offset: 0 };
  };
  const vertexPlace = (vertex: number): Place => ({
    at: vertex,
    offset: Math.round(vertices[vertex]!.across / 2),
  });

  for (const list of plates) {
    const { vertex } = slots[list[0]!]!;
    const start = first[vertex]!;
    const end = vertices[vertex]!.across - last[vertex]!;
    for (const [index, slot] of list.entries()) {
      const at = variable.get(slot)!;
      const half = slots[slot]!.across / 2;
      const before = list[index - 1];
      if (before === undefined) {
        constraints.push({
          from: vertex,
          to: at,
          length: Math.ceil(start + corner + half),
          weight: 0,
        });
      } else {
        const length = Math.ceil(slots[before]!.across / 2 + between + half);
        constraints.push({ from: variable.get(before)!, to: at, length, weight: 0 });
      }
      if (index === list.length - 1) {
        const room = Math.max(
          Math.floor(end - corner - half),
          Math.ceil(start) + minimum(list, slots),
        );
        constraints.push({ from: at, to: vertex, length: -room, weight: 0 });
      }
      pull({ at: vertex, offset: offsets[slot]! }, slotPlace(slot), evenness);
    }
  }
  for (const piece of pieces) {
    const { from, to, fromSlot, toSlot } = piece;
    pull(
      fromSlot === undefined ? vertexPlace(from) : slotPlace(fromSlot),
      toSlot === undefined ? vertexPlace(to) : slotPlace(toSlot),
      weightOf(piece, vertices),
    );
  }
  for (const { slot, vertex } of turns) {
    pull(slotPlace(slot), vertexPlace(vertex), straightness.node);
  }
  const values = networkSimplex(count, constraints);
  const least = Math.min(...values.slice(0, vertices.length));
  const at = ({ at, offset }: Place) => values[at]! + offset - least;
  return {
    vertices: vertices.map((_, vertex) => values[vertex]! - least),
    slots: slots.map((_, slot) => at(slotPlace(slot))),
  };
}

/** A place that moves with a variable. */
interface Place {
  readonly at: number;
  readonly offset: number;
}

/** The least distance of the last plate's middle from the node's edge, as rounded above. */
function minimum(list: readonly number[], slots: Layers['slots']): number {
  let sum = 0;
  for (const [index, slot] of list.entries()) {
    const half = slots[slot]!.across / 2;
    const before = list[index - 1];
    sum += Math.ceil(
      before === undefined ? corner + half : slots[before]!.across / 2 + between + half,
    );
  }
  return sum;
}

function weightOf({ from, to }: Piece, vertices: readonly Vertex[]): number {
  const nodes = [from, to].filter((vertex) => vertices[vertex]!.kind === 'node').length;
  return [straightness.middle, straightness.end, straightness.node][nodes] ?? straightness.node;
}

/** The least distance of two vertices side by side. */
export function distance(a: Vertex, b: Vertex, { node, edgeNode, edge }: LayeredSpacing): number {
  const boxes = [a, b].filter(({ kind }) => kind !== 'pass').length;
  return [edge, edgeNode, node][boxes] ?? node;
}
