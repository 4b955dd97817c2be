/** Values that stand beside a type. */
import type { DocumentNode } from '../node.js';
import { valueLiteral } from './spelling.js';

/** The default that stands at a node, where the type can have it. */
export function defaultOf(node: DocumentNode, type: string): { default?: string } {
  const value = node.at('default');
  const text = value && value.value !== null ? valueLiteral(value.value, type) : undefined;
  if (text === undefined) return {};
  value!.modelled();
  return { default: text };
}

/** The first example that stands at a node, as a constraint. */
export function exampleOf(node: DocumentNode, type: string): string[] {
  const example = node.at('example') ?? node.at('examples')?.items()[0];
  const value = example?.value;
  if (value === undefined || value === null || typeof value === 'object') return [];
  const text = valueLiteral(value, type);
  if (text === undefined || text.length > 200) return [];
  example!.modelled();
  return [`example ${text}`];
}
