import { annotatedParts } from './annotated.js';
import type { Field } from './elements/data-types.js';
import type { ElementId } from './elements/identity.js';
import type { Type } from './elements/types.js';
import type { Model } from './model.js';
import { containersOf } from './type-graph.js';

/** Kinds of data that a field is declared to hold. */
export type DataClass = 'pii' | 'pci' | 'phi' | 'secret';
export const dataClasses: readonly DataClass[] = ['pii', 'pci', 'phi', 'secret'];

/** By `@pii`, by `@sensitive` (secret), or by a tag with the name of the class. */
export function classesOf({ pii, sensitive, tags }: Field): readonly DataClass[] {
  return dataClasses.filter(
    (one) =>
      (one === 'pii' && pii) || (one === 'secret' && sensitive) || tags.some((tag) => tag === one),
  );
}

/** The field of a type that is classified, or that leads to the next type on the way to one. */
interface Step {
  readonly field?: Field;
  readonly next?: ElementId;
}

const caches = new WeakMap<Model, Map<DataClass, ReadonlyMap<ElementId, Step>>>();

/** For every type that holds data of a class by value the first step of a shortest way to it. */
function steps(model: Model, dataClass: DataClass): ReadonlyMap<ElementId, Step> {
  let ofModel = caches.get(model);
  if (!ofModel) caches.set(model, (ofModel = new Map<DataClass, ReadonlyMap<ElementId, Step>>()));
  const known = ofModel.get(dataClass);
  if (known) return known;
  const found = new Map<ElementId, Step>();
  const annotated = withAnnotatedFields(model);
  if (annotated.size === 0) return new Map();
  for (const list of [model.entities, model.values, model.events, model.commands, model.errors]) {
    for (const { id, fields } of list) {
      if (!annotated.has(id)) continue;
      const field = fields.find((candidate) => classesOf(candidate).includes(dataClass));
      if (field) found.set(id, { field });
    }
  }
  // The map grows while it is walked: breadth first, against the direction of containment.
  for (const [id] of found) {
    for (const { container, field } of containersOf(model, id)) {
      if (!found.has(container)) found.set(container, { next: id, ...(field ? { field } : {}) });
    }
  }
  ofModel.set(dataClass, found);
  return found;
}

/** Types with fields that carry annotations, which is how data is classified. */
function withAnnotatedFields(model: Model): Set<ElementId | undefined> {
  const types = new Set<ElementId | undefined>();
  for (const { kind, parent } of annotatedParts(model).declarations) {
    if (kind === 'field') types.add(parent);
  }
  return types;
}

/**
 * The way to data of a class inside a declared type, as names of fields: `buyer.email`; undefined
 * where it holds none. References by identity hold nothing.
 */
export function classifiedPath(
  model: Model,
  type: ElementId,
  dataClass: DataClass,
): string | undefined {
  const ways = steps(model, dataClass);
  let step = ways.get(type);
  if (!step) return undefined;
  const names: string[] = [];
  while (step) {
    if (step.field) names.push(step.field.name);
    step = step.next === undefined ? undefined : ways.get(step.next);
  }
  return names.join('.');
}

/** Like `classifiedPath` for an expression of types; the empty path never occurs. */
export function classifiedPathOf(
  model: Model,
  type: Type | undefined,
  dataClass: DataClass,
): string | undefined {
  switch (type?.shape) {
    case 'named':
      return classifiedPath(model, type.target, dataClass);
    case 'list':
    case 'set':
      return classifiedPathOf(model, type.item, dataClass);
    case 'map':
      return classifiedPathOf(model, type.value, dataClass);
    default:
      return undefined;
  }
}
