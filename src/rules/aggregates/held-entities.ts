import { typeReference } from '../../model/dependencies.js';
import { find } from '../../model/lookup.js';
import type { Entity } from '../../model/elements/aggregate.js';
import type { Type } from '../../model/elements/types.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';

/**
 * Tells which entities unions and values hold that belong to no aggregate, directly or by way of
 * others of their kind. Of each type that is found out once.
 */
export class HeldEntities {
  readonly #model: Model;
  readonly #known = new Map<ElementId, readonly Entity[]>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** @param type a union or value; anything else holds nothing here */
  of(type: ElementId): readonly Entity[] {
    const known = this.#known.get(type);
    if (known) return known;
    const reached = new Set(this.#partsOf(type));
    // The set grows while it is walked.
    for (const part of reached) for (const inner of this.#partsOf(part)) reached.add(inner);
    const held = [...reached].flatMap((part) => find(this.#model, 'entity', part) ?? []);
    this.#known.set(type, held);
    return held;
  }

  #partsOf(type: ElementId): readonly ElementId[] {
    const element = this.#model.elements.get(type);
    if (element?.kind === 'union') return element.members.map(({ target }) => target);
    if (element?.kind !== 'value' || find(this.#model, 'aggregate', element.parent)) return [];
    return element.fields.flatMap((field) => heldBy(field.type) ?? []);
  }
}

/** The declared type that a field holds by value. */
function heldBy(type: Type): ElementId | undefined {
  const reference = typeReference(type);
  return reference?.shape === 'named' ? reference.target : undefined;
}
