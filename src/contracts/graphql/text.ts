/** Pieces of GraphQL text. */
import type { Deprecation } from '../../model/elements/annotations.js';
import { isList, isMap, type Tree } from '../tree.js';

/** Control, direction and other invisible characters have no place in source text. */

const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A description as a block string; no lines where there is no text. */
export function description(indent: string, ...paragraphs: (string | undefined)[]): string[] {
  const text = paragraphs
    .filter((one) => one !== undefined && one.trim() !== '')
    .join('\n\n')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, ' ')
    .replaceAll('"""', '\\"""')
    .trim();
  if (text === '') return [];
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : indent + line));
  return [`${indent}"""`, ...lines, `${indent}"""`];
}

export function deprecated(deprecation: Deprecation | undefined): string {
  if (!deprecation) return '';
  const reason = [deprecation.replacement, deprecation.sunset && `Sunset ${deprecation.sunset}.`]
    .filter((part) => part)
    .join(' ');
  return ` @deprecated(reason: ${quote(reason || 'No longer supported')})`;
}

export function quote(text: string): string {
  return JSON.stringify(text.replace(invisible, ' '));
}

/** A default value; `bare` strings are enum values. */
export function value(tree: Tree, bare: boolean): string {
  if (isList(tree)) return `[${tree.map((item) => value(item, bare)).join(', ')}]`;
  if (isMap(tree)) return '{}';
  if (typeof tree === 'string') return bare ? tree : quote(tree);
  return String(tree);
}
