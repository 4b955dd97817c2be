import type { Draft } from '../build/draft.js';
import type { ElementId } from '../model.js';
import { NameIndex, type Named } from '../resolve/name-index.js';
import { anyBroker, anyEvent, lastPart } from './used-names.js';

type Declared = Named & { readonly parent?: ElementId };

/** What all files declare: names to resolve, parents, brokers, and the events of each context. */
export class DeclaredNames {
  readonly index = new NameIndex();
  readonly #declared = new Map<ElementId, Declared & { count: number }>();
  readonly #brokers = new Set<ElementId>();
  /** Events by the first part of their name, which is their context or external. */
  readonly #events = new Map<string, Map<ElementId, Named>>();

  /** Replaces a file's declarations; answers the simple names that changed. */
  exchange(before: Draft | undefined, after: Draft | undefined): Set<string> {
    const old = new Map(declarationsOf(before).map((named) => [named.id, named]));
    const changed = new Set<string>();
    const note = ({ kind, qualifiedName }: Named) => {
      changed.add(lastPart(qualifiedName));
      if (kind === 'event') changed.add(anyEvent);
      if (kind === 'broker') changed.add(anyBroker);
    };
    for (const named of declarationsOf(after)) {
      if (old.delete(named.id)) continue;
      this.#declare(named);
      note(named);
    }
    for (const named of old.values()) {
      this.#undeclare(named);
      note(named);
    }
    return changed;
  }

  parentOf(id: ElementId): ElementId | undefined {
    return this.#declared.get(id)?.parent;
  }

  /** The only broker of the model, if there is exactly one. */
  get onlyBroker(): ElementId | undefined {
    return this.#brokers.size === 1 ? [...this.#brokers][0] : undefined;
  }

  /** Events below an element, or of the whole model, sorted by id. */
  eventsOf(owner: ElementId | undefined): ElementId[] {
    const name = owner === undefined ? undefined : this.#declared.get(owner)?.qualifiedName;
    const groups =
      name === undefined ? [...this.#events.values()] : [this.#events.get(firstPart(name))];
    const prefix = name === undefined ? '' : `${name}.`;
    return groups
      .flatMap((group) => [...(group?.values() ?? [])])
      .filter(({ qualifiedName }) => qualifiedName.startsWith(prefix))
      .map(({ id }) => id)
      .sort();
  }

  #declare(named: Declared): void {
    this.index.add(named);
    const known = this.#declared.get(named.id);
    if (known) {
      known.count++;
      return;
    }
    const { id, kind, qualifiedName, parent } = named;
    this.#declared.set(id, { id, kind, qualifiedName, parent, count: 1 });
    if (kind === 'broker') this.#brokers.add(id);
    if (kind !== 'event') return;
    const group = this.#events.get(firstPart(qualifiedName)) ?? new Map<ElementId, Named>();
    this.#events.set(firstPart(qualifiedName), group.set(id, named));
  }

  #undeclare(named: Declared): void {
    this.index.remove(named);
    const { id, qualifiedName } = named;
    const known = this.#declared.get(id);
    if (!known || --known.count > 0) return;
    this.#declared.delete(id);
    this.#brokers.delete(id);
    const group = this.#events.get(firstPart(qualifiedName));
    group?.delete(id);
    if (group?.size === 0) this.#events.delete(firstPart(qualifiedName));
  }
}

function declarationsOf(draft: Draft | undefined): Declared[] {
  if (!draft) return [];
  const byId = new Map<ElementId, Declared>();
  for (const { element } of [...draft.contexts, ...draft.elements]) {
    const { id, kind, qualifiedName, parent } = element;
    if (kind === 'relation' || kind === 'step') continue;
    byId.set(id, { id, kind, qualifiedName, parent });
  }
  return [...byId.values()];
}

function firstPart(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}
