import type { Attached } from './attach.js';
import type { Constraint } from './constraint.js';
import type { LayeredSpacing } from './graph.js';
import type { Insets } from './insets.js';
import { between, corner, type Layers, type Piece, type Vertex } from './layers.js';
import { networkSimplex } from './network-simplex.js';

/** What it is worth that a piece is straight: long edges bend worst in their middle. */
const straightness = { node: 16, end: 32, middle: 128 } as const;
/** … more for each edge that runs there, so that of two places the one for most edges is taken, */
const sharing = 2;
/** … and where no others end at the same plates, of which only one can be straight. */
const alone = 1;
/** What it is worth that plates are spread evenly. */
const evenness = 2;
/** What it is worth that all of it takes less room: less than that a line is straight. */
const compactness = 8;

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
  const { vertices, slots, pieces, turns, frames } = graph;
  const { variables, count: own } = variablesOf(graph);
  const at = (vertex: number) => variables[vertex]!;
  const constraints = [...sideBySide(graph, order, spacing, at)];
  let count = own;
  constraints.push(...extentOf(vertices, order, count++, count++, at));
  for (const { borders, least } of frames) {
    const [first, last] = borders[0]!;
    const length = Math.ceil(least.across);
    constraints.push({ from: at(first), to: at(last), length, weight: compactness });
  }
  const variable = new Map<number, number>();
  for (const list of plates) for (const slot of list) variable.set(slot, count++);

  /** Pulls two places level: `a` plus its offset with `b` plus its own. */
  const pull = (a: Place, b: Place, weight: number) => {
    constraints.push({ from: a.at, to: b.at, length: a.offset - b.offset, weight, short: weight });
  };
  const slotPlace = (slot: number): Place => {
    const moved = variable.get(slot);
    return moved === undefined
      ? { at: at(slots[slot]!.vertex), offset: offsets[slot]! }
      : { at: moved, offset: 0 };
  };
  const vertexPlace = (vertex: number): Place => ({
    at: at(vertex),
    offset: Math.round(vertices[vertex]!.across / 2),
  });

  for (const list of plates) {
    const { vertex } = slots[list[0]!]!;
    const start = first[vertex]!;
    const end = vertices[vertex]!.across - last[vertex]!;
    for (const [index, slot] of list.entries()) {
      const moved = variable.get(slot)!;
      const half = slots[slot]!.across / 2;
      const before = list[index - 1];
      if (before === undefined) {
        constraints.push({
          from: at(vertex),
          to: moved,
          length: Math.ceil(start + corner + half),
          weight: 0,
        });
      } else {
        const length = Math.ceil(slots[before]!.across / 2 + between + half);
        constraints.push({ from: variable.get(before)!, to: moved, length, weight: 0 });
      }
      if (index === list.length - 1) {
        const room = Math.max(
          Math.floor(end - corner - half),
          Math.ceil(start) + minimum(list, slots),
        );
        constraints.push({ from: moved, to: at(vertex), length: -room, weight: 0 });
      }
      pull({ at: at(vertex), offset: offsets[slot]! }, slotPlace(slot), evenness);
    }
  }
  const uses = usesOf(graph);
  const isAlone = aloneIn(graph);
  for (const [index, piece] of pieces.entries()) {
    const { from, to, fromSlot, toSlot } = piece;
    pull(
      fromSlot === undefined ? vertexPlace(from) : slotPlace(fromSlot),
      toSlot === undefined ? vertexPlace(to) : slotPlace(toSlot),
      weightOf(piece, vertices) + sharing * uses[index]! + (isAlone(piece) ? alone : 0),
    );
  }
  for (const { slot, vertex } of turns) {
    pull(slotPlace(slot), vertexPlace(vertex), straightness.node);
  }
  const values = networkSimplex(count, constraints);
  const places = variables.map((variable) => values[variable]!);
  const least = places.reduce((low, place) => Math.min(low, place), Infinity);
  const placed = ({ at, offset }: Place) => values[at]! + offset - least;
  return {
    vertices: places.map((place) => place - least),
    slots: slots.map((_, slot) => placed(slotPlace(slot))),
  };
}

/** A variable for each vertex; borders of a frame have one in common in all layers. */
function variablesOf({ vertices, frames }: Layers) {
  let count = 0;
  const variables = vertices.map(({ kind }) => (kind === 'border' ? -1 : count++));
  for (const { borders } of frames) {
    for (const [first, last] of borders) {
      variables[first] = count;
      variables[last] = count + 1;
    }
    count += 2;
  }
  return { variables, count };
}

/** Keeps the vertices of a layer apart, in their order; those of a chain as near as they can be. */
function sideBySide(
  { vertices, chains, frames }: Layers,
  order: readonly (readonly number[])[],
  spacing: LayeredSpacing,
  at: (vertex: number) => number,
): Constraint[] {
  const linked = new Map(
    chains.flatMap((chain, index) => chain.map((vertex) => [vertex, index] as const)),
  );
  return order.flatMap((layer) =>
    layer.slice(1).map((to, index): Constraint => {
      const from = layer[index]!;
      const [a, b] = [vertices[from]!, vertices[to]!];
      const name = b.kind === 'pass' ? nameBefore(a, frames) : 0;
      const length = Math.ceil(a.across + Math.max(name, distance(a, b, spacing)));
      const joined = linked.has(from) && linked.get(from) === linked.get(to);
      return { from: at(from), to: at(to), length, weight: joined ? straightness.node : 0 };
    }),
  );
}

/** Room for the name of a frame, where a line enters that would run through it. */
function nameBefore({ opens, frame, layer }: Vertex, frames: Layers['frames']): number {
  if (opens !== true || frame === undefined || frames[frame]!.from !== layer) return 0;
  return frames[frame]!.least.across;
}

/** Keeps all layers between two places that are near to each other. */
function extentOf(
  vertices: readonly Vertex[],
  order: readonly (readonly number[])[],
  low: number,
  high: number,
  at: (vertex: number) => number,
): Constraint[] {
  return [
    { from: low, to: high, length: 0, weight: compactness },
    ...order.flatMap((layer): Constraint[] => {
      const last = layer.at(-1)!;
      return [
        { from: low, to: at(layer[0]!), length: 0, weight: 0 },
        { from: at(last), to: high, length: Math.ceil(vertices[last]!.across), weight: 0 },
      ];
    }),
  ];
}

/** By piece: how many edges run there. */
function usesOf({ pieces, paths }: Layers): number[] {
  const uses = pieces.map(() => 0);
  for (const path of paths) for (const piece of path?.pieces ?? []) uses[piece]!++;
  return uses;
}

/** Tells pieces that share no plate with another one. */
function aloneIn({ slots, pieces }: Layers): (piece: Piece) => boolean {
  const ends = slots.map(() => 0);
  const slotsOf = ({ fromSlot, toSlot }: Piece) =>
    [fromSlot, toSlot].filter((at) => at !== undefined);
  for (const piece of pieces) for (const slot of slotsOf(piece)) ends[slot]!++;
  return (piece) => slotsOf(piece).every((slot) => ends[slot] === 1);
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
  const [opening, closing] = [a.opens === true, b.opens === false];
  // In a frame that has nothing in this layer.
  if (opening && closing) return 0;
  if (opening) return a.room!;
  if (closing) return b.room!;
  const boxes = [a, b].filter(({ kind }) => kind !== 'pass').length;
  return [edge, edgeNode, node][boxes] ?? node;
}
