/** Types of the model as GraphQL types: what goes out and what comes in are different kinds there. */
import type { Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import { pascalCase, unique } from '../naming.js';
import { constraintWords } from '../protobuf/constraints.js';
import { byText } from '../tree.js';
import { baseType, fieldsOf, mergedConstraints, typeElement } from '../types/resolve.js';
import { literalValue } from '../types/literal.js';
import { wireNames, type TypeSettings } from '../types/settings.js';
import { unionMembers } from '../types/union.js';
import {
  builtInScalars,
  customScalars,
  enumValueName,
  graphqlName,
  type GraphqlScalar,
} from './names.js';
import { deprecated, description, value } from './text.js';

export type Direction = 'output' | 'input';

/** What one document shares while it is written. */
export interface GraphqlScope extends TypeSettings {
  /** Type names by direction and element id. */
  readonly names: Readonly<Record<Direction, ReadonlyMap<ElementId, string>>>;
  readonly taken: Set<string>;
  readonly scalars: Map<string, GraphqlScalar>;
  /** Names of the types for entries of maps, by direction and type of the value. */
  readonly entries: Map<string, string>;
  /** Types for maps and pages: definition by name. */
  readonly extra: Map<string, string[]>;
}

/** A type without its outer `!`. */
export function typeName(scope: GraphqlScope, type: Type, direction: Direction): string {
  const target = baseType(scope.model, type).type;
  switch (target.shape) {
    case 'primitive': {
      const own = builtInScalars[target.name];
      return own ?? scalar(scope, customScalars[target.name]!);
    }
    case 'named': {
      const element = typeElement(scope.model, target.target);
      const name = element && scope.names[direction].get(element.id);
      return name ?? scalar(scope, customScalars.json!);
    }
    case 'list':
      return `[${typeName(scope, target.item, direction)}!]`;
    case 'set':
      return `[${typeName(scope, target.item, direction)}${target.nullableItems ? '' : '!'}]`;
    case 'map':
      return `[${entryType(scope, target, direction)}!]`;
    default:
      return scalar(scope, customScalars.json!);
  }
}

function scalar(scope: GraphqlScope, one: GraphqlScalar): string {
  scope.scalars.set(one.name, one);
  return one.name;
}

/** GraphQL has no maps: a list of entries stands for one. */
function entryType(
  scope: GraphqlScope,
  { value, nullableItems }: Extract<Type, { readonly shape: 'map' }>,
  direction: Direction,
): string {
  const inner = typeName(scope, value, direction);
  const held = nullableItems ? inner : `${inner}!`;
  const key = `${direction} ${held}`;
  const known = scope.entries.get(key);
  if (known !== undefined) return known;
  const stem = `${nullableItems ? 'Nullable' : ''}${pascalCase(inner.replace(/[[\]!]/g, ' ').trim())}${inner.startsWith('[') ? 'List' : ''}Entry${direction === 'input' ? 'Input' : ''}`;
  const name = unique(stem, scope.taken);
  scope.entries.set(key, name);
  scope.extra.set(name, [
    ...description('', 'An entry of a map.'),
    `${direction === 'input' ? 'input' : 'type'} ${name} {`,
    '  key: String!',
    `  value: ${held}`,
    '}',
  ]);
  return name;
}

/** The definition of one named type. */
export function definition(
  scope: GraphqlScope,
  element: TypeElement,
  direction: Direction,
): string[] {
  const name = scope.names[direction].get(element.id)!;
  const open =
    element.kind === 'enum' && element.open
      ? 'Consumers must accept values that are not listed.'
      : '';
  const head = description('', element.doc ?? element.title, open, `x-arch-id: ${element.id}`);
  switch (element.kind) {
    case 'scalar':
      return [];
    case 'enum': {
      const taken = new Set<string>();
      const values = element.values.flatMap((one) => {
        const own = enumValueName(one.name);
        if (taken.has(own)) return [];
        taken.add(own);
        return [...description('  ', one.doc), `  ${own}${deprecated(one.deprecated)}`];
      });
      return [...head, `enum ${name} {`, ...(values.length > 0 ? values : ['  NONE']), '}'];
    }
    case 'union': {
      const members = unionMembers(scope.model, element);
      if (direction === 'output') {
        return [
          ...head,
          `union ${name} = ${members.map((one) => scope.names.output.get(one.id)!).join(' | ')}`,
        ];
      }
      const names = new Set<string>();
      const fields = members.map(
        (one) =>
          `  ${unique(graphqlName(one.name.charAt(0).toLowerCase() + one.name.slice(1)), names)}: ${scope.names.input.get(one.id)!}`,
      );
      return [...head, `input ${name} @oneOf {`, ...fields, '}'];
    }
    default:
      return [...head, ...objectLines(scope, element, name, direction)];
  }
}

function objectLines(
  scope: GraphqlScope,
  element: TypeElement,
  name: string,
  direction: Direction,
): string[] {
  const names = wireNames(scope, element);
  const taken = new Set<string>();
  const lines = (fieldsOf(element) ?? []).flatMap((field) => {
    if (direction === 'input' ? field.readOnly : field.writeOnly) return [];
    const own = unique(graphqlName(names.get(field.name)!), taken);
    const required =
      isRequired(field) && !(direction === 'input' && circular(scope, element, field));
    const standard = direction === 'input' ? defaultText(scope, field) : '';
    const mark =
      required && direction === 'input' && standard === '' ? '' : deprecated(field.deprecated);
    return [
      ...description('  ', field.doc, fieldWords(scope, field)),
      `  ${own}: ${typeName(scope, field.type, direction)}${required ? '!' : ''}${standard}${mark}`,
    ];
  });
  const body =
    lines.length > 0
      ? lines
      : [...description('  ', 'GraphQL has no types without fields.'), '  _empty: Boolean'];
  return [`${direction === 'input' ? 'input' : 'type'} ${name} {`, ...body, '}'];
}

function isRequired(field: { readonly optional: boolean; readonly nullable: boolean }): boolean {
  return !field.optional && !field.nullable;
}

export function fieldWords(
  { model }: GraphqlScope,
  field: Pick<Field, 'type' | 'constraints'>,
): string {
  const base = baseType(model, field.type);
  return constraintWords(
    mergedConstraints([...base.constraints, field.constraints]),
    base.type,
  ).join(' ');
}

export function defaultText(
  scope: GraphqlScope,
  place: Pick<Field, 'type' | 'constraints' | 'default'>,
): string {
  if (!place.default) return '';
  const tree = literalValue(scope, place.type, place.constraints, place.default);
  if (tree === undefined) return '';
  let base = baseType(scope.model, place.type).type;
  while (base.shape === 'list' || base.shape === 'set')
    base = baseType(scope.model, base.item).type;
  return ` = ${value(tree, base.shape === 'named')}`;
}

/** Whether a value would have to hold itself through required fields, which GraphQL forbids. */
function circular(scope: GraphqlScope, start: TypeElement, field: Field): boolean {
  const seen = new Set<ElementId>();
  const waiting: Field[] = [field];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const base = baseType(scope.model, next.type).type;
    if (base.shape !== 'named' || seen.has(base.target)) continue;
    if (base.target === start.id) return true;
    seen.add(base.target);
    const element = typeElement(scope.model, base.target);
    if (element) waiting.push(...(fieldsOf(element) ?? []).filter(isRequired));
  }
  return false;
}

/** Custom scalars that were used, by name. */
export function scalarLines(scope: GraphqlScope): string[][] {
  return [...scope.scalars.values()]
    .sort((a, b) => byText(a.name, b.name))
    .map((one) => [
      ...description('', one.description),
      `scalar ${one.name}${one.url ? ` @specifiedBy(url: "${one.url}")` : ''}`,
    ]);
}
