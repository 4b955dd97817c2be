import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';
import { isEnum } from './enums.js';
import { alternatives, hasProperties, isNull } from './shape.js';

/** Enums, unions and objects with properties have names in the language. */
export function needsName(node: DocumentNode, references: References): boolean {
  return isEnum(node) || isUnion(node, references) || hasProperties(node, references);
}

/** Whether a schema is one of several, all of them objects with names. */
export function isUnion(node: DocumentNode, references: References): boolean {
  const members = alternatives(node).filter((one) => !isNull(one));
  return (
    members.length > 1 &&
    !node.at('properties') &&
    members.every((one) => {
      const target = references.follow(one);
      return target !== undefined && !isEnum(target) && hasProperties(target, references);
    })
  );
}
