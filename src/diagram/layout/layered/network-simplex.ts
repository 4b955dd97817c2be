/**
 * The network simplex method for layers and coordinates, as a flow of least cost (R. K. Ahuja,
 * T. L. Magnanti, J. B. Orlin: Network Flows, 1993, chapter 11). E. R. Gansner, E. Koutsofios,
 * S. C. North and K.-P. Vo (A technique for drawing directed graphs, 1993) put both as one; they move
 * values, though, where this moves forces, which takes a tenth of the time.
 */
import type { Constraint } from './constraint.js';
import { Forces } from './forces.js';
import { SpanningTree } from './spanning-tree.js';
import { tightened } from './tightened.js';

/** Fewer constraints than this are not worth choosing among. */
const leastBlock = 10;

/**
 * Whole numbers that satisfy all constraints at the least cost; the least of them is 0.
 *
 * @throws where the graph of constraints does not hang together, or a cycle in it is longer than 0
 */
export function networkSimplex(count: number, constraints: readonly Constraint[]): number[] {
  const pivots = new Pivots(count, constraints);
  const balanced = pivots.balanced();
  const values = pivots.isWhole ? [...balanced] : tightened(balanced, constraints);
  const least = values.reduce((a, b) => Math.min(a, b));
  return values.map((value) => value - least);
}

/**
 * Each constraint pulls its ends together while they are farther apart, and pushes them apart while
 * they are nearer; where it is tight, it does anything between. Values are the best ones when forces
 * balance at each vertex. Here they always do: constraints of a spanning tree are tight, which tells
 * all values, and the others pull or push as far as they can. One that does the wrong of the two for
 * the values is put into the tree, for one whose force cannot grow or shrink any more.
 */
class Pivots {
  readonly #forces: Forces;
  readonly #tree: SpanningTree;
  /** By vertex; the last one is the root, to which nothing but the beginning leads. */
  readonly #values: Float64Array;
  /** So many constraints are looked at together for the one that is wrong most. */
  readonly #block: number;
  /** Where the search for it goes on. */
  #next = 0;

  constructor(count: number, constraints: readonly Constraint[]) {
    this.#forces = new Forces(count, constraints);
    this.#tree = new SpanningTree(count, constraints.length);
    this.#values = new Float64Array(count + 1);
    this.#block = Math.max(leastBlock, Math.ceil(Math.sqrt(constraints.length)));
    const { from, length } = this.#forces;
    for (let vertex = 0; vertex < count; vertex++) {
      const edge = this.#tree.edge[vertex]!;
      this.#values[vertex] = from[edge] === vertex ? -length[edge]! : length[edge]!;
    }
  }

  /** Whether constraints alone make up the tree. */
  get isWhole(): boolean {
    return this.#tree.isRootLeaf;
  }

  /** Values by vertex at which all forces balance. */
  balanced(): Float64Array {
    for (let wrong = this.#wrong(); wrong !== -1; wrong = this.#wrong()) this.#pivot(wrong);
    return this.#values.subarray(0, -1);
  }

  /** A constraint that pulls where it should push or the other way round; -1 if there is none. */
  #wrong(): number {
    const { from, to, length, stance, count } = this.#forces;
    const values = this.#values;
    let worst = -1;
    let least = 0;
    let at = this.#next;
    for (let looked = 0, end = this.#block; looked < count; looked++) {
      if (at === count) at = 0;
      const slack = stance[at]! * (values[to[at]!]! - values[from[at]!]! - length[at]!);
      if (slack < least) {
        least = slack;
        worst = at;
      }
      at++;
      if (looked + 1 < end) continue;
      if (worst !== -1) break;
      end += this.#block;
    }
    this.#next = at;
    return worst;
  }

  /** Changes forces around the cycle that a constraint closes, until one of them is at its end. */
  #pivot(entering: number): void {
    const forces = this.#forces;
    const tree = this.#tree;
    // The change goes along the cycle from `head` up the tree and down to `tail`.
    const grows = forces.stance[entering]! < 0;
    const tail = grows ? forces.from[entering]! : forces.to[entering]!;
    const head = grows ? forces.to[entering]! : forces.from[entering]!;
    const top = tree.meet(tail, head);
    let change = forces.range(entering);
    let cut = -1;
    let inner = tail;
    for (let vertex = tail; vertex !== top; vertex = tree.parent[vertex]!) {
      const room = forces.roomDown(tree.edge[vertex]!, vertex);
      if (room >= change) continue;
      change = room;
      cut = vertex;
    }
    // Of several at their ends, the last one on the cycle leaves: so no tree comes a second time.
    for (let vertex = head; vertex !== top; vertex = tree.parent[vertex]!) {
      const room = forces.roomUp(tree.edge[vertex]!, vertex);
      if (room > change) continue;
      change = room;
      cut = vertex;
      inner = head;
    }
    if (change === Infinity) throw new Error('Constraints contradict each other.');
    if (change > 0) {
      forces.add(entering, grows ? change : -change);
      for (let vertex = tail; vertex !== top; vertex = tree.parent[vertex]!)
        forces.addUp(tree.edge[vertex]!, vertex, -change);
      for (let vertex = head; vertex !== top; vertex = tree.parent[vertex]!)
        forces.addUp(tree.edge[vertex]!, vertex, change);
    }
    if (cut === -1) {
      forces.turn(entering);
      return;
    }
    forces.leave(tree.edge[cut]!);
    forces.enter(entering);
    tree.rehang(cut, inner, inner === tail ? head : tail, entering, top);
    const slack = forces.slack(entering, this.#values);
    tree.move(inner, this.#values, inner === forces.to[entering] ? -slack : slack);
  }
}
