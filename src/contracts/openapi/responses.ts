/** Responses: the result, the errors that are raised, and those that every API answers with. */
import { find } from '../../model/lookup.js';
import type { ErrorType } from '../../model/elements/messages.js';
import type { Operation } from '../../model/elements/operations.js';
import { cased } from '../naming.js';
import { sentence } from '../text/markdown.js';
import { byText, compact, map, type Tree, type TreeMap } from '../tree.js';
import { descriptionOf } from '../types/head.js';
import { headerRefs, type HeaderName } from './headers.js';
import { content, streamContent } from './media.js';
import { pageExample, pageRef } from './paging.js';
import { takesIfMatch, needsIdempotencyKey } from './parameters.js';
import type { PlacedOperation } from './path-template.js';
import { errorExample, problemRef, problemType, statusOf } from './problem.js';
import type { OpenApiScope } from './scope.js';
import { isSecured } from './security.js';

export const problemMediaType = 'application/problem+json';

interface GenericResponse {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const generic: Readonly<Record<number, GenericResponse>> = {
  400: {
    name: 'BadRequest',
    title: 'Bad request',
    description: 'The request is malformed or breaks a rule of this contract.',
  },
  401: {
    name: 'Unauthorized',
    title: 'Unauthorized',
    description: 'The caller has not shown who it is, or not validly.',
  },
  403: { name: 'Forbidden', title: 'Forbidden', description: 'The caller may not do this.' },
  404: { name: 'NotFound', title: 'Not found', description: 'There is no such resource.' },
  409: {
    name: 'Conflict',
    title: 'Conflict',
    description: 'A request with the same idempotency key is still at work.',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Precondition failed',
    description: 'The resource has changed since the client read it.',
  },
  422: {
    name: 'UnprocessableContent',
    title: 'Unprocessable content',
    description: 'The idempotency key was used before for a different request.',
  },
  428: {
    name: 'PreconditionRequired',
    title: 'Precondition required',
    description: 'The request lacks `If-Match`.',
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too many requests',
    description: 'The rate limit is exceeded.',
  },
};

/** The `responses` of an operation by status, `default` last. */
export function responsesOf(
  scope: OpenApiScope,
  placed: PlacedOperation,
  guarded: boolean,
): TreeMap {
  const { operation } = placed;
  const errors = raisedErrors(scope, operation);
  const statuses = new Set([...genericStatuses(scope, placed), ...errors.keys()]);
  const successful = successStatus(scope, operation);
  return map([
    [String(successful), success(scope, operation, successful, guarded)],
    ...[...statuses]
      .filter((status) => status !== successful)
      .sort((a, b) => a - b)
      .map(
        (status) => [String(status), failure(scope, placed, status, errors.get(status))] as const,
      ),
    ['default', unexpected(scope)],
  ]);
}

/** The status of the result. One that tells of a failure, `: 404 Order`, is none of a result. */
function successStatus({ schemas }: OpenApiScope, { id, result }: Operation): number {
  if (result.status >= 200 && result.status < 400) return result.status;
  const status = result.type ? 200 : 204;
  schemas.remarks.push({
    element: id,
    message: `${result.status} is no status of a result, so the contract has ${status}. What goes wrong stands behind \`raises\`.`,
  });
  return status;
}

/** Errors that a caller can meet at this operation without anyone having to declare them. */
function genericStatuses({ api }: OpenApiScope, { operation, path }: PlacedOperation): number[] {
  const found = [400];
  if (isSecured(api)) found.push(401, 403);
  if (path.includes('{')) found.push(404);
  if (needsIdempotencyKey(operation)) found.push(409, 422);
  if (takesIfMatch(operation)) found.push(412, 428);
  if (api.rateLimit) found.push(429);
  return found;
}

/** Statuses whose generic cause stays possible beside the errors that are raised with them. */
const alwaysPossible = new Set([400, 401, 403, 409, 412, 422, 428, 429]);

function raisedErrors({ model }: OpenApiScope, operation: Operation): Map<number, ErrorType[]> {
  const found = new Map<number, ErrorType[]>();
  const errors = new Set(
    operation.raises.flatMap(({ target }) => find(model, 'error', target) ?? []),
  );
  for (const error of [...errors].sort((a, b) => byText(a.id, b.id))) {
    const status = statusOf(error);
    const same = found.get(status);
    if (same) same.push(error);
    else found.set(status, [error]);
  }
  return found;
}

function failure(
  scope: OpenApiScope,
  placed: PlacedOperation,
  status: number,
  errors: readonly ErrorType[] | undefined,
): TreeMap {
  const withGeneric = alwaysPossible.has(status) && genericStatuses(scope, placed).includes(status);
  if (!errors) return genericResponse(scope, status);
  const [first] = errors;
  if (errors.length === 1 && !withGeneric) {
    const name = scope.schemas.nameOf(first!.id) ?? first!.name;
    return scope.parts.use('responses', first!.id, name, () =>
      errorResponse(scope, status, errors, false),
    );
  }
  return errorResponse(scope, status, errors, withGeneric);
}

function errorResponse(
  scope: OpenApiScope,
  status: number,
  errors: readonly ErrorType[],
  withGeneric: boolean,
): TreeMap {
  const { schemas, model } = scope;
  const refs = errors.map((error) => schemas.ref(error.id));
  const mapping = map(
    errors.map((error, n) => [problemType(model, error), String(refs[n]!['$ref'])]),
  );
  const schema = withGeneric
    ? { anyOf: [...refs, problemRef(scope)] }
    : refs.length === 1
      ? refs[0]!
      : { oneOf: refs, discriminator: { propertyName: 'type', mapping } };
  const examples = errors.map((error) => [error.name, errorExample(scope, error)] as const);
  if (withGeneric) examples.push(['generic', genericExample(status)]);
  const texts = errors.map((error) => sentence(descriptionOf(error)?.split('\n')[0] ?? error.name));
  if (withGeneric) texts.push(generic[status]!.description);
  return compact({
    description: texts.join(' '),
    headers: headerRefs(scope, failureHeaders(status)),
    content: { [problemMediaType]: content(schema, examples) },
  });
}

function genericResponse(scope: OpenApiScope, status: number): TreeMap {
  const { name, description } = generic[status]!;
  return scope.parts.use('responses', `generic ${status}`, name, () =>
    compact({
      description,
      headers: headerRefs(scope, failureHeaders(status)),
      content: {
        [problemMediaType]: content(problemRef(scope), [
          [cased(name, 'camelCase'), genericExample(status)],
        ]),
      },
    }),
  );
}

function failureHeaders(status: number): HeaderName[] {
  return status === 429 || status === 503 ? ['Retry-After'] : [];
}

function genericExample(status: number): Tree {
  const { title, description } = generic[status]!;
  return { type: 'about:blank', title, status, detail: description };
}

function unexpected(scope: OpenApiScope): TreeMap {
  return scope.parts.use('responses', 'default', 'UnexpectedProblem', () => ({
    description: 'Any other problem.',
    content: {
      [problemMediaType]: content(problemRef(scope), [
        ['unexpected', { type: 'about:blank', title: 'Internal server error', status: 500 }],
      ]),
    },
  }));
}

function success(
  scope: OpenApiScope,
  operation: Operation,
  status: number,
  guarded: boolean,
): TreeMap {
  const { result, method } = operation;
  const headers: HeaderName[] = [];
  if (status === 201) headers.push('Location');
  if (guarded) headers.push('ETag');
  if (operation.deprecated) {
    headers.push('Deprecation');
    if (operation.deprecated.sunset !== undefined) headers.push('Sunset');
  }
  const silent = method === 'HEAD' || status === 204 || status === 304;
  return compact({
    description: successDescription(operation, status),
    headers: headerRefs(scope, headers),
    content: result.type && !silent ? body(scope, operation) : undefined,
  });
}

function body(scope: OpenApiScope, operation: Operation): TreeMap {
  const { schemas } = scope;
  const { result } = operation;
  const type = result.type!;
  const example = schemas.example(type, {}, operation.name, 'response');
  const name = cased(operation.name, 'camelCase');
  if (result.stream) return streamContent(scope, schemas.type(type), [[name, example]]);
  if (result.paged) {
    return {
      [mediaType(scope)]: content(pageRef(scope, operation), [[name, pageExample(scope, example)]]),
    };
  }
  const schema = schemas.place({
    name: operation.name,
    type,
    nullable: result.nullable,
    constraints: {},
  });
  return { [mediaType(scope)]: content(schema, [[name, example]]) };
}

/** The style's media type; with `media-type` versioning, a vendor type that names the version. */
export function mediaType({ config, api, provider }: OpenApiScope): string {
  if (config.style.versioning !== 'media-type') return config.style.mediaType;
  const major = (api.version ?? '1').split('.')[0]!;
  const vendor = [provider.name, api.name].map((name) => cased(name, 'kebab-case').toLowerCase());
  return `application/vnd.${vendor.join('.')}.v${major}+json`;
}

function successDescription({ result }: Operation, status: number): string {
  switch (status) {
    case 201:
      return 'Created.';
    case 202:
      return 'Accepted; the work goes on after the answer.';
    case 204:
      return 'Done; there is nothing to return.';
    default:
      return result.paged
        ? 'A page of the result.'
        : result.stream
          ? 'A stream of items, one JSON document on each line.'
          : 'The result.';
  }
}
