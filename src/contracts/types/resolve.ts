/** What types stand for: through scalars, identities and unions, with cycles cut. */
import type { Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Constraints, PrimitiveName, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';

/** A type element by id; undefined for anything that is no type. */
export function typeElement(model: Model, id: ElementId): TypeElement | undefined {
  const element = model.elements.get(id);
  switch (element?.kind) {
    case 'scalar':
    case 'enum':
    case 'value':
    case 'union':
    case 'entity':
    case 'event':
    case 'command':
    case 'error':
      return element;
    default:
      return undefined;
  }
}

/** The fields of a type that has fields. */
export function fieldsOf(element: TypeElement): readonly Field[] | undefined {
  return 'fields' in element ? element.fields : undefined;
}

/**
 * The identifier that `ref target` stands for: that of the entity, or of the aggregate's root.
 * Undefined where there is none, or where identities refer to each other in a circle.
 */
export function identityOf(model: Model, target: ElementId): Field | undefined {
  const element = model.elements.get(target);
  const entity =
    element?.kind === 'aggregate' && element.root !== undefined
      ? model.elements.get(element.root)
      : element;
  if (entity?.kind !== 'entity' && entity?.kind !== 'value') return undefined;
  return entity.fields.find((field) => field.identifier);
}

/** A type with scalars and identities looked through. */
export interface BaseType {
  /** Primitive, list, set, map, or a named type that is neither scalar nor identity. */
  readonly type: Type;
  /** Constraints of the scalars on the way, outermost last. */
  readonly constraints: readonly Constraints[];
}

/** Looks through scalars and identities. A circle ends as an unresolved type, any JSON value. */
export function baseType(model: Model, type: Type): BaseType {
  const constraints: Constraints[] = [];
  const seen = new Set<ElementId>();
  let current = type;
  while (current.shape === 'named' || current.shape === 'ref') {
    if (seen.has(`${current.shape} ${current.target}`)) {
      return { type: unresolved(current), constraints };
    }
    seen.add(`${current.shape} ${current.target}`);
    if (current.shape === 'ref') {
      const identity = identityOf(model, current.target);
      if (!identity) return { type: { shape: 'primitive', name: 'string' }, constraints };
      constraints.unshift(identity.constraints);
      current = identity.type;
    } else {
      const element = typeElement(model, current.target);
      if (element?.kind !== 'scalar') break;
      constraints.unshift(element.constraints);
      current = element.type;
    }
  }
  return { type: current, constraints };
}

function unresolved(type: Extract<Type, { target: ElementId }>): Type {
  return { shape: 'unresolved', path: type.target, span: type.span };
}

/** All constraints at once: the narrower bound counts, of everything else the last one. */
export function mergedConstraints(all: readonly Constraints[]): Constraints {
  if (all.length === 1) return all[0]!;
  const merged: { -readonly [K in keyof Constraints]: Constraints[K] } = Object.assign(
    {},
    ...all,
  ) as Constraints;
  for (const key of ['min', 'exclusiveMin', 'minLength'] as const) {
    const bounds = all.flatMap((one) => one[key] ?? []);
    if (bounds.length > 0) merged[key] = Math.max(...bounds);
  }
  for (const key of ['max', 'exclusiveMax', 'maxLength', 'precision', 'scale'] as const) {
    const bounds = all.flatMap((one) => one[key] ?? []);
    if (bounds.length > 0) merged[key] = Math.min(...bounds);
  }
  return merged;
}

/**
 * The constraints that stand where the primitive itself is named: those of the innermost scalar,
 * else the place's own. They alone decide how it travels, so that every use of a scalar agrees.
 */
export function innermost(base: BaseType, own: Constraints): Constraints {
  return base.constraints[0] ?? own;
}

/** The primitive below a type, if it is one. */
export function primitiveOf(model: Model, type: Type): PrimitiveName | undefined {
  const base = baseType(model, type).type;
  return base.shape === 'primitive' ? base.name : undefined;
}
