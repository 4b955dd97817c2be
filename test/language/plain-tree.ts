import type { AstNode } from 'langium';
import { extentOf } from '../../src/language/extent-nodes.js';

/** A tree as plain data, with the extent of each node and without links back. */
export function plainTree(node: AstNode): unknown {
  const properties = Object.entries(node).filter(([name]) => !name.startsWith('$'));
  return {
    $type: node.$type,
    extent: [extentOf(node).offset, extentOf(node).end],
    ...Object.fromEntries(properties.map(([name, value]) => [name, plainValue(value)])),
  };
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plainTree(value as AstNode) : value;
}
