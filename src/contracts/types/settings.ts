import type { Model, TypeElement } from '../../model/model.js';
import type { ContractStyle } from '../config.js';
import { casedAll } from '../naming.js';
import { fieldsOf } from './resolve.js';

/** What types, examples and defaults need to know of the document that they stand in. */
export interface TypeSettings {
  readonly model: Model;
  readonly style: ContractStyle;
}

/** Which way a value goes; `readOnly` and `writeOnly` fields go one way only. */
export type Direction = 'request' | 'response';

/** Field names on the wire, by declared name, in the order of declaration. */
export function wireNames(
  settings: TypeSettings,
  element: TypeElement,
): ReadonlyMap<string, string> {
  const names = (fieldsOf(element) ?? []).map((field) => field.name);
  return casedAll(names, settings.style.casing);
}

/** The wire name of one field, as a message's `key` names it. */
export function wireName(settings: TypeSettings, element: TypeElement, field: string): string {
  return wireNames(settings, element).get(field) ?? field;
}
