import { constraintNames, primitives } from '../../language/vocabulary/types.js';
import type {
  BaseType,
  Constraints as ConstraintsNode,
  Field as FieldNode,
  Parameter as ParameterNode,
  Type as TypeNode,
} from '../../language/generated/ast.js';
import type { Field } from '../elements/data-types.js';
import type { ElementKind } from '../elements/identity.js';
import type { Literal } from '../elements/literals.js';
import type { Parameter, ParameterPlace } from '../elements/operations.js';
import type { Constraints, Type } from '../elements/types.js';
import { annotatedBy, annotatedPlace, annotationNumber, hasAnnotation } from './annotations.js';
import type { DraftType } from './draft.js';
import { compact, type FileReader } from './reader.js';
import type { Statement } from './statement.js';

export const typeKinds: readonly ElementKind[] = [
  'value',
  'entity',
  'scalar',
  'enum',
  'union',
  'event',
  'command',
  'error',
];
const identityKinds: readonly ElementKind[] = ['aggregate', 'entity'];

/** Where a type stands: names in it are looked up from `scope`. */
export interface TypePlace {
  readonly scope: string;
  readonly owner: string;
}

export interface ReadType {
  readonly type: DraftType;
  readonly optional: boolean;
  readonly nullable: boolean;
}

export function readType(reader: FileReader, node: TypeNode, place: TypePlace): ReadType {
  let type = readBase(reader, node.base, place);
  for (const _ of node.lists) type = { shape: 'list', item: type };
  return { type, optional: node.optional || node.optionalNull, nullable: node.nullable };
}

/** One object each, as most fields have such a type. */
const primitiveTypes = new Map<string, DraftType>(
  primitives.map((name) => [name, { shape: 'primitive', name }]),
);

/** Whether there is something to resolve in a type. */
export function withNames(type: DraftType): boolean {
  switch (type.shape) {
    case 'primitive':
      return false;
    case 'named':
    case 'ref':
      return true;
    case 'map':
      return withNames(type.value);
    default:
      return withNames(type.item);
  }
}

function readBase(reader: FileReader, node: BaseType, place: TypePlace): DraftType {
  switch (node.$type) {
    case 'RefType':
      return {
        shape: 'ref',
        ref: reader.ref(node.target, identityKinds, place.scope, place.owner),
      };
    case 'CollectionType': {
      if (node.name === 'set') {
        const { type: item, ...nulls } = readItem(reader, node.item, place);
        return { shape: 'set', item, ...nulls };
      }
      if (!node.value) {
        reader.problem(
          'A map names the types of key and value: `map<string, T>`.',
          reader.span(node),
        );
        return { shape: 'map', value: readType(reader, node.item, place).type };
      }
      const key = readType(reader, node.item, place).type;
      if (key.shape !== 'primitive' || key.name !== 'string') {
        reader.problem('The keys of a map are strings: `map<string, T>`.', reader.span(node.item));
      }
      const { type: value, ...nulls } = readItem(reader, node.value, place);
      return { shape: 'map', value, ...nulls };
    }
    case 'NamedType': {
      const primitive = primitiveTypes.get(compact(node.path.text));
      if (primitive) return primitive;
      return { shape: 'named', ref: reader.ref(node.path, typeKinds, place.scope, place.owner) };
    }
  }
}

/** What a set or map holds: it may be null, but is never absent. */
function readItem(
  reader: FileReader,
  node: TypeNode,
  place: TypePlace,
): { readonly type: DraftType; readonly nullableItems?: true } {
  const { type, optional, nullable } = readType(reader, node, place);
  if (optional) {
    const message =
      'What a set or map holds is never absent. Write `T | null` where it may be null.';
    reader.problem(message, reader.span(node));
  }
  return { type, ...(nullable && { nullableItems: true }) };
}

const numeric = new Set([
  'min',
  'max',
  'exclusiveMin',
  'exclusiveMax',
  'multipleOf',
  'minLength',
  'maxLength',
  'length',
  'precision',
  'scale',
]);

const unconstrained: Constraints = {};

export function readConstraints(
  reader: FileReader,
  node: ConstraintsNode | undefined,
): Constraints {
  if (!node) return unconstrained;
  const result: Record<string, unknown> = {};
  for (const constraint of node.constraints) {
    const { text } = constraint.name;
    const name = reader.oneOf(text, constraintNames, 'constraint', constraint);
    if (name === undefined) continue;
    if (result[name] !== undefined) {
      reader.problem(`\`${name}\` is given twice. Remove one of the two.`, reader.span(constraint));
      continue;
    }
    const value = constraint.value && reader.literal(constraint.value);
    const read = constraintValue(name, value);
    if (read === undefined) {
      reader.problem(`\`${name}\` takes ${constraintExpectation(name)}.`, reader.span(constraint));
    } else {
      if (name === 'pattern' && typeof read === 'string' && !isRegExp(read)) {
        reader.problem(`\`${read}\` is no regular expression.`, reader.span(constraint));
        continue;
      }
      result[name] = read;
    }
  }
  return result;
}

function constraintValue(name: string, value: Literal | undefined): unknown {
  if (name === 'unique') return value === undefined || (value.kind === 'boolean' && value.value);
  if (name === 'example') return value;
  if (numeric.has(name)) return value?.kind === 'number' ? value.value : undefined;
  return value?.kind === 'string' || value?.kind === 'name' ? value.value : undefined;
}

function constraintExpectation(name: string): string {
  if (numeric.has(name)) return 'a number';
  return name === 'example' ? 'a value' : 'a text in quotes';
}

/** Models say the same few patterns over and over, and building one takes as long as ten fields. */
const patterns = new Map<string, boolean>();

function isRegExp(pattern: string): boolean {
  let known = patterns.get(pattern);
  if (known === undefined) {
    if (patterns.size >= 1000) patterns.clear();
    known = canBeBuilt(pattern);
    patterns.set(pattern, known);
  }
  return known;
}

function canBeBuilt(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The declaration that fields stand in. */
interface FieldPlace {
  readonly parent: string;
  readonly scope: string;
  /** What all their qualified names, and ids, begin with: each is one joint of two texts. */
  readonly names: string;
  readonly ids: string;
}

export function fieldPlace(parent: string, qualifiedName: string, scope: string): FieldPlace {
  return { parent, scope, names: `${qualifiedName}.`, ids: `field:${qualifiedName}.` };
}

/** A field; names in its type are filled in when it is linked. */
export function readField(
  reader: FileReader,
  { node, annotations, doc, span }: Statement<FieldNode>,
  place: FieldPlace,
): { readonly read: Field; readonly type: DraftType } {
  const name = node.name.text;
  const id = place.ids + name;
  const annotated = annotatedBy(reader, annotations);
  const around = { scope: place.scope, owner: id };
  const { type, optional, nullable } = readType(reader, node.type, around);
  const read: Field = {
    kind: 'field',
    id,
    name,
    qualifiedName: place.names + name,
    parent: place.parent,
    doc,
    span,
    nameSpan: reader.span(node.name),
    annotations: annotated.annotations,
    tags: annotated.tags,
    links: annotated.links,
    accepts: annotated.accepts,
    deprecated: annotated.deprecated,
    stability: annotated.stability,
    renamedFrom: annotated.renamedFrom,
    type: type as Type,
    optional,
    nullable,
    identifier: node.identifier,
    constraints: readConstraints(reader, node.constraints),
    default: node.default && reader.literal(node.default),
    pii: hasAnnotation(annotated, 'pii'),
    sensitive: hasAnnotation(annotated, 'sensitive'),
    readOnly: hasAnnotation(annotated, 'readOnly'),
    writeOnly: hasAnnotation(annotated, 'writeOnly'),
    number: annotationNumber(annotated, 'number'),
  };
  return { read, type };
}

/**
 * A parameter of an operation. For REST, `pathNames` are the names in the path templates of API
 * and operation: such a parameter is a path parameter, `body` is the body, any other is a query
 * parameter, unless it says otherwise itself.
 */
export function readParameter(
  reader: FileReader,
  node: ParameterNode,
  place: TypePlace,
  pathNames: readonly string[] | undefined,
): { readonly read: Parameter; readonly type: DraftType } {
  const quoted = reader.text(node.quoted);
  const name = node.name?.text ?? quoted ?? 'request';
  const { type, optional, nullable } = readType(reader, node.type, place);
  const inPlace: ParameterPlace = !pathNames
    ? 'argument'
    : (node.place ?? (pathNames.includes(name) ? 'path' : name === 'body' ? 'body' : 'query'));
  const read: Parameter = {
    name: quoted === undefined ? name : headerIdentifier(quoted),
    wireName: name,
    in: inPlace,
    type: type as Type,
    optional,
    nullable,
    stream: node.stream,
    constraints: readConstraints(reader, node.constraints),
    default: node.default && reader.literal(node.default),
    doc: reader.docOf(node),
    deprecated: annotatedPlace(reader, node.annotations, reader.span(node)).deprecated,
    span: reader.span(node),
  };
  return { read, type };
}

/** `If-Match` → `ifMatch`. */
function headerIdentifier(header: string): string {
  const words = header.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  return joined === '' ? 'header' : joined;
}

/** Names between braces in a path template: `/{id}/lines/{line}` → id, line. */
export function namesInPath(template: string | undefined): string[] {
  if (!template?.includes('{')) return [];
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}
