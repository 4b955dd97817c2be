/** Names that changed in the model with `@renamedFrom`, as keys of a contract that moved. */
import type { Model } from '../../model/model.js';
import type { ContractStyle } from '../config.js';
import { wireNames } from '../types/settings.js';
import { fieldsOf, typeElement } from '../types/resolve.js';
import { cased } from '../naming.js';
import { isList, isMap, valueAt, type Tree } from '../tree.js';

/** By the JSON pointer of a map: the key that each renamed key had before. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The renames of one generated document: fields among `properties`, types among the components.
 * Hand edits below an old key then belong to the new one.
 */
export function renamesOf(model: Model, style: ContractStyle, tree: Tree): Renames {
  if (!isRenaming(model)) return new Map();
  const found = new Map<string, Map<string, string>>();
  const visit = (at: Tree, pointer: string): void => {
    if (isList(at)) at.forEach((item, index) => visit(item, `${pointer}/${index}`));
    if (!isMap(at)) return;
    const id = valueAt(at, 'x-arch-id');
    const element = typeof id === 'string' ? typeElement(model, id) : undefined;
    if (element) {
      fieldRenames(element, pointer, at);
      if (element.renamedFrom !== undefined && pointer.endsWith(`/${element.name}`)) {
        note(pointer.slice(0, pointer.lastIndexOf('/')), element.name, element.renamedFrom);
      }
    }
    for (const [key, value] of Object.entries(at)) {
      visit(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  };
  const note = (pointer: string, key: string, former: string): void => {
    const known = found.get(pointer);
    if (known) known.set(key, former);
    else found.set(pointer, new Map([[key, former]]));
  };
  const fieldRenames = (
    element: NonNullable<ReturnType<typeof typeElement>>,
    pointer: string,
    at: Tree,
  ): void => {
    // An error's own fields stand in the second part of its composition.
    const parts = valueAt(at, 'allOf');
    const where = isList(parts) && !valueAt(at, 'properties') ? `${pointer}/allOf/1` : pointer;
    const names = wireNames({ style }, element);
    for (const field of fieldsOf(element) ?? []) {
      if (field.renamedFrom === undefined) continue;
      note(`${where}/properties`, names.get(field.name)!, cased(field.renamedFrom, style.casing));
    }
  };
  visit(tree, '');
  return found;
}

const renaming = new WeakMap<Model, boolean>();

/** Whether the model renames anything that a contract shows; asked for each of its documents. */
function isRenaming(model: Model): boolean {
  let known = renaming.get(model);
  if (known === undefined) renaming.set(model, (known = renamesAny(model)));
  return known;
}

function renamesAny(model: Model): boolean {
  const types = [model.values, model.entities, model.events, model.commands, model.errors].flat();
  return (
    types.some(
      (type) =>
        type.renamedFrom !== undefined ||
        type.fields.some((field) => field.renamedFrom !== undefined),
    ) ||
    [...model.enums, ...model.scalars, ...model.unions].some(
      (type) => type.renamedFrom !== undefined,
    )
  );
}
