import { fewBackward } from './acyclic.js';
import type { LayeredEdge } from './graph.js';
import { networkSimplex } from './network-simplex.js';

/** Extent in the direction of the edges and across it. */
export interface Extent {
  readonly along: number;
  readonly across: number;
}

export interface ExtentPort extends Extent {
  readonly node: number;
}

/** A vertex of the layered graph: a node, a label, or where a long edge passes through a layer. */
export interface Vertex extends Extent {
  readonly kind: 'node' | 'label' | 'pass';
  readonly layer: number;
}

/** Where edges touch a node: a plate, or a place of no extent. */
export interface Slot extends Extent {
  readonly vertex: number;
  /** The side towards the layer before, or after. */
  readonly side: 'before' | 'after';
  readonly port?: number;
}

/** A piece of one or several edges, from a vertex to one of the next layer. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** At a node. */
  readonly fromSlot?: number;
  readonly toSlot?: number;
}

/** An edge that leaves a node on the side it does not lead to, and turns to pass beside the node. */
export interface Turn {
  readonly slot: number;
  /** Where it passes, in the same layer. */
  readonly vertex: number;
}

/** What an edge consists of, in the direction of the layers. */
export interface Path {
  readonly start?: number;
  readonly pieces: readonly number[];
  readonly end?: number;
  readonly label?: number;
  /** It is drawn against its direction. */
  readonly reversed: boolean;
}

/** A graph whose edges lead from one layer to the next. */
export interface Layers {
  /** Nodes come first, in their order. */
  readonly vertices: readonly Vertex[];
  readonly slots: readonly Slot[];
  readonly pieces: readonly Piece[];
  readonly turns: readonly Turn[];
  /** By edge. */
  readonly paths: readonly Path[];
  /** Vertices of each layer, in no order yet. */
  readonly layers: readonly (readonly number[])[];
}

/** Room between plates at one side, and before the corners. */
export const between = 9;
export const corner = 12;

/** The least length of a side for plates of these sizes; each may be moved to a whole pixel. */
export function sideFor(sizes: readonly number[]): number {
  if (sizes.length === 0) return 0;
  return sizes.reduce((sum, size) => sum + Math.ceil(size + 1) + between, 2 * corner - between);
}

/**
 * Puts nodes that hang together in layers so that edges are short in sum, and splits edges that span
 * several. A label takes a layer of its own in the middle of its edge; edges of one port run together
 * as far as they can.
 */
export function layersOf(
  nodes: readonly Extent[],
  ports: readonly ExtentPort[],
  edges: readonly LayeredEdge[],
  labels: readonly (Extent | undefined)[],
): Layers {
  const order = fewBackward(
    nodes.length,
    edges.map(({ from, to }) => ({ from, to, weight: 1 })),
  );
  const forward = edges.map((edge) => {
    const { from, to, fromPort, toPort } = edge;
    const reversed = order[from]! > order[to]!;
    return reversed
      ? { from: to, to: from, fromPort: toPort, toPort: fromPort, reversed }
      : { from, to, fromPort, toPort, reversed };
  });
  const ranks = networkSimplex(
    nodes.length,
    forward.map(({ from, to }, index) => ({ from, to, length: labels[index] ? 2 : 1, weight: 1 })),
  );
  const splitting = new Splitting(nodes, ranks, ports, forward);
  const paths = forward.map((edge, index) => splitting.path(edge, labels[index]));
  const { vertices, slots, pieces, turns } = splitting;
  const layers: number[][] = Array.from({ length: Math.max(...ranks) + 1 }, () => []);
  for (const [index, { layer }] of vertices.entries()) layers[layer]!.push(index);
  return { vertices, slots, pieces, turns, paths, layers };
}

interface Forward {
  readonly from: number;
  readonly to: number;
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  readonly reversed: boolean;
}

/** Splits edges into pieces from layer to layer. */
class Splitting {
  readonly vertices: Vertex[];
  readonly slots: Slot[] = [];
  readonly pieces: Piece[] = [];
  readonly turns: Turn[] = [];
  readonly #ports: readonly ExtentPort[];
  readonly #sides: readonly Slot['side'][];
  /** By port: how many edges end there. */
  readonly #uses: readonly number[];
  readonly #slotOfPort = new Map<number, number>();
  readonly #turnOfSlot = new Map<number, number>();
  /** What several edges of one port share, by what it is. */
  readonly #shared = new Map<string, number>();

  constructor(
    nodes: readonly Extent[],
    ranks: readonly number[],
    ports: readonly ExtentPort[],
    edges: readonly Forward[],
  ) {
    this.#ports = ports;
    const leaving = new Array<number>(ports.length).fill(0);
    const arriving = new Array<number>(ports.length).fill(0);
    for (const { fromPort, toPort } of edges) {
      if (fromPort !== undefined) leaving[fromPort]!++;
      if (toPort !== undefined) arriving[toPort]!++;
    }
    this.#uses = leaving.map((count, port) => count + arriving[port]!);
    this.#sides = leaving.map((count, port) => (count >= arriving[port]! ? 'after' : 'before'));
    const room = (node: number, side: Slot['side']) => {
      const plates = ports.filter((port, at) => port.node === node && this.#sides[at] === side);
      const bare = edges.filter((edge) =>
        side === 'after'
          ? edge.from === node && edge.fromPort === undefined
          : edge.to === node && edge.toPort === undefined,
      );
      const sizes = [...plates.map(({ across }) => across), ...bare.map(() => 1)];
      return {
        reach: Math.max(0, ...plates.map(({ along }) => along)),
        needed: plates.length === 0 ? 0 : sideFor(sizes),
      };
    };
    this.vertices = nodes.map(({ along, across }, node): Vertex => {
      const [before, after] = [room(node, 'before'), room(node, 'after')];
      return {
        kind: 'node',
        layer: ranks[node]!,
        along: along + before.reach + after.reach,
        across: Math.max(across, before.needed, after.needed),
      };
    });
  }

  path({ from, to, fromPort, toPort, reversed }: Forward, label: Extent | undefined): Path {
    const startSlot = this.#slot(from, 'after', fromPort);
    const endSlot = this.#slot(to, 'before', toPort);
    const start = this.#turn(startSlot, 'after');
    const end = this.#turn(endSlot, 'before');
    const [first, last] = [this.vertices[from]!.layer, this.vertices[to]!.layer];
    const middle = label ? Math.floor((first + last) / 2) : undefined;
    const [fromShared, toShared] = [this.#isShared(fromPort), this.#isShared(toPort)];
    const pieces: number[] = [];
    let labelVertex: number | undefined;
    let at = start === undefined ? from : this.turns[start]!.vertex;
    const go = (next: number, toSlotHere?: number) => {
      pieces.push(
        this.#piece({
          from: at,
          to: next,
          ...(at === from ? { fromSlot: startSlot } : {}),
          ...(toSlotHere === undefined ? {} : { toSlot: toSlotHere }),
        }),
      );
      at = next;
    };
    for (let layer = first + 1; layer < last; layer++) {
      if (label && layer === middle) {
        labelVertex = this.#vertex({ kind: 'label', layer, ...label });
        go(labelVertex);
      } else if (fromShared && (middle === undefined || layer < middle)) {
        go(this.#passOf(startSlot, layer));
      } else if (toShared && (middle === undefined || layer > middle)) {
        go(this.#passOf(endSlot, layer));
      } else {
        go(this.#vertex({ kind: 'pass', layer, along: 0, across: 0 }));
      }
    }
    if (end === undefined) go(to, endSlot);
    else go(this.turns[end]!.vertex);
    return {
      pieces,
      reversed,
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(labelVertex === undefined ? {} : { label: labelVertex }),
    };
  }

  #isShared(port: number | undefined): boolean {
    return port !== undefined && this.#uses[port]! > 1;
  }

  #slot(vertex: number, side: Slot['side'], port: number | undefined): number {
    if (port === undefined) return this.slots.push({ vertex, side, along: 0, across: 0 }) - 1;
    const known = this.#slotOfPort.get(port);
    if (known !== undefined) return known;
    const { along, across } = this.#ports[port]!;
    const slot = this.slots.push({ vertex, side: this.#sides[port]!, port, along, across }) - 1;
    this.#slotOfPort.set(port, slot);
    return slot;
  }

  /** The turn at a slot that is on the other side than an edge needs it. */
  #turn(slot: number, side: Slot['side']): number | undefined {
    if (this.slots[slot]!.side === side) return undefined;
    const known = this.#turnOfSlot.get(slot);
    if (known !== undefined) return known;
    const { layer } = this.vertices[this.slots[slot]!.vertex]!;
    const vertex = this.#vertex({ kind: 'pass', layer, along: 0, across: 0 });
    const turn = this.turns.push({ slot, vertex }) - 1;
    this.#turnOfSlot.set(slot, turn);
    return turn;
  }

  #vertex(vertex: Vertex): number {
    return this.vertices.push(vertex) - 1;
  }

  /** Where the edges of a port pass through a layer together. */
  #passOf(slot: number, layer: number): number {
    const key = `pass ${slot} ${layer}`;
    const vertex =
      this.#shared.get(key) ?? this.#vertex({ kind: 'pass', layer, along: 0, across: 0 });
    this.#shared.set(key, vertex);
    return vertex;
  }

  #piece(piece: Piece): number {
    const { from, to, fromSlot = '', toSlot = '' } = piece;
    const key = `piece ${from} ${to} ${fromSlot} ${toSlot}`;
    const index = this.#shared.get(key) ?? this.pieces.push(piece) - 1;
    this.#shared.set(key, index);
    return index;
  }
}
