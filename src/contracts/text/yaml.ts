/**
 * A small, deterministic YAML emitter for fresh documents: block style, two blanks, no anchors, no
 * folding. Its output is a fixed function of the tree, which the yaml package does not promise
 * across versions, and merges can compare against it. Reading is left to the yaml package.
 */
import { isList, isMap, type Tree, type TreeMap } from '../tree.js';
import { keyScalar, numberScalar, stringScalar } from './scalar.js';

/** The whole document, with a line break at its end. */
export function yamlText(tree: Tree): string {
  return `${isEmptyOrScalar(tree) ? yamlValue(tree, 0) : block(tree, 0)}\n`;
}

/** The lines of a non-empty map or list, indented by `indent` blanks, without a last line break. */
export function block(tree: Tree, indent: number): string {
  return isMap(tree) ? mapBlock(tree, indent) : listBlock(tree as readonly Tree[], indent);
}

/** One `key: value` of a map, its first line without indentation. */
export function entryText(key: string, value: Tree, indent: number): string {
  return `${keyScalar(key)}:${afterColon(value, indent)}`;
}

/** One `- value` of a list, its first line without indentation. */
export function itemText(value: Tree, indent: number): string {
  if (isEmptyOrScalar(value)) return `- ${yamlValue(value, indent + 2)}`;
  return `- ${block(value, indent + 2).slice(indent + 2)}`;
}

/** A scalar or an empty collection; block scalars are indented by `indent` blanks. */
export function yamlValue(tree: Tree, indent: number): string {
  if (typeof tree === 'string') return stringScalar(tree, indent);
  if (typeof tree === 'number') return numberScalar(tree);
  if (isMap(tree)) return '{}';
  if (isList(tree)) return '[]';
  return String(tree);
}

/** What follows the colon of a key that stands at `indent`, blank or line break included. */
export function afterColon(value: Tree, indent: number): string {
  return isEmptyOrScalar(value)
    ? ` ${yamlValue(value, indent + 2)}`
    : `\n${block(value, indent + 2)}`;
}

export function isEmptyOrScalar(tree: Tree): boolean {
  if (isMap(tree)) return Object.keys(tree).length === 0;
  return !isList(tree) || tree.length === 0;
}

function mapBlock(tree: TreeMap, indent: number): string {
  const pad = ' '.repeat(indent);
  return Object.entries(tree)
    .map(([key, value]) => pad + entryText(key, value, indent))
    .join('\n');
}

function listBlock(list: readonly Tree[], indent: number): string {
  const pad = ' '.repeat(indent);
  return list.map((item) => pad + itemText(item, indent)).join('\n');
}
