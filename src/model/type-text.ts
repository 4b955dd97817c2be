import { nameOfId } from './lookup.js';
import type { Type } from './elements/types.js';

/** A type as one writes it. */
export function typeText(type: Type): string {
  switch (type.shape) {
    case 'primitive':
      return type.name;
    case 'named':
      return nameOfId(type.target);
    case 'ref':
      return `ref ${nameOfId(type.target)}`;
    case 'list':
      return `${typeText(type.item)}[]`;
    case 'set':
      return `set<${typeText(type.item)}${orNull(type)}>`;
    case 'map':
      return `map<string, ${typeText(type.value)}${orNull(type)}>`;
    case 'unresolved':
      return type.path;
  }
}

function orNull({ nullableItems }: { readonly nullableItems?: true }): string {
  return nullableItems ? ' | null' : '';
}
