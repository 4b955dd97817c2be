import type { Layers } from './layers.js';

/** Units of each layer in their order; those in blocks are in the rows of these. */
export type Rows = readonly number[][];

/**
 * What is put in order in a layer: vertices, by their numbers; chains of vertices that stand side by
 * side, by their numbers after those of all vertices; and after these blocks, what a frame has in a
 * layer, which hold vertices and chains in turn.
 */
export class Units {
  readonly count: number;
  readonly #vertices: number;
  /** The first block. */
  readonly #blocks: number;
  /** By unit; chains may be turned around. */
  readonly #members: number[][];
  readonly #layers: readonly (readonly number[])[];
  readonly #graph: Layers;
  readonly #unitOf: Int32Array;
  /** By block: its frame, and the units in it. */
  readonly #frames: readonly number[];
  readonly #rows: number[][];
  /** By layer, and by frame from its first layer on. */
  readonly blocksIn: readonly (readonly number[])[];
  readonly blocksOf: readonly (readonly number[])[];

  constructor(graph: Layers) {
    const { vertices, layers, chains, frames } = graph;
    this.#graph = graph;
    this.#vertices = vertices.length;
    this.#blocks = vertices.length + chains.length;
    this.#members = [
      ...vertices.map((_, vertex) => [vertex]),
      ...chains.map((chain) => [...chain]),
      ...frames.flatMap(({ borders }) => borders.map((pair) => [...pair])),
    ];
    this.count = this.#members.length;
    this.#unitOf = Int32Array.from(vertices, (_, vertex) => vertex);
    for (const [index, chain] of chains.entries())
      for (const vertex of chain) this.#unitOf[vertex] = vertices.length + index;
    this.#layers = layers.map((layer) => [
      ...new Set(
        layer
          .filter((vertex) => vertices[vertex]!.kind !== 'border')
          .map((vertex) => this.#unitOf[vertex]!),
      ),
    ]);
    this.#frames = frames.flatMap(({ borders }, frame) => borders.map(() => frame));
    this.#rows = this.#frames.map(() => []);
    let next = this.#blocks;
    this.blocksOf = frames.map(({ borders }) => borders.map(() => next++));
    this.blocksIn = layers.map((_, layer) =>
      frames.flatMap(({ from, to }, frame) =>
        layer >= from && layer <= to ? [this.blocksOf[frame]![layer - from]!] : [],
      ),
    );
  }

  /** Whether it is more than a vertex. */
  isCompound(unit: number): boolean {
    return unit >= this.#vertices;
  }

  isChain(unit: number): boolean {
    return unit >= this.#vertices && unit < this.#blocks;
  }

  isBlock(unit: number): boolean {
    return unit >= this.#blocks;
  }

  frameOf(block: number): number {
    return this.#frames[block - this.#blocks]!;
  }

  /** The frame that holds a unit. */
  frameAround(unit: number): number | undefined {
    return this.#graph.vertices[this.#members[unit]![0]!]!.frame;
  }

  /** The units in a block. */
  row(block: number): number[] {
    return this.#rows[block - this.#blocks]!;
  }

  setRow(block: number, row: number[]): void {
    this.#rows[block - this.#blocks] = row;
    this.rejoin(block);
  }

  /** Brings the members of a block into the order of its row. */
  rejoin(block: number): void {
    const members = this.#members[block]!;
    const [first, last] = [members[0]!, members.at(-1)!];
    this.#members[block] = [first, ...this.verticesOf(this.row(block)), last];
  }

  /** The vertices of a unit in their order; a block begins and ends with its borders. */
  members(unit: number): readonly number[] {
    return this.#members[unit]!;
  }

  turn(chain: number): void {
    this.#members[chain]!.reverse();
  }

  /** With the vertices of chains as they are turned now. */
  vertices(order: readonly (readonly number[])[]): number[][] {
    return order.map((layer) => this.verticesOf(layer));
  }

  verticesOf(layer: readonly number[]): number[] {
    const result: number[] = [];
    for (const unit of layer) {
      if (unit < this.#vertices) result.push(unit);
      else for (const vertex of this.#members[unit]!) result.push(vertex);
    }
    return result;
  }

  /** The units of vertices, with chains turned as these stand. */
  unitsOf(vertices: readonly number[]): number[] {
    const found = new Set<number>();
    for (const vertex of vertices) {
      const unit = this.#unitOf[vertex]!;
      if (this.isChain(unit) && !found.has(unit) && this.#members[unit]![0] !== vertex)
        this.turn(unit);
      found.add(unit);
    }
    return [...found];
  }

  /** All units but blocks. */
  readonly asGiven = (): number[][] => this.#layers.map((layer) => [...layer]);

  /** Units in the order in which they are met when edges are followed: trees do not cross then. */
  readonly inDepth = (): number[][] => {
    const order: number[][] = this.#layers.map(() => []);
    const layerOf = new Int32Array(this.count);
    for (const [index, layer] of this.#layers.entries())
      for (const unit of layer) layerOf[unit] = index;
    const before: number[][] = this.#members.map(() => []);
    const after: number[][] = this.#members.map(() => []);
    for (const { from, to } of this.#graph.pieces) {
      after[from]!.push(this.#unitOf[to]!);
      before[to]!.push(this.#unitOf[from]!);
    }
    const met = new Uint8Array(this.count);
    const open: number[] = [];
    for (const layer of this.#layers) {
      for (const start of layer) {
        open.push(start);
        for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
          if (met[unit] === 1) continue;
          met[unit] = 1;
          order[layerOf[unit]!]!.push(unit);
          for (const side of [before, after]) {
            const next = this.#members[unit]!.flatMap((vertex) => side[vertex]!);
            for (let at = next.length - 1; at >= 0; at--) open.push(next[at]!);
          }
        }
      }
    }
    return order;
  };
}
