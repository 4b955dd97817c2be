/**
 * The dialects of JSON Schema that contracts are written in:
 * OpenAPI 3.0 (its own subset), OpenAPI 3.1 and 3.2 (JSON Schema 2020-12), AsyncAPI 3 (draft 07)
 * and JSON Schema 2020-12 by itself.
 */
import type { Type } from '../../model/elements/types.js';
import { isMap, type Tree, type TreeMap } from '../tree.js';

export interface Dialect {
  readonly name: 'openapi-3.0' | 'openapi-3.1' | 'asyncapi' | 'json-schema';
  /** What stands before a component's name in `$ref`. */
  readonly refPrefix: string;
  /** Whether keywords beside `$ref` count. */
  readonly refSiblings: boolean;
  /** Whether `null` is a type, and `const` and `examples` exist. */
  readonly modern: boolean;
  /** `discriminator` as an object, as a property's name, or not at all. */
  readonly discriminator: 'object' | 'name' | 'none';
}

export const openApi30: Dialect = {
  name: 'openapi-3.0',
  refPrefix: '#/components/schemas/',
  refSiblings: false,
  modern: false,
  discriminator: 'object',
};
export const openApi31: Dialect = {
  name: 'openapi-3.1',
  refPrefix: '#/components/schemas/',
  refSiblings: true,
  modern: true,
  discriminator: 'object',
};
export const asyncApi3: Dialect = {
  name: 'asyncapi',
  refPrefix: '#/components/schemas/',
  refSiblings: false,
  modern: true,
  discriminator: 'name',
};
export const jsonSchema2020: Dialect = {
  name: 'json-schema',
  refPrefix: '#/$defs/',
  refSiblings: true,
  modern: true,
  discriminator: 'none',
};

/** A schema with more keywords, which a bare `$ref` may not take beside it. */
export function extended(dialect: Dialect, schema: TreeMap, keywords: TreeMap): TreeMap {
  if (Object.keys(keywords).length === 0) return schema;
  if ('$ref' in schema && !dialect.refSiblings) return { allOf: [schema], ...keywords };
  return { ...schema, ...keywords };
}

/**
 * A schema that takes null as well. OpenAPI 3.0 knows `nullable` only beside a `type`, so what the
 * referenced schema's type is must be known there; one without takes any value, null included.
 */
export function nullable(dialect: Dialect, schema: TreeMap, type: string | undefined): TreeMap {
  if (Object.keys(schema).length === 0) return schema;
  if (!dialect.modern) {
    if (type === undefined) return schema;
    const typed: TreeMap = '$ref' in schema ? { allOf: [schema] } : schema;
    // A list has to say what it holds wherever it says that it is one.
    const items: TreeMap = type === 'array' ? { items: {} } : {};
    return { type, ...items, ...typed, nullable: true };
  }
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  return { oneOf: [schema, { type: 'null' }] };
}

/**
 * Whether a place of this type that may be null takes null by all that its schema says. In OpenAPI
 * 3.0 what a reference leads to does not.
 */
export function nullsAllowed(dialect: Dialect, type: Type): boolean {
  return dialect.modern || (type.shape !== 'named' && type.shape !== 'ref');
}

export function constant(dialect: Dialect, value: string | number): TreeMap {
  const type = typeof value === 'string' ? 'string' : 'integer';
  return dialect.modern ? { type, const: value } : { type, enum: [value] };
}

export function withExample(dialect: Dialect, example: Tree | undefined): TreeMap {
  if (example === undefined) return {};
  return dialect.modern ? { examples: [example] } : { example };
}

/** An exclusive bound: a number, or in OpenAPI 3.0 a flag beside the inclusive bound. */
export function exclusiveBound(
  dialect: Dialect,
  side: 'minimum' | 'maximum',
  value: number,
): TreeMap {
  const keyword = side === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  return dialect.modern ? { [keyword]: value } : { [side]: value, [keyword]: true };
}

export function isRef(schema: Tree): boolean {
  return isMap(schema) && '$ref' in schema;
}
