/** Errors as problem documents (RFC 9457). */
import { boundaryOf } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { ErrorType } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { markdown } from '../text/markdown.js';
import { titleOf, urn } from '../owner.js';
import { compact, map, type Tree, type TreeMap } from '../tree.js';
import { fieldSchema } from '../types/field-schema.js';
import { descriptionOf } from '../types/head.js';
import { constant, nullsAllowed } from '../types/dialect.js';
import { readable } from '../types/readable-example.js';
import type { Schemas } from '../types/schemas.js';
import { wireNames } from '../types/settings.js';
import type { OpenApiScope } from './scope.js';

/** The members that RFC 9457 defines; an error's own fields may not mean something else by them. */
const members = new Set(['type', 'title', 'status', 'detail', 'instance']);

/** The generic problem document, which every error extends. */
export function problemSchema(): TreeMap {
  return {
    type: 'object',
    description: 'A problem document as RFC 9457 defines it.',
    required: ['type', 'title', 'status'],
    properties: {
      type: {
        type: 'string',
        format: 'uri-reference',
        description: 'Identifies the kind of problem. `about:blank` says no more than the status.',
      },
      title: { type: 'string', description: 'The kind of problem in a few words for people.' },
      status: {
        type: 'integer',
        minimum: 100,
        maximum: 599,
        description: 'The HTTP status of this response.',
      },
      detail: { type: 'string', description: 'What went wrong this time.' },
      instance: {
        type: 'string',
        format: 'uri-reference',
        description: 'Identifies this occurrence, to ask about it.',
      },
    },
  };
}

export function problemRef({ parts }: OpenApiScope): TreeMap {
  return parts.use('schemas', 'problem', 'Problem', problemSchema);
}

/** The status of an error: declared, else 404 for what was not found and 400 for the rest. */
export function statusOf(error: ErrorType): number {
  const { status } = error;
  if (status !== undefined && Number.isInteger(status) && status >= 400 && status <= 599)
    return status;
  return /not_?found$/i.test(error.name) ? 404 : 400;
}

/** `urn:bookshop:problem:ordering:out-of-stock`, the `type` of an error's problem documents. */
export function problemType(model: Model, error: ErrorType): string {
  return urn(model, 'problem', boundaryOf(model, error.id)?.name ?? 'shared', error.name);
}

/** The schema of an error: the problem document with its type, its status and its own members. */
export function errorSchema(scope: OpenApiScope, error: ErrorType): TreeMap {
  const { schemas, model } = scope;
  const own = ownFields(schemas, error);
  return {
    ...compact({
      title: titleOf(error),
      description: descriptionOf(error),
    }),
    allOf: [
      problemRef(scope),
      compact({
        type: 'object',
        required: [
          'type',
          'status',
          ...own.filter(([, field]) => !field.optional).map(([name]) => name),
        ],
        properties: {
          type: constant(schemas.dialect, problemType(model, error)),
          status: constant(schemas.dialect, statusOf(error)),
          ...map(own.map(([name, field]) => [name, fieldSchema(schemas, field)])),
        },
      }),
    ],
    'x-arch-id': error.id,
    'x-arch-kind': 'error',
  };
}

/** An example document; undefined where one of its required members has no example. */
export function errorExample(
  { schemas, model, api }: OpenApiScope,
  error: ErrorType,
): Tree | undefined {
  const extensions: [string, Tree][] = [];
  const own = ownFields(schemas, error);
  for (const [name, field] of own) {
    const value = schemas.example(field.type, field.constraints, field.name, 'response');
    if (value !== undefined) extensions.push([name, value]);
    else if (field.optional) continue;
    else if (field.nullable && nullsAllowed(schemas.dialect, field.type))
      extensions.push([name, null]);
    else return undefined;
  }
  const example = {
    type: problemType(model, error),
    title: titleOf(error),
    status: statusOf(error),
    detail: firstLine(error) ?? titleOf(error),
    instance: `/problems/${problemSlug(api.id)}`,
    ...map(extensions),
  };
  const required = own.filter(([, field]) => !field.optional).map(([name]) => name);
  return readable(schemas.dialect, example, new Set(required));
}

/** An error's fields by wire name, without those that RFC 9457 gives a meaning of their own. */
function ownFields(schemas: Schemas, error: ErrorType) {
  const names = wireNames(schemas, error);
  return error.fields.flatMap((field) => {
    const name = names.get(field.name)!;
    if (!members.has(name)) return [[name, field] as const];
    schemas.remarks.push({
      element: error.id,
      message: `\`${name}\` is a member of every problem document (RFC 9457); the field of that name is left out.`,
    });
    return [];
  });
}

function firstLine(error: ErrorType): string | undefined {
  const line = error.doc === undefined ? undefined : markdown(error.doc).split('\n')[0]?.trim();
  return line === '' ? undefined : line;
}

function problemSlug(id: ElementId): string {
  // A fixed, opaque occurrence: eight hex digits of the FNV-1a hash of the API's id.
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
