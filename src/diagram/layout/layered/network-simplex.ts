/**
 * The network simplex method for layers and coordinates (E. R. Gansner, E. Koutsofios, S. C. North,
 * K.-P. Vo: A technique for drawing directed graphs, 1993, section 2.3).
 */
export interface Constraint {
  readonly from: number;
  readonly to: number;
  /** `to` is at least so far behind `from`; a whole number. */
  readonly length: number;
  /** What each unit of distance costs. */
  readonly weight: number;
}

/** Pivots for each vertex after which the best values so far are taken. */
const patience = 30;
/** Constraints of the tree that are looked at together for the one to drop. */
const block = 64;

/**
 * Whole numbers that satisfy all constraints at the least cost; the least of them is 0. The graph of
 * constraints must hang together, and no cycle in it may be longer than 0.
 */
export function networkSimplex(count: number, constraints: readonly Constraint[]): number[] {
  const tree = new SpanningTree(count, constraints);
  for (let pivots = patience * count; pivots > 0; pivots--) {
    if (!tree.improve()) break;
  }
  const values = [...tree.values];
  const least = Math.min(...values);
  return values.map((value) => value - least);
}

/** Values in which the constraints of a spanning tree are tight. */
class SpanningTree {
  readonly values: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #length: Int32Array;
  /** By vertex: weights of the constraints that leave it, less those that reach it. */
  readonly #pull: Int32Array;
  /** By vertex: the constraints that touch it, and those of them that are in the tree. */
  readonly #around: readonly (readonly number[])[];
  readonly #branches: readonly number[][];
  readonly #inTree: Uint8Array;
  /** Constraint towards vertex 0, by vertex. */
  readonly #parent: Int32Array;
  /** Vertices in postorder; those below a vertex stand from `low` to `lim`. */
  readonly #postorder: Int32Array;
  readonly #low: Int32Array;
  readonly #lim: Int32Array;
  /** By vertex: the pulls on all that are below it, itself included. */
  readonly #sum: Int32Array;
  /** By vertex: what the distances cost that grow with its constraint to the parent. */
  readonly #cut: Int32Array;
  /** The way from where a walk through the tree began, kept as it is long. */
  readonly #walk: {
    readonly open: Int32Array;
    readonly next: Int32Array;
    readonly pull: Int32Array;
  };
  /** Where the search for a constraint to drop goes on. */
  #next = 0;

  constructor(count: number, constraints: readonly Constraint[]) {
    this.values = longestPaths(count, constraints);
    this.#from = Int32Array.from(constraints, ({ from }) => from);
    this.#to = Int32Array.from(constraints, ({ to }) => to);
    this.#length = Int32Array.from(constraints, ({ length }) => length);
    this.#pull = new Int32Array(count);
    const around: number[][] = Array.from({ length: count }, () => []);
    for (const [index, { from, to, weight }] of constraints.entries()) {
      around[from]!.push(index);
      around[to]!.push(index);
      this.#pull[from]! += weight;
      this.#pull[to]! -= weight;
    }
    this.#around = around;
    this.#branches = around.map(() => []);
    this.#inTree = new Uint8Array(constraints.length);
    this.#parent = new Int32Array(count).fill(-1);
    this.#postorder = new Int32Array(count);
    this.#low = new Int32Array(count);
    this.#lim = new Int32Array(count);
    this.#sum = new Int32Array(count);
    this.#walk = {
      open: new Int32Array(count),
      next: new Int32Array(count),
      pull: new Int32Array(count),
    };
    this.#cut = new Int32Array(count);
    this.#tighten(count);
    this.#number(0);
  }

  /** One pivot; answers whether there was something to improve. */
  improve(): boolean {
    const below = this.#leaving();
    if (below === -1) return false;
    const leaving = this.#parent[below]!;
    const entering = this.#entering(below, this.#to[leaving] === below);
    if (entering === -1) return false;
    const slack = this.#slack(entering);
    this.#shift(below, this.#to[leaving] === below ? slack : -slack);
    this.#rehang(below, leaving, entering);
    return true;
  }

  /**
   * A vertex whose constraint to its parent makes values better when it is dropped: the one that gains
   * most of some, as looking at all of them takes longer than it saves.
   */
  #leaving(): number {
    const cut = this.#cut;
    const count = cut.length;
    let best = -1;
    let least = 0;
    let vertex = this.#next;
    for (let looked = 1; looked <= count; looked++) {
      if (++vertex === count) vertex = 0;
      const value = cut[vertex]!;
      if (value < least) {
        best = vertex;
        least = value;
      }
      if (best !== -1 && looked % block === 0) break;
    }
    this.#next = vertex;
    return best;
  }

  /** The lowest vertex that both ends of a constraint are below. */
  #topOf(constraint: number): number {
    const other = this.#lim[this.#to[constraint]!]!;
    let vertex = this.#from[constraint]!;
    while (other < this.#low[vertex]! || other > this.#lim[vertex]!)
      vertex = this.#otherEnd(this.#parent[vertex]!, vertex);
    return vertex;
  }

  #slack(constraint: number): number {
    return (
      this.values[this.#to[constraint]!]! -
      this.values[this.#from[constraint]!]! -
      this.#length[constraint]!
    );
  }

  #otherEnd(constraint: number, vertex: number): number {
    const from = this.#from[constraint]!;
    return from === vertex ? this.#to[constraint]! : from;
  }

  /** Moves vertices together until tight constraints hold all of them. */
  #tighten(count: number): void {
    const reached = new Uint8Array(count);
    const members: number[] = [];
    const reach = (start: number) => {
      reached[start] = 1;
      const open = [start];
      for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
        members.push(vertex);
        for (const constraint of this.#around[vertex]!) {
          const other = this.#otherEnd(constraint, vertex);
          if (reached[other] || this.#slack(constraint) !== 0) continue;
          reached[other] = 1;
          this.#take(constraint);
          open.push(other);
        }
      }
    };
    reach(0);
    while (members.length < count) {
      let best = -1;
      let least = Infinity;
      for (let constraint = 0; constraint < this.#from.length; constraint++) {
        if (reached[this.#from[constraint]!] === reached[this.#to[constraint]!]) continue;
        const slack = this.#slack(constraint);
        if (slack >= least) continue;
        least = slack;
        best = constraint;
      }
      if (best === -1) throw new Error('The graph of constraints does not hang together.');
      const forward = reached[this.#from[best]!] === 1;
      for (const vertex of members) this.values[vertex]! += forward ? least : -least;
      this.#take(best);
      reach(forward ? this.#to[best]! : this.#from[best]!);
    }
  }

  #take(constraint: number): void {
    this.#inTree[constraint] = 1;
    this.#branches[this.#from[constraint]!]!.push(constraint);
    this.#branches[this.#to[constraint]!]!.push(constraint);
  }

  #drop(constraint: number): void {
    this.#inTree[constraint] = 0;
    for (const end of [this.#from[constraint]!, this.#to[constraint]!]) {
      const branches = this.#branches[end]!;
      branches.splice(branches.indexOf(constraint), 1);
    }
  }

  /**
   * Takes what is below a vertex away from its parent and hangs it at the other end of a constraint.
   * All else keeps its parents: numbers between the two places move by as many as hang there, and
   * only what is above one of the places, not both, gains or loses their pulls.
   */
  #rehang(below: number, leaving: number, entering: number): void {
    const [low, lim, postorder] = [this.#low, this.#lim, this.#postorder];
    const [first, last] = [low[below]!, lim[below]!];
    const size = last - first + 1;
    const isInside = (vertex: number) => lim[vertex]! >= first && lim[vertex]! <= last;
    const from = this.#from[entering]!;
    const inner = isInside(from) ? from : this.#to[entering]!;
    const outer = this.#otherEnd(entering, inner);
    const former = this.#otherEnd(leaving, below);
    const top = this.#topOf(entering);
    const pull = this.#sum[below]!;
    for (let vertex = former; vertex !== top; vertex = this.#above(vertex)) {
      this.#sum[vertex]! -= pull;
      this.#sumUp(vertex);
    }
    for (let vertex = outer; vertex !== top; vertex = this.#above(vertex)) {
      this.#sum[vertex]! += pull;
      this.#sumUp(vertex);
    }
    // They come last of all below their new parent, just before itself.
    const at = lim[outer]!;
    if (at > last) {
      for (let place = last + 1; place < at; place++) {
        const vertex = postorder[place]!;
        postorder[place - size] = vertex;
        lim[vertex]! -= size;
        if (low[vertex]! > last) low[vertex]! -= size;
      }
      for (let vertex = outer; low[vertex]! > last; vertex = this.#above(vertex))
        low[vertex]! -= size;
    } else {
      for (let place = first - 1; place >= at; place--) {
        const vertex = postorder[place]!;
        postorder[place + size] = vertex;
        lim[vertex]! += size;
        if (low[vertex]! > at) low[vertex]! += size;
      }
      for (let vertex = former; low[vertex]! > at; vertex = this.#above(vertex))
        low[vertex]! += size;
    }
    this.#drop(leaving);
    this.#take(entering);
    this.#parent[inner] = entering;
    low[inner] = at > last ? at - size : at;
    this.#number(inner);
  }

  #above(vertex: number): number {
    return this.#otherEnd(this.#parent[vertex]!, vertex);
  }

  /** Constraints among those below count on both sides and cancel out. */
  #sumUp(vertex: number): void {
    const sum = this.#sum[vertex]!;
    this.#cut[vertex] = this.#from[this.#parent[vertex]!] === vertex ? sum : -sum;
  }

  /** Numbers the tree below a vertex in postorder, and sums up what each of its constraints costs. */
  #number(root: number): void {
    const { open, next, pull } = this.#walk;
    let counter = this.#low[root]!;
    let depth = 0;
    open[0] = root;
    next[0] = 0;
    pull[0] = this.#pull[root]!;
    while (depth >= 0) {
      const vertex = open[depth]!;
      const branches = this.#branches[vertex]!;
      const at = next[depth]!;
      if (at === branches.length) {
        this.#postorder[counter] = vertex;
        this.#lim[vertex] = counter++;
        const below = pull[depth--]!;
        this.#sum[vertex] = below;
        if (depth >= 0) pull[depth]! += below;
        if (this.#parent[vertex] !== -1) this.#sumUp(vertex);
        continue;
      }
      next[depth] = at + 1;
      const constraint = branches[at]!;
      if (constraint === this.#parent[vertex]) continue;
      const child = this.#otherEnd(constraint, vertex);
      this.#parent[child] = constraint;
      this.#low[child] = counter;
      depth++;
      open[depth] = child;
      next[depth] = 0;
      pull[depth] = this.#pull[child]!;
    }
  }

  /** Moves what is below a vertex; all the rest in the other direction where that is less. */
  #shift(top: number, by: number): void {
    const [low, lim] = [this.#low[top]!, this.#lim[top]!];
    const count = this.values.length;
    if (2 * (lim - low) < count) {
      for (let at = low; at <= lim; at++) this.values[this.#postorder[at]!]! += by;
      return;
    }
    for (let at = 0; at < low; at++) this.values[this.#postorder[at]!]! -= by;
    for (let at = lim + 1; at < count; at++) this.values[this.#postorder[at]!]! -= by;
  }

  /** The constraint with the least slack that leads out of what is below a vertex, or into it. */
  #entering(top: number, outward: boolean): number {
    const [low, lim] = [this.#low[top]!, this.#lim[top]!];
    const count = this.values.length;
    let best = -1;
    let least = Infinity;
    const look = (first: number, last: number, ends: Int32Array, fromInside: boolean) => {
      for (let at = first; at <= last; at++) {
        const vertex = this.#postorder[at]!;
        for (const constraint of this.#around[vertex]!) {
          if (this.#inTree[constraint] || ends[constraint] !== vertex) continue;
          const other = this.#lim[this.#otherEnd(constraint, vertex)]!;
          if ((other >= low && other <= lim) === fromInside) continue;
          const slack = this.#slack(constraint);
          if (slack > least || (slack === least && constraint > best)) continue;
          least = slack;
          best = constraint;
        }
      }
    };
    if (2 * (lim - low) < count) {
      look(low, lim, outward ? this.#from : this.#to, true);
    } else {
      // The same from the other side, which has fewer vertices.
      const ends = outward ? this.#to : this.#from;
      look(0, low - 1, ends, false);
      look(lim + 1, count - 1, ends, false);
    }
    return best;
  }
}

/** The least values from 0 that satisfy all constraints. */
function longestPaths(count: number, constraints: readonly Constraint[]): Int32Array {
  const values = new Int32Array(count);
  const out: Constraint[][] = Array.from({ length: count }, () => []);
  for (const constraint of constraints) out[constraint.from]!.push(constraint);
  const waiting = new Uint8Array(count).fill(1);
  const queue = Array.from({ length: count }, (_, vertex) => vertex);
  // Each round of the queue settles at least one vertex, unless constraints contradict each other.
  for (let at = 0; at < queue.length; at++) {
    if (at > count * count + count) throw new Error('Constraints contradict each other.');
    const vertex = queue[at]!;
    waiting[vertex] = 0;
    for (const { to, length } of out[vertex]!) {
      const value = values[vertex]! + length;
      if (value <= values[to]!) continue;
      values[to] = value;
      if (waiting[to] === 0) {
        waiting[to] = 1;
        queue.push(to);
      }
    }
  }
  // What has nothing before it goes as near to what follows as it can.
  const hasBefore = new Uint8Array(count);
  for (const { to } of constraints) hasBefore[to] = 1;
  for (const [vertex, leaving] of out.entries()) {
    if (hasBefore[vertex] === 1 || leaving.length === 0) continue;
    values[vertex] = Math.min(...leaving.map(({ to, length }) => values[to]! - length));
  }
  return values;
}
