import { quote } from '../arch/literals.js';
import type { DocumentNode } from '../node.js';
import { stringValues } from './enums.js';
import { stringPrimitive } from './primitives.js';
import type { TypeUse } from './type-use.js';

/** A schema of type `string`; values that are no names of the language become a pattern. */
export function textType(node: DocumentNode): TypeUse {
  const { name, constraints } = stringPrimitive(node);
  const values = stringValues(node);
  if (!values) {
    otherValues(node);
    return { type: name, nullable: false, constraints };
  }
  const given = node.at('enum') ?? node.at('const') ?? node.at('x-extensible-enum');
  given?.unsupported('These values are no names of the language; a pattern lists them instead.');
  const pattern = `^(?:${values.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
  const own = pattern.length > 2000 ? [] : [`pattern ${quote(pattern)}`];
  return {
    type: 'string',
    nullable: false,
    constraints: [...constraints.filter((one) => !one.startsWith('pattern ')), ...own],
  };
}

/** Says of values that are listed, and are no texts, that the language has no such type. */
export function otherValues(node: DocumentNode): void {
  for (const keyword of ['enum', 'const'] as const) {
    node.at(keyword)?.unsupported('The language lists values of texts only.');
  }
}
