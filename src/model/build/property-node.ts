import type { AstNode } from 'langium';
import type {
  Flag,
  FlowProperty,
  ListProperty,
  Literal as LiteralNode,
  Property,
  ViewProperty,
} from '../../language/generated/ast.js';
import { none } from '../none.js';

/** The syntax of a property, whatever it stands in. */
export type PropertyNode = Property | ListProperty | Flag | FlowProperty | ViewProperty;

const propertyTypes: ReadonlySet<string> = new Set<PropertyNode['$type']>([
  'Property',
  'ListProperty',
  'Flag',
  'FlowProperty',
  'ViewProperty',
]);

/** The values of a property; none for a flag. */
export function valuesOf(node: PropertyNode): readonly LiteralNode[] {
  if ('values' in node) return node.values;
  return 'value' in node ? [node.value] : none;
}

export function isProperty(node: AstNode): node is PropertyNode {
  return propertyTypes.has(node.$type);
}
