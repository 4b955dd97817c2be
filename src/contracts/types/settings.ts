import type { TypeElement } from '../../model/elements/element.js';
import type { Model } from '../../model/model.js';
import type { Casing, ContractStyle } from '../config.js';
import { casedAll } from '../naming.js';
import { fieldsOf } from './resolve.js';

/** What types, examples and defaults need to know of the document that they stand in. */
export interface TypeSettings {
  readonly model: Model;
  readonly style: ContractStyle;
}

/** Which way a value goes; `readOnly` and `writeOnly` fields go one way only. */
export type Direction = 'request' | 'response';

const known = new WeakMap<TypeElement, Map<Casing, ReadonlyMap<string, string>>>();

/** Field names on the wire, by declared name, in the order of declaration. */
export function wireNames(
  { style }: Pick<TypeSettings, 'style'>,
  element: TypeElement,
): ReadonlyMap<string, string> {
  let byCasing = known.get(element);
  if (!byCasing) known.set(element, (byCasing = new Map<Casing, ReadonlyMap<string, string>>()));
  let names = byCasing.get(style.casing);
  if (!names) {
    const declared = (fieldsOf(element) ?? []).map((field) => field.name);
    byCasing.set(style.casing, (names = casedAll(declared, style.casing)));
  }
  return names;
}
