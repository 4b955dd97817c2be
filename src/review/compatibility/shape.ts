import { find } from '../../model/lookup.js';
import type { Enum, Field, Union } from '../../model/elements/data-types.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Constraints, PrimitiveName, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';

/** A type with its aliases resolved: what travels on the wire. */
export type Shape =
  | { readonly shape: 'primitive'; readonly name: PrimitiveName; readonly constraints: Constraints }
  | { readonly shape: 'object'; readonly id: ElementId; readonly fields: readonly Field[] }
  | { readonly shape: 'enum'; readonly element: Enum }
  | { readonly shape: 'union'; readonly element: Union }
  | (Items & { readonly shape: 'list' | 'set' })
  | (Items & { readonly shape: 'map' })
  /** Any JSON value, or a name that did not resolve. */
  | { readonly shape: 'any' };

/** What a list, set or map holds. */
interface Items {
  readonly item: Type;
  readonly nullable: boolean;
  readonly constraints: Constraints;
}

/** Scalars may be made of scalars; a ring of them ends here. */
const deepest = 16;

/** Resolves scalars and references; constraints nearer to the use win over the scalar's own. */
export function shapeOf(model: Model, type: Type, constraints: Constraints = {}, depth = 0): Shape {
  if (depth > deepest) return { shape: 'any' };
  switch (type.shape) {
    case 'primitive':
      return type.name === 'json'
        ? { shape: 'any' }
        : { shape: 'primitive', name: type.name, constraints };
    case 'list':
      return { shape: 'list', item: type.item, nullable: false, constraints };
    case 'set':
      return { shape: 'set', item: type.item, nullable: type.nullableItems === true, constraints };
    case 'map':
      return { shape: 'map', item: type.value, nullable: type.nullableItems === true, constraints };
    case 'ref':
      return referenceShape(model, type.target, constraints, depth);
    case 'named':
      return namedShape(model, type.target, constraints, depth);
    case 'unresolved':
      return { shape: 'any' };
  }
}

function namedShape(model: Model, id: ElementId, constraints: Constraints, depth: number): Shape {
  const element = model.elements.get(id);
  switch (element?.kind) {
    case 'scalar':
      return shapeOf(model, element.type, { ...element.constraints, ...constraints }, depth + 1);
    case 'enum':
      return { shape: 'enum', element };
    case 'union':
      return { shape: 'union', element };
    case 'value':
    case 'entity':
    case 'event':
    case 'command':
    case 'error':
      return { shape: 'object', id, fields: element.fields };
    default:
      return { shape: 'any' };
  }
}

/** By identity: the identifier of the entity, or of the aggregate's root. */
function referenceShape(
  model: Model,
  id: ElementId,
  constraints: Constraints,
  depth: number,
): Shape {
  const root = find(model, 'aggregate', id)?.root ?? id;
  const identifier = find(model, 'entity', root)?.fields.find((field) => field.identifier);
  if (!identifier) return { shape: 'any' };
  return shapeOf(model, identifier.type, { ...identifier.constraints, ...constraints }, depth + 1);
}
