/** From a place in a contract to the place in the model that it comes from. */
import type { Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { isList, valueAt, type Tree } from '../tree.js';
import { words } from '../naming.js';

/** The parts of a JSON pointer (RFC 6901). */
export function pointerParts(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The id of the innermost element around a place, by `x-arch-id`. */
export function elementAt(tree: Tree | undefined, pointer: string): string | undefined {
  let found = archId(tree);
  let at = tree;
  for (const part of pointerParts(pointer)) {
    at = isList(at) ? at[Number(part)] : valueAt(at, part);
    found = archId(at) ?? found;
  }
  return found;
}

function archId(tree: Tree | undefined): string | undefined {
  const id = valueAt(tree, 'x-arch-id') ?? valueAt(valueAt(tree, 'info'), 'x-arch-id');
  return typeof id === 'string' ? id : undefined;
}

/**
 * Where in the model a place of a contract comes from: the field for a property, else the name of
 * the element around it. Undefined where that is not in the model (any more).
 *
 * @param trees the contract as generated and as it was, in the order of trust
 * @param fallback the element of the whole document
 */
export function modelSpan(
  model: Model,
  trees: readonly (Tree | undefined)[],
  pointer: string,
  fallback: string,
): Span | undefined {
  const ids = [...trees.map((tree) => elementAt(tree, pointer)), fallback];
  const element = ids
    .map((id) => (id === undefined ? undefined : model.elements.get(id)))
    .find((one) => one);
  return element && (fieldAt(element, pointer)?.nameSpan ?? element.nameSpan);
}

/** The field of an element that a place below `properties` describes. */
export function fieldAt(element: Element, pointer: string): Field | undefined {
  const parts = pointerParts(pointer);
  const name = parts[parts.lastIndexOf('properties') + 1];
  if (!parts.includes('properties') || name === undefined || !('fields' in element)) {
    return undefined;
  }
  const key = words(name).join(' ').toLowerCase();
  return element.fields.find((field) => words(field.name).join(' ').toLowerCase() === key);
}
