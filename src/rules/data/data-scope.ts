import { annotatedParts } from '../../model/annotated.js';
import { classesOf } from '../../model/classification.js';
import { contextOf } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';

export type RegulatedClass = 'pii' | 'pci' | 'phi';
const regulated: readonly RegulatedClass[] = ['pii', 'pci', 'phi'];

/**
 * The classes that the model follows, and who may hold them: what is tagged with the class, itself
 * or by its context. `@pii` alone is followed only where something is tagged `pii`.
 */
export function scopedClasses(model: Model): {
  readonly classes: readonly RegulatedClass[];
  readonly inScope: (id: ElementId, dataClass: RegulatedClass) => boolean;
} {
  const holders = [...model.services, ...model.externals, ...model.contexts];
  const classes = regulated.filter(
    (one) => holders.some(({ tags }) => tags.includes(one)) || isTaggedOnField(model, one),
  );
  return {
    classes,
    inScope: (id, dataClass) =>
      [model.elements.get(id), contextOf(model, id)].some((holder) =>
        holder?.tags.includes(dataClass),
      ),
  };
}

function isTaggedOnField(model: Model, dataClass: RegulatedClass): boolean {
  return annotatedParts(model).declarations.some(
    (one) => one.kind === 'field' && one.tags.includes(dataClass) && classesOf(one).length > 0,
  );
}
