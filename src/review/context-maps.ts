import { deriveRelations } from '../model/derived-relations.js';
import { lazily } from '../model/lazily.js';
import type { ContextMap, Relation } from '../model/elements/context-map.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';

/** The context map of this name, else the first in this state (`as-is`, `to-be`). */
export function mapNamed({ maps }: Model, name: string): ContextMap | undefined {
  return maps.find((map) => map.name === name) ?? maps.find(({ state }) => state === name);
}

/**
 * A model as if a map were its only one, under another name: two maps of one model are compared as
 * the same map at two times. What the map does not mention is derived against it.
 */
export function withOnly(model: Model, map: ContextMap, name: string): Model {
  const id = `contextmap:${name}`;
  const renamed = <T extends { readonly id: ElementId; readonly qualifiedName: string }>(
    element: T,
  ): T => ({
    ...element,
    id: element.id.replace(`${map.name}.`, `${name}.`),
    qualifiedName: element.qualifiedName.replace(`${map.name}.`, `${name}.`),
  });
  const relations = model.relations
    .filter((relation) => relation.map === map.id)
    .map((relation): Relation => ({ ...renamed(relation), map: id, parent: id }));
  const only: ContextMap = {
    ...map,
    ...{ id, name, qualifiedName: name, leading: true },
    relations: relations.map((relation) => relation.id),
  };
  const parts = Object.fromEntries(
    Object.keys(model).map((key) => [key, () => model[key as keyof Model]]),
  ) as { [K in keyof Model]: () => Model[K] };
  const own: Model = lazily<Model>({
    ...parts,
    maps: () => [only],
    relations: () => relations,
    elements: () => {
      const elements = new Map<ElementId, Element>(
        [...model.elements].filter(([, { kind }]) => kind !== 'contextmap' && kind !== 'relation'),
      );
      for (const element of [only, ...relations]) elements.set(element.id, element);
      return elements;
    },
    derivedRelations: () => deriveRelations(own),
  });
  return own;
}
