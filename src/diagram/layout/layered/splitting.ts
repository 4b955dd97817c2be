import {
  sideFor,
  type Extent,
  type ExtentPort,
  type Path,
  type Piece,
  type Slot,
  type Turn,
  type Vertex,
} from './layers.js';

/** An edge in the direction of the layers. */
export interface Forward {
  readonly from: number;
  readonly to: number;
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  readonly reversed: boolean;
}

/** By node the frame that it is in, and by frame the layers that it spans. */
export interface InFrames {
  readonly frameOf: readonly (number | undefined)[];
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Room that a side of a node needs for what ends there. */
class Room {
  /** How far plates reach out. */
  reach = 0;
  /** Edges without a plate. */
  bare = 0;
  readonly #plates: number[] = [];

  plate(along: number, across: number): void {
    this.reach = Math.max(this.reach, along);
    this.#plates.push(across);
  }

  get needed(): number {
    if (this.#plates.length === 0) return 0;
    return sideFor([...this.#plates, ...new Array<number>(this.bare).fill(1)]);
  }
}

/** Splits edges into pieces from layer to layer. */
export class Splitting {
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
  readonly #inFrames: InFrames;

  constructor(
    nodes: readonly Extent[],
    ranks: readonly number[],
    ports: readonly ExtentPort[],
    edges: readonly Forward[],
    /** Ports of edges between nodes side by side. */
    level: ReadonlySet<number>,
    inFrames: InFrames,
  ) {
    this.#ports = ports;
    this.#inFrames = inFrames;
    const leaving = new Array<number>(ports.length).fill(0);
    const arriving = new Array<number>(ports.length).fill(0);
    for (const { fromPort, toPort } of edges) {
      if (fromPort !== undefined) leaving[fromPort]!++;
      if (toPort !== undefined) arriving[toPort]!++;
    }
    this.#uses = leaving.map((count, port) => count + arriving[port]!);
    this.#sides = leaving.map((count, port) => (count >= arriving[port]! ? 'after' : 'before'));
    const rooms = nodes.map(() => ({ before: new Room(), after: new Room(), beside: 0 }));
    for (const [port, { node, along, across }] of ports.entries()) {
      if (level.has(port)) rooms[node]!.beside += across;
      else rooms[node]![this.#sides[port]!].plate(along, across);
    }
    for (const { from, to, fromPort, toPort } of edges) {
      if (fromPort === undefined) rooms[from]!.after.bare++;
      if (toPort === undefined) rooms[to]!.before.bare++;
    }
    this.vertices = nodes.map(({ along, across }, node): Vertex => {
      const { before, after, beside } = rooms[node]!;
      return {
        kind: 'node',
        layer: ranks[node]!,
        frame: inFrames.frameOf[node],
        along: along + before.reach + after.reach,
        across: Math.max(across, before.needed, after.needed) + beside,
      };
    });
  }

  path({ from, to, fromPort, toPort, reversed }: Forward, label: Extent | undefined): Path {
    const startSlot = this.#slot(from, 'after', fromPort);
    const endSlot = this.#slot(to, 'before', toPort);
    const start = this.#turn(startSlot, 'after');
    const end = this.#turn(endSlot, 'before');
    const [first, last] = [this.vertices[from]!.layer, this.vertices[to]!.layer];
    const middle = label ? this.#labelLayer(from, to) : undefined;
    const [fromShared, toShared] = [this.#isShared(fromPort), this.#isShared(toPort)];
    const pieces: number[] = [];
    let labelVertex: number | undefined;
    let at = start === undefined ? from : this.turns[start]!.vertex;
    const isShared = fromShared || toShared;
    const go = (next: number, toSlotHere?: number) => {
      const piece = {
        from: at,
        to: next,
        fromSlot: at === from ? startSlot : undefined,
        toSlot: toSlotHere,
      };
      pieces.push(isShared ? this.#sharedPiece(piece) : this.pieces.push(piece) - 1);
      at = next;
    };
    for (let layer = first + 1; layer < last; layer++) {
      if (label && layer === middle) {
        const frame = this.#frameAt(from, to, layer);
        labelVertex = this.#vertex({ kind: 'label', layer, frame, ...label });
        go(labelVertex);
      } else if (fromShared && (middle === undefined || layer < middle)) {
        go(this.#passOf(startSlot, layer));
      } else if (toShared && (middle === undefined || layer > middle)) {
        go(this.#passOf(endSlot, layer));
      } else {
        go(this.#pass(layer, this.#frameAt(from, to, layer)));
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

  /** Room for the label of an edge to a node beside. */
  levelLabel(node: number, label: Extent | undefined): number | undefined {
    const { layer, frame } = this.vertices[node]!;
    return label && this.#vertex({ kind: 'label', layer, frame, ...label });
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
    const { layer, frame } = this.vertices[this.slots[slot]!.vertex]!;
    const vertex = this.#pass(layer, frame);
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
    const frame = this.#frameAround(this.slots[slot]!.vertex, layer);
    const vertex = this.#shared.get(key) ?? this.#pass(layer, frame);
    this.#shared.set(key, vertex);
    return vertex;
  }

  #pass(layer: number, frame: number | undefined): number {
    return this.#vertex({ kind: 'pass', layer, frame, along: 0, across: 0 });
  }

  /** The frame of a node, where it spans a layer. */
  #frameAround(node: number, layer: number): number | undefined {
    const { frameOf, spans } = this.#inFrames;
    const frame = frameOf[node];
    if (frame === undefined) return undefined;
    return layer >= spans[frame]!.from && layer <= spans[frame]!.to ? frame : undefined;
  }

  /**
   * The frame in which an edge passes through a layer: it leaves the one of its start where that
   * ends, and enters the one of its end where that begins; where they stand side by side, it runs
   * between them.
   */
  #frameAt(from: number, to: number, layer: number): number | undefined {
    const [start, end] = [this.#frameAround(from, layer), this.#frameAround(to, layer)];
    if (start === undefined || start === end) return end;
    return end === undefined ? start : undefined;
  }

  /** The middle of an edge, or what is nearest to it of the layers outside of the frames at its ends. */
  #labelLayer(from: number, to: number): number {
    const [first, last] = [this.vertices[from]!.layer, this.vertices[to]!.layer];
    const middle = Math.floor((first + last) / 2);
    const { frameOf, spans } = this.#inFrames;
    const [start, end] = [frameOf[from], frameOf[to]];
    if (start === end) return middle;
    const least = Math.max(first + 1, start === undefined ? 0 : spans[start]!.to + 1);
    const most = Math.min(last - 1, end === undefined ? last : spans[end]!.from - 1);
    return least > most ? middle : Math.max(least, Math.min(middle, most));
  }

  /** The same piece once only, where edges of one port run together. */
  #sharedPiece(piece: Piece): number {
    const { from, to, fromSlot = '', toSlot = '' } = piece;
    const key = `piece ${from} ${to} ${fromSlot} ${toSlot}`;
    const index = this.#shared.get(key) ?? this.pieces.push(piece) - 1;
    this.#shared.set(key, index);
    return index;
  }
}
