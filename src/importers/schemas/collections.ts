/** Lists, sets and maps. */
import { isList, isMap } from '../../contracts/tree.js';
import type { DocumentNode } from '../node.js';
import { count } from './primitives.js';
import type { TypeUse } from './type-use.js';

/** The type of an item as the language writes it. */
type ItemType = (item: DocumentNode) => string;

/** A schema of type `array`. */
export function listType(node: DocumentNode, itemType: ItemType): TypeUse {
  const items = node.at('items');
  if (node.at('prefixItems') ?? (items && isList(items.value))) {
    (node.at('prefixItems') ?? items)?.unsupported('Lists have items of one type.');
  }
  const isTyped = items !== undefined && !isList(items.value);
  const item = isTyped ? itemType(items) : 'json';
  const unique = node.flag('uniqueItems');
  const [least, most] = [count(node.number('minItems')), count(node.number('maxItems'))];
  return {
    type: unique ? `set<${item}>` : `${item}[]`,
    nullable: false,
    constraints: [
      ...(least === undefined ? [] : [`min ${String(least)}`]),
      ...(most === undefined ? [] : [`max ${String(most)}`]),
    ],
  };
}

/** A schema of type `object` without properties of its own. */
export function mapType(node: DocumentNode, itemType: ItemType): TypeUse {
  const values = node.at('additionalProperties');
  const isTyped = values && isMap(values.value) && Object.keys(values.value).length > 0;
  if (!isTyped) values?.modelled();
  const item = isTyped ? itemType(values) : 'json';
  const [least, most] = [count(node.number('minProperties')), count(node.number('maxProperties'))];
  return {
    type: `map<string, ${item}>`,
    nullable: false,
    constraints: [
      ...(least === undefined ? [] : [`min ${String(least)}`]),
      ...(most === undefined ? [] : [`max ${String(most)}`]),
    ],
  };
}
