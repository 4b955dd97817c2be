/** Names as `buf lint` wants them. */
import { pascalCase, snakeCase, unique, words } from '../naming.js';

/** `OrderLine`. Never empty, never starting with a digit. */
export function messageName(name: string): string {
  return lettered(pascalCase(name), 'X') || 'Unnamed';
}

/** `order_line`. Digits stand with the word before them: `line_2` and `line2` are `line2`. */
export function fieldName(name: string): string {
  const parts = snakeCase(name).replace(/_(?=\d)/g, '');
  return lettered(parts, 'x') || 'unnamed';
}

/** `ORDER_STATUS_PAID`, with the enum's name in front, as all values of a package share one scope. */
export function enumValueName(enumName: string, value: string): string {
  const prefix = fieldName(enumName).toUpperCase();
  return `${prefix}_${words(value).join('_').toUpperCase() || 'UNNAMED'}`;
}

/** Different names for a list of names, by declared name. */
export function distinctNames(
  names: readonly string[],
  convert: (name: string) => string,
  taken = new Set<string>(),
): Map<string, string> {
  return new Map(names.map((name) => [name, unique(convert(name), taken)]));
}

function lettered(name: string, prefix: string): string {
  return /^\d/.test(name) ? `${prefix}${name}` : name;
}

/** What protoc makes of a field's name in JSON. */
export function defaultJsonName(field: string): string {
  return field.replace(/_([a-z0-9])/g, (_, char: string) => char.toUpperCase());
}
