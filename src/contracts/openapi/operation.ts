/** One operation of a REST API as an OpenAPI operation object. */
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import { camelCase, humanize } from '../naming.js';
import { titleOf } from '../owner.js';
import { markdown, paragraphs, sentence } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import { content } from './media.js';
import { parametersOf, takesIfMatch } from './parameters.js';
import type { PlacedOperation } from './path-template.js';
import { mediaType, responsesOf } from './responses.js';
import type { OpenApiScope } from './scope.js';
import { operationSecurity, scopesInWords } from './security.js';

/**
 * @param operationId unique in the document
 * @param siblings all operations on the same path
 */
export function operationObject(
  scope: OpenApiScope,
  placed: PlacedOperation,
  operationId: string,
  siblings: readonly PlacedOperation[],
): TreeMap {
  const { operation } = placed;
  const parameters = parametersOf(scope, placed);
  return compact({
    operationId,
    summary: summaryOf(operation),
    description: descriptionOf(scope, operation),
    tags: [scope.api.name],
    deprecated: operation.deprecated ? true : undefined,
    'x-sunset': operation.deprecated?.sunset,
    'x-arch-id': operation.id,
    'x-arch-kind': 'operation',
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: requestBody(scope, operation),
    responses: responsesOf(scope, placed, isGuarded(placed, siblings)),
    security: operationSecurity(scope, operation),
  });
}

export function summaryOf(operation: Operation): string {
  return operation.summary?.trim() || operation.title?.trim() || humanize(operation.name);
}

function descriptionOf(scope: OpenApiScope, operation: Operation): string {
  const { deprecated } = operation;
  return paragraphs(
    operation.doc === undefined ? sentence(summaryOf(operation)) : markdown(operation.doc),
    [
      ids('Handles', operation.handles),
      ids('Changes', operation.modifies),
      ids('Emits', operation.emits),
      scopesInWords(scope, operation),
    ]
      .filter((text) => text !== '')
      .join(' '),
    deprecated &&
      [
        deprecated.replacement ? sentence(`Deprecated: ${deprecated.replacement}`) : 'Deprecated.',
        deprecated.sunset ? `It stops to answer on ${deprecated.sunset}.` : '',
      ]
        .join(' ')
        .trim(),
  );
}

function ids(verb: string, references: readonly { readonly target: ElementId }[]): string {
  const names = [...new Set(references.map(({ target }) => `\`${nameOfId(target)}\``))].sort();
  return names.length === 0 ? '' : `${verb} ${names.join(', ')}.`;
}

/** Whether its representation carries an `ETag`: someone changes this path under `If-Match`. */
function isGuarded({ operation }: PlacedOperation, siblings: readonly PlacedOperation[]): boolean {
  const reads = operation.method === 'GET' || operation.method === 'HEAD';
  const represents =
    operation.result.type !== undefined && !operation.result.paged && !operation.result.stream;
  return (
    represents &&
    (takesIfMatch(operation) || (reads && siblings.some((one) => takesIfMatch(one.operation))))
  );
}

function requestBody(scope: OpenApiScope, operation: Operation): TreeMap | undefined {
  const parameter = operation.parameters.find((one) => one.in === 'body');
  if (!parameter) return undefined;
  const { schemas } = scope;
  const example = schemas.example(parameter.type, parameter.constraints, parameter.name, 'request');
  return compact({
    description:
      parameter.doc === undefined ? bodyDescription(scope, operation) : markdown(parameter.doc),
    required: !parameter.optional,
    content: {
      [mediaType(scope)]: content(schemas.place(parameter), [[camelCase(operation.name), example]]),
    },
  });
}

function bodyDescription({ schemas }: OpenApiScope, operation: Operation): string {
  const { type } = operation.parameters.find((one) => one.in === 'body')!;
  const element = type.shape === 'named' ? schemas.model.elements.get(type.target) : undefined;
  const text =
    element && 'title' in element && element.title !== undefined ? titleOf(element) : 'The request';
  return sentence(text);
}
