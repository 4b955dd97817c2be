import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Type } from '../model/elements/types.js';
import { declarationsOf, elementById, nameAt } from '../model/navigation.js';
import { spotOf, type Session } from './session.js';

/** From a field to its type, from an operation to its result, from a store's user to the store. */
export function registerTypeDefinition(session: Session): void {
  session.connection.onTypeDefinition((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    if (!element) return null;
    return typesOf(element)
      .flatMap((id) => spot.model.elements.get(id) ?? [])
      .flatMap((type) => declarationsOf(type).map(spot.location));
  });
}

function typesOf(element: Element | Field): ElementId[] {
  switch (element.kind) {
    case 'field':
    case 'scalar':
      return targetsOf(element.type);
    case 'operation':
      return element.result.type ? targetsOf(element.result.type) : [];
    case 'union':
      return element.members.map(({ target }) => target);
    default:
      return [];
  }
}

function targetsOf(type: Type): ElementId[] {
  switch (type.shape) {
    case 'named':
    case 'ref':
      return [type.target];
    case 'list':
    case 'set':
      return targetsOf(type.item);
    case 'map':
      return targetsOf(type.value);
    default:
      return [];
  }
}
