/** A binary heap of numbers; the one with the least priority comes first, equal ones by value. */
export class Heap {
  readonly #items: number[] = [];
  readonly #priorities: number[] = [];

  push(item: number, priority: number): void {
    let at = this.#items.length;
    this.#items.push(item);
    this.#priorities.push(priority);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const [first] = this.#items;
    const lastItem = this.#items.pop();
    const lastPriority = this.#priorities.pop();
    if (first === undefined || lastItem === undefined || lastPriority === undefined) return first;
    if (this.#items.length === 0) return first;
    this.#items[0] = lastItem;
    this.#priorities[0] = lastPriority;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let least = at;
      if (left < this.#items.length && this.#before(left, least)) least = left;
      if (left + 1 < this.#items.length && this.#before(left + 1, least)) least = left + 1;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const difference = (this.#priorities[a] ?? 0) - (this.#priorities[b] ?? 0);
    return difference < 0 || (difference === 0 && (this.#items[a] ?? 0) < (this.#items[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    [this.#items[a], this.#items[b]] = [this.#items[b] ?? 0, this.#items[a] ?? 0];
    [this.#priorities[a], this.#priorities[b]] = [
      this.#priorities[b] ?? 0,
      this.#priorities[a] ?? 0,
    ];
  }
}
