/** Types of the model as protobuf messages and enums. */
import type { Enum, Field, Union } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import { formerIdsOf } from '../../model/former-ids.js';
import { nameOfId } from '../../model/lookup.js';
import type { Model } from '../../model/model.js';
import { camelCase, unique } from '../naming.js';
import { fieldsOf } from '../types/resolve.js';
import { wireNames, type TypeSettings } from '../types/settings.js';
import { unionMembers } from '../types/union.js';
import { defaultJsonName, distinctNames, enumValueName, fieldName } from './names.js';
import type { FieldNumbers, Numbered, Numbers } from './numbers.js';
import { comment, literal } from './text.js';
import { protoType, type ProtoTypes } from './types.js';

/** What one file shares while it is written. */
export interface ProtoScope extends TypeSettings {
  readonly types: ProtoTypes;
  readonly numbers: FieldNumbers;
  /** The API; numbers are given for each file. */
  readonly api: ElementId;
}

/** A field as it is written; parameters of operations take this form too. */
export interface ProtoField {
  readonly name: string;
  readonly type: Field['type'];
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly constraints: Field['constraints'];
  readonly doc?: string | undefined;
  readonly deprecated?: Field['deprecated'];
  readonly number?: number | undefined;
  readonly renamedFrom?: string | undefined;
}

export function typeText(scope: ProtoScope, element: TypeElement): string[] {
  const name = scope.types.names.get(element.id)!;
  const head = comment('', element.doc ?? element.title, archId(element.id), deprecation(element));
  switch (element.kind) {
    case 'enum':
      return [...head, ...enumText(scope, element, name)];
    case 'union':
      return [...head, ...unionText(scope, element, name)];
    case 'scalar':
      return [];
    default: {
      const wire = wireNames(scope, element);
      const declared = new Map((fieldsOf(element) ?? []).map((field) => [field.name, field]));
      const fields = [...declared.values()].map((field) => ({
        ...field,
        json: wire.get(field.name),
      }));
      return [...head, ...messageText(scope, name, element.id, fields)];
    }
  }
}

/** A message; `json` is the field's name in JSON where that is not protoc's own. */
export function messageText(
  scope: ProtoScope,
  name: string,
  owner: string,
  fields: readonly (ProtoField & { readonly json?: string | undefined })[],
): string[] {
  const numbers = scope.numbers.assign(`${scope.api} ${owner}`, fields.map(numbered));
  const names = distinctNames(
    fields.map((field) => field.name),
    fieldName,
  );
  const lines = fields.flatMap((field) => {
    const type = protoType(scope.types, field.type, field.constraints);
    const label = type.singular && (field.optional || field.nullable) ? 'optional ' : '';
    const own = names.get(field.name)!;
    const json =
      field.json !== undefined && field.json !== defaultJsonName(own) ? field.json : undefined;
    const options = [
      field.deprecated ? 'deprecated = true' : '',
      json === undefined ? '' : `json_name = ${literal(json)}`,
    ].filter((option) => option !== '');
    const suffix = options.length === 0 ? '' : ` [${options.join(', ')}]`;
    return [
      ...comment(
        '  ',
        field.doc,
        type.words.join(' '),
        lossy(field, type.singular),
        deprecation(field),
      ),
      `  ${label}${type.text} ${own} = ${numbers.of.get(field.name)!}${suffix};`,
    ];
  });
  return block(`message ${name}`, [
    ...reservedText(numbers, fieldName, new Set(names.values())),
    ...lines,
  ]);
}

function unionText(scope: ProtoScope, union: Union, name: string): string[] {
  const members = unionMembers(scope.model, union);
  if (members.length === 0) return [`message ${name} {}`];
  const formerId = formerIdsOf(scope.model);
  const formerUnion = nameOfId(formerId(union.id));
  const taken = new Set<string>();
  const alternatives = members.map((member) => ({
    message: scope.types.names.get(member.id)!,
    name: unique(memberKey(nameOfId(member.id), nameOfId(union.id)), taken),
    renamedFrom: memberKey(nameOfId(formerId(member.id)), formerUnion),
  }));
  const numbers = scope.numbers.assign(`${scope.api} ${union.id}`, alternatives);
  const fields = distinctNames(
    alternatives.map(({ name: own }) => own),
    fieldName,
    new Set(['kind']),
  );
  return block(`message ${name}`, [
    ...reservedText(numbers, fieldName, new Set(fields.values())),
    '  oneof kind {',
    ...alternatives.map(
      ({ message, name: own }) => `    ${message} ${fields.get(own)!} = ${numbers.of.get(own)!};`,
    ),
    '  }',
  ]);
}

/**
 * What a member is called as an alternative of a union: its name, with its context's in front where
 * that is another than the union's. So it is called the same whichever members come to join it.
 */
function memberKey(member: string, union: string): string {
  const [context, ...path] = member.split('.');
  const name = path.at(-1) ?? '';
  return union.startsWith(`${context}.`) ? name : `${context}${name}`;
}

/** What a type was called before, where `@renamedFrom` says so; fields named after it keep their number. */
export function formerTypeName(model: Model, id: ElementId): string | undefined {
  const former = nameOfId(formerIdsOf(model)(id)).split('.').at(-1)!;
  return former === nameOfId(id).split('.').at(-1) ? undefined : former;
}

function enumText(scope: ProtoScope, element: Enum, name: string): string[] {
  const values = [...new Map(element.values.map((value) => [value.name, value])).values()];
  const zero = `${fieldName(name).toUpperCase()}_UNSPECIFIED`;
  const names = distinctNames(
    values.map((value) => value.name),
    (value) => enumValueName(name, value),
    new Set([zero]),
  );
  const numbers = scope.numbers.assign(`${scope.api} ${element.id}`, values.map(numbered));
  return block(`enum ${name}`, [
    ...reservedText(numbers, (value) => enumValueName(name, value), new Set(names.values())),
    `  ${zero} = 0;`,
    ...values.flatMap((value) => [
      ...comment('  ', value.doc, deprecation(value)),
      `  ${names.get(value.name)!} = ${numbers.of.get(value.name)!}${value.deprecated ? ' [deprecated = true]' : ''};`,
    ]),
  ]);
}

function numbered(item: Numbered): Numbered {
  return { name: item.name, number: item.number, renamedFrom: item.renamedFrom };
}

/** A name that is in use again cannot be reserved; its old number still is. */
function reservedText(
  numbers: Numbers,
  convert: (name: string) => string,
  used: ReadonlySet<string>,
): string[] {
  if (numbers.reserved.length === 0) return [];
  const names = [...new Set(numbers.reserved.map(({ name }) => convert(name)))].filter(
    (name) => !used.has(name),
  );
  return [
    `  reserved ${numbers.reserved.map(({ number }) => number).join(', ')};`,
    ...(names.length === 0 ? [] : [`  reserved ${names.map(literal).join(', ')};`]),
  ];
}

/** What protobuf cannot tell apart, said where it is lost. */
function lossy(field: ProtoField, singular: boolean): string {
  if (field.nullable) return 'Null and absent are the same here.';
  return !singular && field.optional ? 'Empty and absent are the same here.' : '';
}

function deprecation(item: { readonly deprecated?: Field['deprecated'] }): string {
  if (!item.deprecated) return '';
  const { replacement, sunset } = item.deprecated;
  return `Deprecated${replacement ? `: ${replacement}` : ''}.${sunset ? ` Sunset ${sunset}.` : ''}`;
}

function archId(id: ElementId): string {
  return `x-arch-id: ${id}`;
}

export function block(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...lines, '}'];
}

/** The argument's name where it has none: that of its type. */
export function argumentName(name: string, typeName: string | undefined): string {
  return name === '' ? camelCase(typeName ?? 'value') : name;
}
