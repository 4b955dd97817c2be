import { isQuery } from './idempotency.js';
import { find } from './lookup.js';
import type { Call } from './elements/edges.js';
import type { Model } from './model.js';

/**
 * Whether a call orders something done whose outcome the caller has no use for: its operation is no
 * query, answers with nothing (204, or 202 alone) and raises no errors. Unknown operations and calls
 * that name the `fields` they use do not count.
 */
export function isFireAndForget(model: Model, { toOperation, policies }: Call): boolean {
  const operation = find(model, 'operation', toOperation);
  if (!operation || isQuery(operation) || policies.fields !== undefined) return false;
  return operation.result.type === undefined && operation.raises.length === 0;
}
