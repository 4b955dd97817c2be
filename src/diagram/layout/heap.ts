/** A binary heap of whole numbers; the one with the least priority comes first, equal ones by value. */
export class Heap {
  #items = new Int32Array(256);
  #priorities = new Float64Array(256);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  push(item: number, priority: number): void {
    if (this.#size === this.#items.length) this.#grow();
    const items = this.#items;
    const priorities = this.#priorities;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = priorities[parent]!;
      if (above < priority || (above === priority && items[parent]! <= item)) break;
      items[at] = items[parent]!;
      priorities[at] = above;
      at = parent;
    }
    items[at] = item;
    priorities[at] = priority;
  }

  pop(): number | undefined {
    if (this.#size === 0) return undefined;
    const items = this.#items;
    const priorities = this.#priorities;
    const first = items[0];
    const size = --this.#size;
    const item = items[size]!;
    const priority = priorities[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      let below = priorities[child]!;
      if (child + 1 < size) {
        const other = priorities[child + 1]!;
        if (other < below || (other === below && items[child + 1]! < items[child]!)) {
          child++;
          below = other;
        }
      }
      if (priority < below || (priority === below && item <= items[child]!)) break;
      items[at] = items[child]!;
      priorities[at] = below;
      at = child;
    }
    items[at] = item;
    priorities[at] = priority;
    return first;
  }

  #grow(): void {
    const items = new Int32Array(2 * this.#items.length);
    const priorities = new Float64Array(items.length);
    items.set(this.#items);
    priorities.set(this.#priorities);
    this.#items = items;
    this.#priorities = priorities;
  }
}
