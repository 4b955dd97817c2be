/** Parameters of operations: declared ones, and those that paging, idempotency and style bring. */
import type { Operation, Parameter } from '../../model/elements/operations.js';
import { cased, humanize } from '../naming.js';
import { markdown, paragraphs } from '../text/markdown.js';
import { compact, type Tree, type TreeMap } from '../tree.js';
import { baseType } from '../types/resolve.js';
import { pagingParameters } from './paging.js';
import type { PlacedOperation } from './path-template.js';
import type { OpenApiScope } from './scope.js';

/** Headers that OpenAPI describes elsewhere and tells readers to ignore as parameters. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** The `parameters` of an operation, path before query before header before cookie. */
export function parametersOf(scope: OpenApiScope, placed: PlacedOperation): Tree[] {
  const { operation } = placed;
  const paths = placed.pathNames.map(([declared, name]) => {
    const parameter = operation.parameters.find(
      (one) => one.in === 'path' && one.name === declared,
    );
    return parameter ? declaredParameter(scope, parameter, 'path', name) : undeclared(name);
  });
  const others = (place: 'query' | 'header' | 'cookie'): Tree[] =>
    distinctNames(scope, placed, place).map(([parameter, name]) =>
      place === 'header'
        ? headerParameter(scope, parameter, name)
        : declaredParameter(scope, parameter, place, name),
    );
  return [
    ...paths,
    ...others('query'),
    ...pagingParameters(scope, operation),
    ...versionParameter(scope, 'query'),
    ...others('header'),
    ...idempotencyKey(scope, operation),
    ...versionParameter(scope, 'header'),
    ...others('cookie'),
  ];
}

/** Whether the operation takes `If-Match`, that is, guards against lost updates. */
export function takesIfMatch(operation: Operation): boolean {
  return operation.parameters.some(
    (one) => one.in === 'header' && /^if-match$/i.test(one.wireName),
  );
}

function distinctNames(
  scope: OpenApiScope,
  { operation, pathNames }: PlacedOperation,
  place: 'query' | 'header' | 'cookie',
): (readonly [Parameter, string])[] {
  const taken = new Set<string>();
  return operation.parameters.flatMap((parameter) => {
    // What is said to stand in the path but does not can still be asked for.
    const misplaced =
      parameter.in === 'path' && !pathNames.some(([name]) => name === parameter.name);
    const at = misplaced ? 'query' : parameter.in;
    if (at !== place) return [];
    const named = place === 'header' || parameter.wireName !== parameter.name;
    const name = named ? parameter.wireName : cased(parameter.name, scope.config.style.casing);
    const key = place === 'header' ? name.toLowerCase() : name;
    if (taken.has(key) || (place === 'header' && ignoredHeaders.has(key))) {
      scope.schemas.remarks.push({
        element: operation.id,
        message: `The contract leaves out the ${place} parameter \`${name}\`: ${
          taken.has(key) ? 'it is there twice' : 'OpenAPI describes that header elsewhere'
        }.`,
      });
      return [];
    }
    taken.add(key);
    return [[parameter, name] as const];
  });
}

function declaredParameter(
  { schemas }: OpenApiScope,
  parameter: Parameter,
  place: 'path' | 'query' | 'header' | 'cookie',
  name: string,
): TreeMap {
  const schema = schemas.place(parameter);
  const example = schemas.example(parameter.type, parameter.constraints, parameter.name, 'request');
  const structured = isStructured(schemas.model, parameter);
  const deprecation = parameter.deprecated?.replacement;
  return compact({
    name,
    in: place,
    description: paragraphs(
      parameter.doc === undefined ? `${humanize(parameter.name)}.` : markdown(parameter.doc),
      deprecation && `Deprecated: ${deprecation}.`,
    ),
    // What has a default may be left out.
    required: place === 'path' || (!parameter.optional && !('default' in schema)),
    deprecated: parameter.deprecated ? true : undefined,
    ...(structured
      ? { content: { 'application/json': compact({ schema, example }) } }
      : { schema, example }),
  });
}

/** Objects have no form in a URL or a header that all agree on, so they travel as JSON. */
function isStructured(model: OpenApiScope['model'], parameter: Parameter): boolean {
  const base = baseType(model, parameter.type).type;
  if (base.shape === 'list' || base.shape === 'set') {
    return isObject(model, baseType(model, base.item).type);
  }
  return isObject(model, base);
}

function isObject(model: OpenApiScope['model'], base: Parameter['type']): boolean {
  if (base.shape === 'map' || base.shape === 'unresolved') return true;
  if (base.shape === 'primitive') return base.name === 'json';
  return base.shape === 'named' && model.elements.get(base.target)?.kind !== 'enum';
}

function headerParameter(scope: OpenApiScope, parameter: Parameter, name: string): TreeMap {
  if (/^if-match$/i.test(name)) {
    const required = !parameter.optional;
    return scope.parts.use('parameters', `IfMatch ${required}`, 'IfMatch', () => ({
      name: 'If-Match',
      in: 'header',
      description:
        'The `ETag` of the representation that the change starts from. If the resource has changed since, the answer is 412.',
      required,
      schema: { type: 'string' },
      example: '"33a64df5"',
    }));
  }
  return declaredParameter(scope, parameter, 'header', name);
}

function idempotencyKey({ parts }: OpenApiScope, operation: Operation): TreeMap[] {
  const declared = operation.parameters.some((one) => /^idempotency-key$/i.test(one.wireName));
  if (declared || !needsIdempotencyKey(operation)) return [];
  return [
    parts.use('parameters', 'IdempotencyKey', 'IdempotencyKey', () => ({
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'A key that the client makes up for each new request and repeats when it tries again, so that the request takes effect once. Follows the IETF draft draft-ietf-httpapi-idempotency-key-header, which is no standard yet.',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
    })),
  ];
}

/** GET, PUT and DELETE are idempotent by HTTP itself. */
export function needsIdempotencyKey(operation: Operation): boolean {
  return operation.idempotent && (operation.method === 'POST' || operation.method === 'PATCH');
}

/** The version that the client speaks, where the style puts it into a header or the query. */
function versionParameter(
  { parts, config, api }: OpenApiScope,
  place: 'header' | 'query',
): TreeMap[] {
  if (config.style.versioning !== place) return [];
  const major = (api.version ?? '1').split('.')[0]!;
  return [
    parts.use('parameters', 'ApiVersion', 'ApiVersion', () => ({
      name: place === 'header' ? 'API-Version' : 'api-version',
      in: place,
      description: 'The major version of the API that the client speaks.',
      required: false,
      schema: { type: 'string', default: major },
      example: major,
    })),
  ];
}

function undeclared(name: string): TreeMap {
  return {
    name,
    in: 'path',
    description: `${humanize(name)}.`,
    required: true,
    schema: { type: 'string' },
    example: humanize(name).toLowerCase().replaceAll(' ', '-'),
  };
}
