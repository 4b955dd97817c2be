import { foldedName, wordsOf } from '../language/names.js';
import type { Operation } from './elements/operations.js';

const idempotentMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);

/** `Idempotency-Key` (IETF draft) and AIP-155's `request_id`, folded. */
const idempotencyKeys: ReadonlySet<string> = new Set(['idempotencykey', 'requestid']);

const readingVerbs: ReadonlySet<string> = new Set([
  'get',
  'list',
  'search',
  'find',
  'watch',
  'lookup',
  'read',
  'query',
  'check',
  'count',
  'preview',
  'quote',
  'calculate',
  'compute',
  'estimate',
]);

/** Whether an operation only reads: GET and HEAD, GraphQL queries, RPCs named like a read. */
export function isQuery(operation: Operation): boolean {
  const { operationKind, method, name, modifies, emits } = operation;
  if (operationKind === 'rest')
    return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  if (operationKind === 'query' || operationKind === 'subscription') return true;
  if (operationKind === 'mutation') return false;
  const [first = '', second] = wordsOf(name);
  const reads = readingVerbs.has(first) || (first === 'batch' && second === 'get');
  return reads && modifies.length === 0 && emits.length === 0;
}

/**
 * Whether doing it twice has the effect of doing it once: declared, a read, a key in the request
 * that tells repetitions apart, or an HTTP method that RFC 9110 (section 9.2.2) defines as
 * idempotent.
 */
export function isIdempotent(operation: Operation): boolean {
  return (
    operation.idempotent ||
    isQuery(operation) ||
    operation.parameters.some(({ wireName }) => idempotencyKeys.has(foldedName(wireName))) ||
    (operation.method !== undefined && idempotentMethods.has(operation.method))
  );
}
