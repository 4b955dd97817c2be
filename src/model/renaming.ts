import { foldedName } from '../language/names.js';
import type { Field } from './elements/data-types.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** Whether a text can be a name. */
export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** Who has a name already that an element is to have, among those that it must be told from. */
export function takenBy(
  model: Model,
  element: Element | Field,
  name: string,
): Element | Field | undefined {
  return siblings(model, element).find(
    (other) => other.id !== element.id && foldedName(other.name) === foldedName(name),
  );
}

function siblings(model: Model, element: Element | Field): readonly (Element | Field)[] {
  const sameKind = (other: { kind: string; parent?: ElementId }) =>
    other.kind === element.kind && other.parent === element.parent;
  if (element.kind === 'field') {
    const owner = element.parent === undefined ? undefined : model.elements.get(element.parent);
    return owner && 'fields' in owner ? owner.fields : [];
  }
  return [...model.elements.values()].filter(sameKind);
}
