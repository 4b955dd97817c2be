import { none } from '../none.js';
import { forEachPath, type Reachable } from './paths.js';

/** From how many elements on a map of their paths is faster than a look at each. */
const crowd = 16;

/** Several elements whose paths have the same first and last part. */
export class CrowdedName<E extends Reachable> {
  readonly #elements: Set<E>;
  #byPath: Map<string, Set<E>> | undefined;

  constructor(...elements: readonly E[]) {
    this.#elements = new Set(elements);
  }

  get elements(): Iterable<E> {
    return this.#elements;
  }

  get size(): number {
    return this.#elements.size;
  }

  add(element: E): void {
    this.#elements.add(element);
    if (this.#byPath) enter(this.#byPath, element);
  }

  remove(element: E): void {
    this.#elements.delete(element);
    const byPath = this.#byPath;
    if (!byPath) return;
    forEachPath(element, (path) => {
      const there = byPath.get(path);
      there?.delete(element);
      if (there?.size === 0) byPath.delete(path);
    });
  }

  /** Elements that a path may lead to: all but those that it certainly does not lead to. */
  near(path: string): Iterable<E> {
    if (this.#elements.size < crowd) return this.#elements;
    if (!this.#byPath) {
      this.#byPath = new Map();
      for (const element of this.#elements) enter(this.#byPath, element);
    }
    return this.#byPath.get(path) ?? none;
  }
}

function enter<E extends Reachable>(byPath: Map<string, Set<E>>, element: E): void {
  forEachPath(element, (path) => {
    const there = byPath.get(path);
    if (there) there.add(element);
    else byPath.set(path, new Set([element]));
  });
}
