import type { Draft } from '../build/draft.js';
import type { Element, ElementId } from '../model.js';
import { NameIndex, type Named } from '../resolve/name-index.js';
import { firstPart } from '../resolve/paths.js';

/** What all files declare: names to resolve, parents, brokers, and the events of each context. */
export class DeclaredNames {
  readonly index = new NameIndex();
  readonly #brokers = new Set<ElementId>();
  /** Events by the first part of their name, which is their context or external. */
  readonly #events = new Map<string, Map<ElementId, Named>>();

  /** Replaces a file's declarations; answers those that came and went. */
  exchange(before: Draft | undefined, after: Draft | undefined): readonly Element[] {
    const changed: Element[] = [];
    // What stays is never gone in between, so it costs no more than being counted.
    for (const element of declarationsOf(after)) {
      if (!this.index.add(element)) continue;
      changed.push(element);
      this.#came(element);
    }
    for (const element of declarationsOf(before)) {
      if (!this.index.remove(element.id)) continue;
      changed.push(element);
      this.#went(element);
    }
    return changed;
  }

  parentOf(id: ElementId): ElementId | undefined {
    return this.index.get(id)?.parent;
  }

  /** The only broker of the model, if there is exactly one. */
  get onlyBroker(): ElementId | undefined {
    return this.#brokers.size === 1 ? [...this.#brokers][0] : undefined;
  }

  /** Events below an element, or of the whole model, sorted by id. */
  eventsOf(owner: ElementId | undefined): ElementId[] {
    const name = owner === undefined ? undefined : this.index.get(owner)?.qualifiedName;
    const groups =
      name === undefined ? [...this.#events.values()] : [this.#events.get(firstPart(name))];
    const prefix = name === undefined ? '' : `${name}.`;
    return groups
      .flatMap((group) => [...(group?.values() ?? [])])
      .filter(({ qualifiedName }) => qualifiedName.startsWith(prefix))
      .map(({ id }) => id)
      .sort();
  }

  #came({ id, kind, qualifiedName }: Element): void {
    if (kind === 'broker') this.#brokers.add(id);
    if (kind !== 'event') return;
    const first = firstPart(qualifiedName);
    const group = this.#events.get(first) ?? new Map<ElementId, Named>();
    this.#events.set(first, group.set(id, { id, kind, qualifiedName }));
  }

  #went({ id, kind, qualifiedName }: Element): void {
    if (kind === 'broker') this.#brokers.delete(id);
    if (kind !== 'event') return;
    const first = firstPart(qualifiedName);
    const group = this.#events.get(first);
    group?.delete(id);
    if (group?.size === 0) this.#events.delete(first);
  }
}

/** Declarations that can be named. */
function* declarationsOf(draft: Draft | undefined): Generator<Element> {
  for (const { element } of draft?.contexts ?? []) yield element;
  for (const { element } of draft?.elements ?? []) {
    if (element.kind !== 'relation' && element.kind !== 'step') yield element;
  }
}
