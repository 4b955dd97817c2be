/** Disjoint sets of whatever can be a key of a map; near-linear (path halving, union by size). */
export class DisjointSets<T> {
  readonly #parent = new Map<T, T>();
  readonly #size = new Map<T, number>();

  /** The representative of the item's set; an item not seen before is a set of its own. */
  find(item: T): T {
    let at = item;
    for (;;) {
      const parent = this.#parent.get(at);
      if (parent === undefined) {
        this.#parent.set(at, at);
        return at;
      }
      if (parent === at) return at;
      const next = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, next);
      at = next;
    }
  }

  /** Makes one set of the two that hold these items. */
  join(a: T, b: T): void {
    let [large, small] = [this.find(a), this.find(b)];
    if (large === small) return;
    const sizes = [this.#size.get(large) ?? 1, this.#size.get(small) ?? 1] as const;
    if (sizes[0] < sizes[1]) [large, small] = [small, large];
    this.#parent.set(small, large);
    this.#size.set(large, sizes[0] + sizes[1]);
  }

  /** The sets of all items seen, each in the order in which they were seen. */
  sets(): T[][] {
    const sets = new Map<T, T[]>();
    for (const item of this.#parent.keys()) {
      const root = this.find(item);
      const set = sets.get(root);
      if (set) set.push(item);
      else sets.set(root, [item]);
    }
    return [...sets.values()];
  }
}
