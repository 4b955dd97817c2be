/** Properties of object schemas as fields. */
import { isList } from '../../contracts/tree.js';
import { discriminatorText } from '../../contracts/types/union.js';
import { isIdentifier, memberName, Names } from '../arch/names.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import { annotationsOf } from './annotations.js';
import { inParentheses, joined } from './spelling.js';
import type { TypeUse } from './type-use.js';
import type { Types } from './types.js';

export class Fields {
  private readonly types: Types;

  constructor(types: Types) {
    this.types = types;
  }

  /**
   * The fields of a type from all its parts; of a property that several parts have, the first.
   *
   * @param hasIdentity whether one of them identifies the thing
   * @param without properties that the language knows by itself
   */
  read(
    parts: readonly DocumentNode[],
    owner: string,
    hasIdentity: boolean,
    without: ReadonlySet<string> = new Set(),
  ): Statement[] {
    const required = new Set(parts.flatMap(requiredOf));
    const names = new Names();
    const seen = new Set<string>();
    const fields: Statement[] = [];
    const identifier = hasIdentity ? identifierAmong(parts, owner) : undefined;
    for (const part of parts) {
      for (const [key, node] of part.at('properties')?.entries() ?? []) {
        if (seen.has(key) || without.has(key) || isDiscriminator(node)) continue;
        seen.add(key);
        const wanted = memberName(key, 'field');
        if (names.has(wanted)) {
          node.unsupported(
            'Another property has the same name but for case or underscores; the model has only that.',
          );
          continue;
        }
        const name = names.take(wanted);
        if (!isIdentifier(key)) {
          node.noted(`\`${key}\` is no name of the language; the model calls it \`${name}\`.`);
        }
        const use = this.types.use(node, joined(owner, name));
        fields.push(this.field(node, name, use, required.has(key), key === identifier));
      }
    }
    return fields;
  }

  private field(
    node: DocumentNode,
    name: string,
    use: TypeUse,
    isRequired: boolean,
    isIdentifier: boolean,
  ): Statement {
    const annotations = [
      ...annotationsOf(node),
      ...(node.flag('readOnly') ? ['@readOnly'] : []),
      ...(node.flag('writeOnly') ? ['@writeOnly'] : []),
      ...(node.flag('x-pii') ? ['@pii'] : []),
      ...(node.flag('x-sensitive') ? ['@sensitive'] : []),
    ];
    return {
      doc: use.doc,
      annotations,
      head: `${isIdentifier ? 'id ' : ''}${name}: ${typed(use, !isRequired)}`,
    };
  }
}

/** `Money? | null (min 1) = 3`, as behind the colon of a field or parameter. */
export function typed(use: TypeUse, optional: boolean): string {
  const suffix = use.nullable ? ` | null${optional ? '?' : ''}` : optional ? '?' : '';
  const value = use.default === undefined ? '' : ` = ${use.default}`;
  return `${use.type}${suffix}${inParentheses(use.constraints)}${value}`;
}

function requiredOf(part: DocumentNode): string[] {
  const required = part.at('required');
  if (!required || !isList(required.value)) return [];
  required.modelled();
  return required.value.map(String);
}

function isDiscriminator(node: DocumentNode): boolean {
  if (node.at('description')?.value !== discriminatorText) return false;
  node.modelled();
  return true;
}

function identifierAmong(parts: readonly DocumentNode[], owner: string): string | undefined {
  const keys = parts.flatMap((part) => (part.at('properties')?.entries() ?? []).map(([key]) => key));
  const wanted = [`id`, `${owner}id`].map((name) => name.toLowerCase());
  return keys.find((key) => wanted.includes(key.replaceAll('_', '').toLowerCase()));
}
