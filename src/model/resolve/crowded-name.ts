import type { ElementKind } from '../model.js';
import { forEachPath, partsLeftOut } from './paths.js';

interface Reachable {
  readonly kind: ElementKind;
  readonly qualifiedName: string;
}

/** From how many elements on a map of their paths is faster than a look at each. */
const crowd = 16;

/** Several elements whose paths have the same first and last part. */
export class CrowdedName<E extends Reachable> {
  #elements: E[];
  #byPath: Map<string, E[]> | undefined;

  constructor(...elements: readonly E[]) {
    this.#elements = [...elements];
  }

  get size(): number {
    return this.#elements.length;
  }

  add(element: E): void {
    this.#elements.push(element);
    if (this.#byPath) enter(this.#byPath, element);
  }

  remove(element: E): void {
    this.#elements = this.#elements.filter((each) => each !== element);
    this.#byPath = undefined;
  }

  /** Elements that a path leads to. */
  reaching(path: string): readonly E[] {
    if (this.#elements.length < crowd) {
      return this.#elements.filter((element) => partsLeftOut(element, path) >= 0);
    }
    if (!this.#byPath) {
      this.#byPath = new Map();
      for (const element of this.#elements) enter(this.#byPath, element);
    }
    return this.#byPath.get(path) ?? [];
  }
}

function enter<E extends Reachable>(byPath: Map<string, E[]>, element: E): void {
  forEachPath(element, (path) => {
    const there = byPath.get(path);
    if (there) there.push(element);
    else byPath.set(path, [element]);
  });
}
