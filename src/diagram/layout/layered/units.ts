import type { Layers } from './layers.js';

/**
 * What is put in order in a layer: vertices, by their numbers, and chains of vertices that stand side
 * by side, by their numbers after those of all vertices.
 */
export class Units {
  readonly count: number;
  readonly #vertices: number;
  /** By unit; chains may be turned around. */
  readonly #members: number[][];
  readonly #layers: readonly (readonly number[])[];
  readonly #pieces: Layers['pieces'];

  constructor({ vertices, pieces, layers, chains }: Layers) {
    this.#vertices = vertices.length;
    this.#members = [
      ...vertices.map((_, vertex) => [vertex]),
      ...chains.map((chain) => [...chain]),
    ];
    this.count = this.#members.length;
    const unitOf = Int32Array.from(vertices, (_, vertex) => vertex);
    for (const [index, chain] of chains.entries())
      for (const vertex of chain) unitOf[vertex] = vertices.length + index;
    this.#layers = layers.map((layer) => [...new Set(layer.map((vertex) => unitOf[vertex]!))]);
    this.#pieces = pieces;
  }

  isChain(unit: number): boolean {
    return unit >= this.#vertices;
  }

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
    return layer.flatMap((unit) => this.#members[unit]!);
  }

  readonly asGiven = (): number[][] => this.#layers.map((layer) => [...layer]);

  /** Units in the order in which they are met when edges are followed: trees do not cross then. */
  readonly inDepth = (): number[][] => {
    const order: number[][] = this.#layers.map(() => []);
    const layerOf = new Int32Array(this.count);
    const unitOf = new Int32Array(this.#vertices);
    for (const [index, layer] of this.#layers.entries()) {
      for (const unit of layer) {
        layerOf[unit] = index;
        for (const vertex of this.#members[unit]!) unitOf[vertex] = unit;
      }
    }
    const before: number[][] = this.#members.map(() => []);
    const after: number[][] = this.#members.map(() => []);
    for (const { from, to } of this.#pieces) {
      after[from]!.push(unitOf[to]!);
      before[to]!.push(unitOf[from]!);
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
