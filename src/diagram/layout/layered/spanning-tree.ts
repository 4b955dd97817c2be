/**
 * A spanning tree of a graph, below a root that comes after all vertices. In the beginning each vertex
 * hangs at the root.
 */
export class SpanningTree {
  /** By vertex; -1 for the root. */
  readonly parent: Int32Array;
  /** By vertex: the edge to its parent. */
  readonly edge: Int32Array;
  /** By vertex: its first child; and by child: the ones beside it. -1 where there is none. */
  readonly #child: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** By vertex: how many are below it, itself included. */
  readonly #size: Int32Array;

  /** @param firstEdge the edges to the root follow in the order of the vertices */
  constructor(vertices: number, firstEdge: number) {
    const none = () => new Int32Array(vertices + 1).fill(-1);
    this.parent = none();
    this.edge = none();
    this.#child = none();
    this.#next = none();
    this.#previous = none();
    this.#size = new Int32Array(vertices + 1).fill(1);
    this.#size[vertices] = vertices + 1;
    for (let vertex = 0; vertex < vertices; vertex++)
      this.#attach(vertex, vertices, firstEdge + vertex);
  }

  /** Whether a single vertex hangs at the root. */
  get isRootLeaf(): boolean {
    const first = this.#child[this.parent.length - 1]!;
    return first === -1 || this.#next[first] === -1;
  }

  /** The lowest vertex that both are below. */
  meet(one: number, other: number): number {
    const parent = this.parent;
    const size = this.#size;
    while (one !== other) {
      if (size[one]! < size[other]!) one = parent[one]!;
      else other = parent[other]!;
    }
    return one;
  }

  /**
   * Takes what is below a vertex away from its parent, and hangs it up at another place.
   *
   * @param cut the vertex that is taken away
   * @param inner the one below it that is to be the uppermost
   * @param outer its new parent
   * @param top the lowest one above `inner` and `outer`
   */
  rehang(cut: number, inner: number, outer: number, edge: number, top: number): void {
    const parent = this.parent;
    const size = this.#size;
    const moved = size[cut]!;
    for (let vertex = parent[cut]!; vertex !== top; vertex = parent[vertex]!)
      size[vertex]! -= moved;
    for (let vertex = outer; vertex !== top; vertex = parent[vertex]!) size[vertex]! += moved;
    // From `inner` up to `cut`, each becomes a child of the one that was below it.
    let above = outer;
    let by = edge;
    let before = 0;
    for (let vertex = inner; ;) {
      const nextVertex = parent[vertex]!;
      const nextEdge = this.edge[vertex]!;
      const formerSize = size[vertex]!;
      this.#detach(vertex);
      this.#attach(vertex, above, by);
      size[vertex] = moved - before;
      if (vertex === cut) return;
      before = formerSize;
      above = vertex;
      by = nextEdge;
      vertex = nextVertex;
    }
  }

  /** Adds to the values of all that is below a vertex, itself included. */
  move(top: number, values: Float64Array, by: number): void {
    const parent = this.parent;
    const child = this.#child;
    const next = this.#next;
    for (let vertex = top; ;) {
      values[vertex]! += by;
      if (child[vertex] !== -1) {
        vertex = child[vertex]!;
        continue;
      }
      while (vertex !== top && next[vertex] === -1) vertex = parent[vertex]!;
      if (vertex === top) return;
      vertex = next[vertex]!;
    }
  }

  #attach(vertex: number, parent: number, edge: number): void {
    const first = this.#child[parent]!;
    this.parent[vertex] = parent;
    this.edge[vertex] = edge;
    this.#next[vertex] = first;
    this.#previous[vertex] = -1;
    if (first !== -1) this.#previous[first] = vertex;
    this.#child[parent] = vertex;
  }

  #detach(vertex: number): void {
    const before = this.#previous[vertex]!;
    const after = this.#next[vertex]!;
    if (before === -1) this.#child[this.parent[vertex]!] = after;
    else this.#next[before] = after;
    if (after !== -1) this.#previous[after] = before;
  }
}
