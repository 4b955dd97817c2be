/** Parts of types as text of the language. */
import { pascalCase } from '../../contracts/naming.js';
import { isList, type Tree } from '../../contracts/tree.js';
import { literal } from '../arch/literals.js';

/** ` (min 1, max 3)`; nothing for none. */
export function inParentheses(constraints: readonly string[]): string {
  return constraints.length === 0 ? '' : ` (${constraints.join(', ')})`;
}

/** A default or example of a type: digits in a string are a number for the language. */
export function valueLiteral(value: Tree, type: string): string | undefined {
  const isDigits = type === 'decimal' || type === 'int64';
  if (isList(value)) {
    const items = value.map((one) => (typeof one === 'object' ? undefined : literal(one)));
    return items.length > 20 || items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (isDigits && typeof value === 'string') {
    return /^-?[0-9]+(\.[0-9]+)?$/.test(value) && value.length < 30 ? value : undefined;
  }
  return literal(value);
}

/** `pet status` of `Pet` → `PetStatus`. */
export function joined(owner: string, name: string): string {
  return `${owner}${pascalCase(name)}`;
}
