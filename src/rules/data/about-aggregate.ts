import { foldedName } from '../../language/names.js';
import { typeReferences } from '../../model/dependencies.js';
import { publicationsOf } from '../../model/edge-index.js';
import { contextOf, find } from '../../model/lookup.js';
import type { Aggregate } from '../../model/elements/aggregate.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';

/**
 * Whether an event tells of changes of an aggregate: it is declared there; or it belongs to the
 * aggregate's context and has its name in its own, refers to it in a field, or comes from an
 * operation that modifies it.
 */
export function isAbout(model: Model, event: Event, aggregate: Aggregate): boolean {
  if (event.aggregate !== undefined) return event.aggregate === aggregate.id;
  if (contextOf(model, event.id)?.id !== aggregate.context) return false;
  return (
    foldedName(event.name).includes(foldedName(aggregate.name)) ||
    refersTo(model, event, aggregate) ||
    publicationsOf(model, event.id).some(({ by }) => modifies(model, by, aggregate.id))
  );
}

/** By identity, by an entity of it, or by the type of its root's identifier. */
function refersTo(model: Model, { fields }: Event, { id, entities, root }: Aggregate): boolean {
  const identifier = find(model, 'entity', root)?.fields.find((field) => field.identifier);
  const own = new Set([
    id,
    ...entities,
    ...typeReferences(identifier?.type).map(({ target }) => target),
  ]);
  return fields.some(({ type }) => typeReferences(type).some(({ target }) => own.has(target)));
}

function modifies(model: Model, by: ElementId | undefined, aggregate: ElementId): boolean {
  const operation = find(model, 'operation', by);
  return operation?.modifies.some(({ target }) => target === aggregate) ?? false;
}
