import type { DraftPolicies, DraftType, NamedType, Ref } from '../build/draft.js';
import type { Growing } from '../growing.js';
import type { NamedReference } from '../elements/base.js';
import type { Context } from '../elements/context.js';
import type { ElementId } from '../elements/identity.js';
import type { Policies } from '../elements/policies.js';
import type { Type } from '../elements/types.js';
import type { Reference, UnresolvedReference } from '../references.js';
import { none } from '../none.js';
import type { NameIndex } from './name-index.js';

/** What the rest of the model contributes to a file, besides names. */
export interface Surroundings {
  readonly names: NameIndex;
  context(id: ElementId): Context | undefined;
  /** Kind, service and API of an operation, service of an API, … for any declared element. */
  parentOf(id: ElementId): ElementId | undefined;
  /** The only broker of the model, if there is exactly one. */
  readonly onlyBroker: ElementId | undefined;
  /** Events below an element, or of the whole model, sorted by id. */
  eventsOf(owner: ElementId | undefined): readonly ElementId[];
}

/** Resolves references and remembers both the found and the missing. */
export class Linker {
  readonly references: Reference[] = [];
  readonly unresolved: UnresolvedReference[] = [];
  readonly #seen = new Set<number | string>();
  readonly #isFirst: boolean;
  readonly around: Surroundings;

  constructor(around: Surroundings, isFirst: boolean) {
    this.around = around;
    this.#isFirst = isFirst;
  }

  /** What an element is filled in at: itself where nobody has seen it yet, else a copy. */
  own<E extends object>(element: E): Growing<E> {
    return (this.#isFirst ? element : { ...element }) as Growing<E>;
  }

  one(ref: Ref | undefined): ElementId | undefined {
    if (!ref) return undefined;
    const { path, span, owner } = ref;
    const resolution = this.around.names.resolve(ref);
    const isFound = typeof resolution === 'string';
    // A name may be needed twice (an operation's `emits` is a property and an edge); report once.
    const place = placeKey(span);
    if (!this.#seen.has(place)) {
      this.#seen.add(place);
      if (isFound) this.references.push({ span, target: resolution, owner, path });
      else {
        const { expected, scope } = ref;
        this.unresolved.push({ path, span, expected, owner, scope, candidates: resolution });
      }
    }
    return isFound ? resolution : undefined;
  }

  /**
   * What an edge named to no avail, though its own target was found, is told of the edge as it is in
   * the model: until then its id was made of what the text says.
   *
   * @param since how many names were unresolved before the edge
   */
  ownUnresolved(since: number, edge: ElementId): void {
    for (let index = since; index < this.unresolved.length; index++) {
      const reference = this.unresolved[index];
      if (reference) this.unresolved[index] = { ...reference, owner: edge };
    }
  }

  named(ref: Ref): NamedReference | undefined {
    const target = this.one(ref);
    return target === undefined ? undefined : { target, span: ref.span };
  }

  many(refs: Ref | readonly Ref[] | undefined): readonly NamedReference[] {
    if (!Array.isArray(refs) || refs.length === 0) return none;
    const found: NamedReference[] = [];
    for (const ref of refs as readonly Ref[]) {
      const named = this.named(ref);
      if (named) found.push(named);
    }
    // A list keeps the room into which it grew.
    return found.slice();
  }

  type(draft: DraftType): Type {
    switch (draft.shape) {
      case 'primitive':
        return draft;
      case 'list':
      case 'set': {
        const item = this.type(draft.item);
        return item === draft.item ? (draft as Type) : { ...draft, item };
      }
      case 'map': {
        const value = this.type(draft.value);
        return value === draft.value ? (draft as Type) : { ...draft, value };
      }
      case 'named':
      case 'ref': {
        const { path, span } = draft.ref;
        const target = this.one(draft.ref);
        return target === undefined
          ? { shape: 'unresolved', path, span }
          : { shape: draft.shape, target, span };
      }
    }
  }

  /** Fields or parameters with the names in their types filled in. */
  typed<T extends { readonly type: Type }>(
    list: readonly T[],
    types: readonly NamedType[] | undefined,
  ): readonly T[] {
    if (!types) return list;
    const typed = this.#isFirst ? (list as T[]) : [...list];
    for (const { at, type } of types) {
      const one: T | undefined = list[at];
      if (!one) continue;
      const linked = this.own<{ readonly type: Type }>(one);
      linked.type = this.type(type);
      typed[at] = linked as T;
    }
    return typed;
  }

  policies(draft: DraftPolicies): Policies {
    const { fallback } = draft;
    if (!fallback || 'text' in fallback) return draft as Policies;
    const target = this.one(fallback.ref);
    return { ...draft, fallback: target === undefined ? undefined : { target } };
  }
}

/** One key for each place of a file: a number but in lines that no author writes. */
function placeKey({ start: { line, column } }: Ref['span']): number | string {
  return column < longLine ? line * longLine + column : `${String(line)}:${String(column)}`;
}
const longLine = 1 << 16;
