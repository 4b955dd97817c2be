import { find, nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { wordsOf } from '../../language/names.js';
import { callNumbers } from '../../model/call-numbers.js';
import { defineRule } from '../rule.js';

export const chattyPair = defineRule({
  id: 'chatty-pair',
  category: 'communication',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'One service asks another one many times for one request, or once for each item.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  options: {
    pairMax: { default: 3, minimum: 1, description: 'Calls for one request that are still fine.' },
  },
  messages: {
    many: {
      what: '`{from}` calls `{service}` {count} times for one request.',
      why: 'Every call costs a round trip, and the two cannot be understood or changed one by one.',
      remedy: 'Offer one operation that answers all of it, or move what belongs together.',
    },
    perItem: {
      what: '`{from}` calls `{to}` once for each item.',
      why: 'A list of a hundred costs a hundred round trips; what is fast in a test is slow in production.',
      remedy: '{remedy}.',
    },
  },
  check({ model, options, report }) {
    for (const calls of pairs(model, options.pairMax)) {
      const [first] = calls;
      if (!first) continue;
      const count = callsForOneRequest(calls);
      if (count > options.pairMax) {
        report({
          message: 'many',
          data: { from: nameOfId(first.from), service: nameOfId(first.toService), count },
          span: first.targetSpan,
          element: first.id,
          elements: [first.from, first.toService, ...calls.map(({ id }) => id)],
          related: calls.slice(1).map(({ targetSpan, to }) => ({
            span: targetSpan,
            message: `\`${nameOfId(to)}\` as well.`,
          })),
          facts: { calls: count },
        });
      }
      if (calls.some((call) => isBatch(model, call))) continue;
      for (const call of calls) {
        if (call.policies.times !== 'per-item') continue;
        report({
          message: 'perItem',
          data: { from: nameOfId(call.from), to: nameOfId(call.to), remedy: remedy(model, call) },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
        });
      }
    }
  },
});

/**
 * Calls of one operation, handler or service to one other service, in the order of the text. Only
 * of services with so many calls, or calls so often, that it may be worth saying.
 */
function pairs(model: Model, most: number): Iterable<readonly Call[]> {
  const { calls } = model;
  const { ids, fromService, toService } = callNumbers(model);
  const counts = new Float64Array(ids.length);
  let isBusy = false;
  for (let at = 0; at < calls.length; at++) {
    const { times } = calls[at]!.policies;
    const from = fromService[at]!;
    if (from < 0) continue;
    counts[from]! += times === 'per-item' ? Infinity : times;
    if (counts[from]! > most) isBusy = true;
  }
  if (!isBusy) return [];
  const found = new Map<string, Call[]>();
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at]!;
    const from = fromService[at]!;
    if (from < 0 || from === toService[at] || counts[from]! <= most) continue;
    const key = `${call.handler ?? call.from} ${call.toService}`;
    const known = found.get(key);
    if (known) known.push(call);
    else found.set(key, [call]);
  }
  return found.values();
}

/**
 * What the calls of one operation or handler add up to. Calls of a service as a whole may belong to
 * different requests, so of those the most frequent one counts.
 */
function callsForOneRequest(calls: readonly Call[]): number {
  const counts = calls.map(({ policies: { times } }) => (times === 'per-item' ? 1 : times));
  const asAWhole = calls.every(
    ({ fromOperation, handler }) => fromOperation === undefined && handler === undefined,
  );
  return asAWhole ? Math.max(...counts) : counts.reduce((sum, count) => sum + count, 0);
}

const batchWords: ReadonlySet<string> = new Set(['batch', 'bulk', 'list', 'search', 'all']);

function isBatch(model: Model, { toOperation, policies }: Call): boolean {
  const name = find(model, 'operation', toOperation)?.name;
  return policies.times !== 'per-item' && name !== undefined && isBatchName(name);
}

function isBatchName(name: string): boolean {
  return wordsOf(name).some((word) => batchWords.has(word));
}

/** Names an operation of the callee's that takes several at once, where there is one. */
function remedy(model: Model, { toService }: Call): string {
  const service = model.elements.get(toService);
  const apis = service?.kind === 'service' || service?.kind === 'external' ? service.apis : [];
  const batch = apis
    .flatMap((id) => find(model, 'api', id)?.operations ?? [])
    .map((id) => find(model, 'operation', id)?.name ?? '')
    .find(isBatchName);
  return batch === undefined
    ? `Add an operation to \`${nameOfId(toService)}\` that takes all of them at once`
    : `Call \`${batch}\` with all of them at once`;
}
