/** What a schema is at heart, before anything is made of it. */
import { isList, isMap } from '../../contracts/tree.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';

/** How many schemas `allOf` may bring together, and how deep. */
const deepest = 20;

/** The types that a schema names, without `null`. */
export function typesOf(node: DocumentNode): string[] {
  const type = node.at('type')?.value;
  const all = typeof type === 'string' ? [type] : isList(type) ? type.map(String) : [];
  return all.filter((one) => one !== 'null');
}

/** Whether null is a value of the schema by itself. */
export function isNullable(node: DocumentNode): boolean {
  const type = node.at('type')?.value;
  const flag = node.at('nullable');
  const values = node.at('enum')?.value;
  const nullable =
    flag?.value === true ||
    type === 'null' ||
    (isList(type) && type.includes('null')) ||
    (isList(values) && values.includes(null)) ||
    alternatives(node).some(isNull);
  if (nullable) flag?.modelled();
  return nullable;
}

/** The members of `oneOf` or `anyOf`. */
export function alternatives(node: DocumentNode): DocumentNode[] {
  return (node.at('oneOf') ?? node.at('anyOf'))?.items() ?? [];
}

export function isNull(node: DocumentNode): boolean {
  return node.at('type')?.value === 'null';
}

/** The schema and all that `allOf` adds to it, references followed; each part once. */
export function partsOf(node: DocumentNode, references: References): DocumentNode[] {
  const found = new Map<string, DocumentNode>();
  const visit = (part: DocumentNode, depth: number): void => {
    const target = references.follow(part);
    if (!target || found.has(target.key) || depth > deepest || found.size > 200) return;
    found.set(target.key, target);
    for (const one of target.at('allOf')?.items() ?? []) visit(one, depth + 1);
  };
  visit(node, 0);
  return [...found.values()];
}

/** Whether a schema describes objects with properties that have names. */
export function hasProperties(node: DocumentNode, references: References): boolean {
  return partsOf(node, references).some((part) => {
    const properties = part.at('properties')?.value;
    return isMap(properties) && Object.keys(properties).length > 0;
  });
}
