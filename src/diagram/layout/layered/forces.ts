import type { Constraint } from './constraint.js';

/**
 * What each constraint pulls its ends together with; less than 0 where it pushes them apart. At each
 * vertex they balance. After the constraints come others, one a vertex, that lead to a root and take
 * what is left of the rest in the beginning: they are so long that they leave the tree where they can.
 */
export class Forces {
  /** How many constraints there are, without those that are there in the beginning only. */
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly length: Float64Array;
  /** 1 for what pulls as far as it can, -1 for what pushes so, 0 in the tree. */
  readonly stance: Int8Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #force: Float64Array;

  constructor(vertices: number, constraints: readonly Constraint[]) {
    const count = constraints.length;
    const all = count + vertices;
    this.count = count;
    this.from = new Int32Array(all);
    this.to = new Int32Array(all);
    this.length = new Float64Array(all);
    this.stance = new Int8Array(all);
    this.#least = new Float64Array(all);
    this.#most = new Float64Array(all);
    this.#force = new Float64Array(all);
    const rest = new Float64Array(vertices);
    let longest = 0;
    for (let index = 0; index < count; index++) {
      const { from, to, length, weight, short = Infinity } = constraints[index]!;
      this.#set(index, from, to, length, weight);
      this.#least[index] = -short;
      this.#most[index] = weight;
      this.stance[index] = 1;
      rest[from]! -= weight;
      rest[to]! += weight;
      longest = Math.max(longest, Math.abs(length));
    }
    // Longer than any way through the graph.
    const far = longest * vertices + 1;
    for (let vertex = 0; vertex < vertices; vertex++) {
      const index = count + vertex;
      const force = rest[vertex]!;
      if (force >= 0) this.#set(index, vertex, vertices, far, force);
      else this.#set(index, vertices, vertex, far, -force);
      this.#most[index] = Infinity;
    }
  }

  #set(index: number, from: number, to: number, length: number, force: number): void {
    this.from[index] = from;
    this.to[index] = to;
    this.length[index] = length;
    this.#force[index] = force;
  }

  /** How much farther apart the ends are than the constraint is long. */
  slack(index: number, values: Float64Array): number {
    return values[this.to[index]!]! - values[this.from[index]!]! - this.length[index]!;
  }

  /** From the most that it can push to the most that it can pull. */
  range(index: number): number {
    return this.#most[index]! - this.#least[index]!;
  }

  /** How much more can lead away from a vertex by one of its constraints. */
  roomUp(index: number, vertex: number): number {
    const force = this.#force[index]!;
    return this.from[index] === vertex ? this.#most[index]! - force : force - this.#least[index]!;
  }

  /** How much more can come to a vertex by one of its constraints. */
  roomDown(index: number, vertex: number): number {
    const force = this.#force[index]!;
    return this.from[index] === vertex ? force - this.#least[index]! : this.#most[index]! - force;
  }

  add(index: number, change: number): void {
    this.#force[index]! += change;
  }

  /** Lets more lead away from a vertex by one of its constraints. */
  addUp(index: number, vertex: number, change: number): void {
    this.#force[index]! += this.from[index] === vertex ? change : -change;
  }

  /** From pulling as far as it can to pushing so, or back. */
  turn(index: number): void {
    this.stance[index] = -this.stance[index]!;
  }

  enter(index: number): void {
    this.stance[index] = 0;
  }

  /** It is at one of its ends. */
  leave(index: number): void {
    this.stance[index] = this.#force[index] === this.#most[index] ? 1 : -1;
  }
}
