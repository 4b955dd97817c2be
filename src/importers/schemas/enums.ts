/** Schemas that list their values. */
import { isList } from '../../contracts/tree.js';
import { titled } from '../arch/literals.js';
import { isIdentifier } from '../arch/names.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import { typesOf } from './shape.js';

/** The values of an enum or a constant, where all are texts. */
export function stringValues(node: DocumentNode): string[] | undefined {
  const constant = node.at('const')?.value;
  const list = (node.at('enum') ?? node.at('x-extensible-enum'))?.value;
  const given = isList(list) ? list.filter((one) => one !== null) : undefined;
  const values = given ?? (constant === undefined ? undefined : [constant]);
  if (!values || values.length === 0) return undefined;
  return values.every((one) => typeof one === 'string') ? [...new Set(values)] : undefined;
}

/** Whether the values are names of the language. */
export function isEnum(node: DocumentNode): boolean {
  const types = typesOf(node);
  if (types.length > 1 || (types[0] ?? 'string') !== 'string') return false;
  return stringValues(node)?.every(isIdentifier) ?? false;
}

/** The enum with what our own contracts say of its values in words. */
export function enumStatement(
  node: DocumentNode,
  name: string,
  annotations: readonly string[],
): Statement {
  const isOpen = node.at('x-extensible-enum') !== undefined && node.at('enum') === undefined;
  for (const key of ['type', 'enum', 'const', 'x-extensible-enum']) node.at(key)?.modelled();
  const notes = new Map<string, string>();
  const text = node
    .text('description')
    ?.split('\n\n')
    .filter((part) => {
      const lines = part.split('\n').map((line) => /^- `(\w+)`: (.+)$/.exec(line));
      if (lines.length > 0 && lines.every((line) => line !== null)) {
        for (const line of lines) notes.set(line[1]!, line[2]!);
        return false;
      }
      return !(isOpen && part === 'Consumers must accept values that are not listed.');
    })
    .join('\n\n');
  return {
    doc: text,
    annotations: [...annotations, ...(isOpen ? ['@open'] : [])],
    head: `enum ${titled(name, node.text('title'))}`,
    members: stringValues(node)!.map((value) => ({ doc: notes.get(value), head: value })),
  };
}
