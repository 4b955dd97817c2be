import type { Draft } from '../build/draft.js';
import type { Element } from '../elements/element.js';
import type { ElementId } from '../elements/identity.js';
import { NameIndex } from '../resolve/name-index.js';
import { firstPart } from '../resolve/paths.js';

/** What all files declare: names to resolve, parents, brokers, and the events of each context. */
export class DeclaredNames {
  readonly index = new NameIndex();
  readonly #brokers = new Set<ElementId>();
  /** Names of events by id, by their first part, which is their context or external. */
  readonly #events = new Map<string, Map<ElementId, string>>();

  /** Replaces a file's declarations; answers those that came and went. */
  exchange(before: Draft | undefined, after: Draft | undefined): readonly Element[] {
    const changed: Element[] = [];
    // What stays is never gone in between, so it costs no more than being counted.
    forEachDeclaration(after, (element) => {
      if (!this.index.add(element)) return;
      changed.push(element);
      this.#came(element);
    });
    forEachDeclaration(before, (element) => {
      if (!this.index.remove(element)) return;
      changed.push(element);
      this.#went(element);
    });
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
      .flatMap((group) => [...(group ?? [])])
      .filter(([, qualifiedName]) => qualifiedName.startsWith(prefix))
      .map(([id]) => id)
      .sort();
  }

  #came({ id, kind, qualifiedName }: Element): void {
    if (kind === 'broker') this.#brokers.add(id);
    if (kind !== 'event') return;
    const first = firstPart(qualifiedName);
    const group = this.#events.get(first) ?? new Map<ElementId, string>();
    this.#events.set(first, group.set(id, qualifiedName));
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

/** Visits the declarations that can be named. */
function forEachDeclaration(draft: Draft | undefined, visit: (element: Element) => void): void {
  if (!draft) return;
  for (const { element } of draft.contexts) visit(element);
  for (const { element } of draft.elements) {
    if (element.kind !== 'relation' && element.kind !== 'step') visit(element);
  }
}
