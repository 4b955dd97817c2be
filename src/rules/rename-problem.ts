import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';
import { isName, takenBy } from '../model/renaming.js';
import { labelOf } from './text.js';

/** Why an element cannot have this name; undefined where it can. */
export function renameProblem(
  model: Model,
  element: Element | Field,
  name: string,
): string | undefined {
  if (!isName(name)) {
    return `"${name}" is no name: use letters, digits and _, beginning with a letter.`;
  }
  const taken = takenBy(model, element, name);
  return taken && `The name is taken by ${labelOf(taken.id)}.`;
}
