import type { ErrorType } from '../../model/elements/messages.js';
import { statusOf } from '../openapi/problem.js';

/**
 * The gRPC status that an error's HTTP status means, as the comments on the codes in
 * google/rpc/code.proto map them.
 */
const codes: ReadonlyMap<number, string> = new Map([
  [400, 'INVALID_ARGUMENT'],
  [401, 'UNAUTHENTICATED'],
  [403, 'PERMISSION_DENIED'],
  [404, 'NOT_FOUND'],
  [409, 'ABORTED'],
  [412, 'FAILED_PRECONDITION'],
  [422, 'FAILED_PRECONDITION'],
  [429, 'RESOURCE_EXHAUSTED'],
  [499, 'CANCELLED'],
  [500, 'INTERNAL'],
  [501, 'UNIMPLEMENTED'],
  [503, 'UNAVAILABLE'],
  [504, 'DEADLINE_EXCEEDED'],
]);

export function errorStatus(error: ErrorType): string {
  return codes.get(statusOf(error)) ?? (statusOf(error) < 500 ? 'FAILED_PRECONDITION' : 'INTERNAL');
}
