import { find } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import type { Correspondence } from '../compare/correspondence.js';
import type { MessagePair, OperationPair } from './contract.js';

type Side = NonNullable<OperationPair['after']>;

/**
 * Operations of two revisions. What has no counterpart by name, but the same method and path in the
 * same API, is the same operation on the wire.
 */
export function operationPairs(
  before: Model,
  after: Model,
  { former, latter }: Correspondence,
): OperationPair[] {
  const side = (model: Model, operation: Operation): Side | undefined => {
    const api = find(model, 'api', operation.api);
    return api ? { operation, api } : undefined;
  };
  const pairs: OperationPair[] = [];
  const gone = new Map<string, Side>();
  for (const operation of before.operations) {
    const old = side(before, operation);
    if (!old) continue;
    const now = find(after, 'operation', latter.get(operation.id));
    const fresh = now && side(after, now);
    if (fresh) pairs.push({ before: old, after: fresh });
    else gone.set(wireKey(old, latter.get(old.api.id) ?? old.api.id), old);
  }
  for (const operation of after.operations) {
    const fresh = former.has(operation.id) ? undefined : side(after, operation);
    if (!fresh) continue;
    const key = wireKey(fresh, fresh.api.id);
    const old = gone.get(key);
    gone.delete(key);
    pairs.push(old ? { before: old, after: fresh } : { after: fresh });
  }
  return [...pairs, ...[...gone.values()].map((old) => ({ before: old }))];
}

function wireKey({ operation, api }: { operation: Operation; api: Api }, apiId: ElementId): string {
  if (api.style !== 'rest') return operation.id;
  const path = (operation.fullPath ?? '').replaceAll(/\{[^}]*\}/g, '{}');
  return `${apiId} ${operation.method ?? ''} ${path}`;
}

/** Events and commands of two revisions. */
export function messagePairs(
  before: Model,
  after: Model,
  { former, latter }: Correspondence,
): MessagePair[] {
  const then = [...before.events, ...before.commands];
  const byId = new Map(then.map((message) => [message.id, message]));
  const pairs = [...after.events, ...after.commands].map((message): MessagePair => {
    const old = byId.get(former.get(message.id) ?? '');
    return old ? { before: old, after: message } : { after: message };
  });
  return [...pairs, ...then.filter(({ id }) => !latter.has(id)).map((old) => ({ before: old }))];
}
