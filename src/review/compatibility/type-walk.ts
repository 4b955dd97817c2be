import type { Field } from '../../model/elements/data-types.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import { fieldText, pairFields } from '../compare/members.js';
import { typeToday } from '../compare/values.js';
import {
  standOf,
  type Difference,
  type Direction,
  type Found,
  type Slot,
  type Stand,
  type TypeContext,
  type Wire,
} from './difference.js';
import { shapeOf, type Shape } from './shape.js';
import { constraintChanges } from './type-rules/constraints.js';
import { enumValues } from './type-rules/enum-values.js';
import { nullability } from './type-rules/nullability.js';
import { optionality } from './type-rules/optionality.js';
import { primitiveChanged } from './type-rules/primitive.js';
import { propertyAdded } from './type-rules/property-added.js';
import { propertyNumber } from './type-rules/property-number.js';
import { propertyRemoved } from './type-rules/property-removed.js';
import { propertyRenamed } from './type-rules/property-renamed.js';
import { memberFields, unionMembers } from './type-rules/union-members.js';

/**
 * Compares types in one direction. Each pair of declared types is compared once, however many
 * contracts use it; a type that holds itself is followed once around.
 */
export class TypeWalk {
  readonly #context: TypeContext;
  readonly #known = new Map<string, readonly Difference[]>();

  constructor(context: TypeContext) {
    this.#context = context;
  }

  /** What differs in a value, its own presence included. */
  values(before: Slot, after: Slot): readonly Difference[] {
    const { direction } = this.#context;
    return [
      ...optionality(before, after, direction).map(placed),
      ...nullability(before, after, direction).map(placed),
      ...this.#types(before, after),
    ];
  }

  /** What differs in the fields of two declared types. */
  fields(
    before: { readonly id: ElementId; readonly fields: readonly Field[] },
    after: { readonly id: ElementId; readonly fields: readonly Field[] },
  ): readonly Difference[] {
    const key = `${before.id} ${after.id}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, []);
    const { direction, today, wire } = this.#context;
    const found = pairFields(before.fields, after.fields).flatMap((pair) => {
      const old = pair.before && travels(pair.before, wire, direction) ? pair.before : undefined;
      const now = pair.after && travels(pair.after, wire, direction) ? pair.after : undefined;
      const then = old && standOf(old.span, () => fieldText(old, today));
      const fresh = now && standOf(now.span, () => fieldText(now, (id) => id));
      if (!now || !fresh) {
        if (!old || !then) return [];
        return inside(`.${old.name}`, [placed(propertyRemoved(old, then, direction))]);
      }
      if (!old || !then) {
        return inside(`.${now.name}`, [placed(propertyAdded(now, fresh, direction))]);
      }
      const stands = { before: then, after: fresh };
      return inside(`.${now.name}`, [
        ...propertyRenamed(old, now, stands, direction).map(placed),
        ...(wire === 'protobuf' ? propertyNumber(old, now, stands).map(placed) : []),
        ...this.values(fieldSlot(old, then), fieldSlot(now, fresh)),
      ]);
    });
    const owned = found.map((difference) => ({ owner: after.id, ...difference }));
    this.#known.set(key, owned);
    return owned;
  }

  #types(before: Slot, after: Slot): readonly Difference[] {
    const { before: then, after: now, direction } = this.#context;
    const old = shapeOf(then, before.type, before.constraints);
    const fresh = shapeOf(now, after.type, after.constraints);
    const slots = { before, after };
    switch (old.shape) {
      case 'primitive':
        if (fresh.shape !== 'primitive') break;
        return [
          ...primitiveChanged(old, fresh, slots, direction).map(placed),
          ...(old.name === fresh.name
            ? constraintChanges(old.constraints, fresh.constraints, slots, direction).map(placed)
            : []),
        ];
      case 'object':
        if (fresh.shape !== 'object') break;
        return this.fields(old, fresh);
      case 'enum':
        if (fresh.shape !== 'enum') break;
        return enumValues(old.element, fresh.element, direction).map((found) => ({
          ...placed(found),
          owner: fresh.element.id,
        }));
      case 'union':
        if (fresh.shape !== 'union') break;
        return this.#unions(old.element, fresh.element);
      case 'list':
      case 'set':
        if (fresh.shape !== old.shape) break;
        return [
          ...constraintChanges(old.constraints, fresh.constraints, slots, direction).map(placed),
          ...inside('[]', this.values(itemOf(before, old), itemOf(after, fresh))),
        ];
      case 'map':
        if (fresh.shape !== 'map') break;
        return inside('{}', this.values(itemOf(before, old), itemOf(after, fresh)));
      case 'any':
        if (fresh.shape === 'any') return [];
        break;
    }
    return [placed(this.#otherShape(old, fresh, slots))];
  }

  #unions(
    before: Extract<Shape, { shape: 'union' }>['element'],
    after: Extract<Shape, { shape: 'union' }>['element'],
  ): readonly Difference[] {
    const { before: then, after: now, direction } = this.#context;
    const { found, pairs } = unionMembers(
      { model: then, union: before },
      { model: now, union: after },
      direction,
    );
    return [
      ...found.map((difference) => ({ ...placed(difference), owner: after.id })),
      ...pairs.flatMap(({ before: { target: old }, after: { target: fresh } }) =>
        this.fields(
          { id: old, fields: memberFields(then, old) },
          { id: fresh, fields: memberFields(now, fresh) },
        ),
      ),
    ];
  }

  /** Types of different nature. `json` is the widest one; an enum is a narrow text. */
  #otherShape(old: Shape, fresh: Shape, { before, after }: { before: Slot; after: Slot }): Found {
    const { direction, today } = this.#context;
    const isText = (shape: Shape) => shape.shape === 'primitive' && shape.name === 'string';
    const widens = fresh.shape === 'any' || (old.shape === 'enum' && isText(fresh));
    const narrows = old.shape === 'any' || (fresh.shape === 'enum' && isText(old));
    const isSafe = direction === 'input' ? widens : narrows;
    return {
      rule: 'property-type-changed',
      impact: isSafe ? 'info' : 'breaking',
      what: `changed its type from ${typeToday(before.type, today)} to ${typeToday(after.type, (id) => id)}`,
      before: before.stand,
      after: after.stand,
    };
  }
}

/** Whether a field is there when the value goes that way. */
function travels(field: Field, wire: Wire, direction: Direction): boolean {
  if (wire !== 'json') return true;
  return direction === 'input' ? !field.readOnly : !field.writeOnly || field.readOnly;
}

function placed(found: Found): Difference {
  return { path: '', ...found };
}

function inside(step: string, differences: readonly Difference[]): Difference[] {
  return differences.map((difference) => ({ ...difference, path: `${step}${difference.path}` }));
}

function fieldSlot(field: Field, stand: Stand): Slot {
  const { type, constraints, optional, nullable } = field;
  return { type, constraints, optional, nullable, hasDefault: field.default !== undefined, stand };
}

function itemOf(around: Slot, { item: type, nullable }: { item: Type; nullable: boolean }): Slot {
  return { ...around, type, constraints: {}, optional: false, nullable, hasDefault: false };
}
