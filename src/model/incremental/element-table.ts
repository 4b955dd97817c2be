import type { Element } from '../elements/element.js';
import type { ElementId } from '../elements/identity.js';

/**
 * The elements of a workspace by id, changed in place, with snapshots that stay as they were. A
 * snapshot costs nothing: the newest one reads the table itself, and an older one remembers what
 * the changes after it replaced (H. G. Baker: Shallow Binding Makes Functional Arrays Fast, 1991).
 */
export class ElementTable {
  readonly #now = new Map<ElementId, Element>();
  #newest: ElementSnapshot | undefined;

  get(id: ElementId): Element | undefined {
    return this.#now.get(id);
  }

  set(id: ElementId, element: Element | undefined): void {
    const before = this.#now.get(id);
    if (before === element) return;
    this.#newest?.keep(id, before);
    if (element) this.#now.set(id, element);
    else this.#now.delete(id);
  }

  /** Sets an element whose id is new; otherwise does nothing, and says so. */
  add(element: Element): boolean {
    const { id } = element;
    if (this.#now.has(id)) return false;
    this.#newest?.keep(id, undefined);
    this.#now.set(id, element);
    return true;
  }

  /** @param list all elements in the order of the model; asked for only when they are listed */
  snapshot(list: () => readonly Element[]): ElementSnapshot {
    const snapshot = new ElementSnapshot(this.#now, list);
    this.#newest?.follow(snapshot);
    this.#newest = snapshot;
    return snapshot;
  }
}

interface Source {
  get(id: ElementId): Element | undefined;
}

/** Elements as they stood at one time, in the order of the model. */
export class ElementSnapshot implements ReadonlyMap<ElementId, Element> {
  #later: Source;
  #replaced: Map<ElementId, Element | undefined> | undefined;
  #list: readonly Element[] | undefined;
  readonly #makeList: () => readonly Element[];

  constructor(table: ReadonlyMap<ElementId, Element>, list: () => readonly Element[]) {
    this.#later = table;
    this.#makeList = list;
  }

  /** Remembers what a change replaces, for as long as this is the newest snapshot. */
  keep(id: ElementId, before: Element | undefined): void {
    this.#replaced ??= new Map();
    if (!this.#replaced.has(id)) this.#replaced.set(id, before);
  }

  /** From now on, what this one does not remember stands in a later one. */
  follow(later: ElementSnapshot): void {
    this.#later = later;
  }

  get(id: ElementId): Element | undefined {
    const replaced = this.#replaced;
    return replaced?.has(id) ? replaced.get(id) : this.#later.get(id);
  }

  has(id: ElementId): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return this.#all.length;
  }

  get #all(): readonly Element[] {
    this.#list ??= this.#makeList();
    return this.#list;
  }

  forEach(visit: (value: Element, key: ElementId, map: ReadonlyMap<ElementId, Element>) => void) {
    for (const element of this.#all) visit(element, element.id, this);
  }

  keys(): MapIterator<ElementId> {
    return this.#all.map(({ id }) => id).values();
  }

  values(): MapIterator<Element> {
    return this.#all.values();
  }

  entries(): MapIterator<[ElementId, Element]> {
    return this.#all.map((element): [ElementId, Element] => [element.id, element]).values();
  }

  [Symbol.iterator](): MapIterator<[ElementId, Element]> {
    return this.entries();
  }
}
