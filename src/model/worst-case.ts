import { callNumbers } from './call-numbers.js';
import { callsAsAWhole, callsOfOperation, indexBy } from './edge-index.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Milliseconds } from './elements/literals.js';
import type { Operation } from './elements/operations.js';
import type { Model } from './model.js';

/** What a request may wait for, and the calls that make it up. */
export interface WorstCase {
  readonly total: Milliseconds;
  /** Calls with a timeout that count, each with its share. */
  readonly parts: readonly { readonly call: Call; readonly share: Milliseconds }[];
}

const nothing: WorstCase = { total: 0, parts: [] };

/**
 * How long whoever answers a call may itself wait, when everything that it calls runs into its
 * timeout at every attempt: calls one after the other add up, of those marked `parallel` the
 * slowest counts. Pauses between attempts have no declared length and count nothing; neither do
 * calls without a timeout. A call that names no operation may reach any of the service.
 */
export function worstCaseOf(
  model: Model,
  { toOperation, toService }: Pick<Call, 'toOperation' | 'toService'>,
): WorstCase {
  let known = cases.get(model);
  if (!known) cases.set(model, (known = new Map<ElementId, WorstCase>()));
  const target = toOperation ?? toService;
  let worst = known.get(target);
  if (!worst) known.set(target, (worst = compute(model, toOperation, toService)));
  return worst;
}

/**
 * What each service and external may wait for at most, by its number, if all of its calls followed
 * each other: never less than the worst case of a call to it.
 */
export function longestWaits(model: Model): Float64Array {
  const { calls } = model;
  const { fromService, ids } = callNumbers(model);
  const waits = new Float64Array(ids.length);
  for (let at = 0; at < calls.length; at++) {
    const from = fromService[at]!;
    if (from >= 0) waits[from]! += shareOf(calls[at]!) ?? 0;
  }
  return waits;
}

const cases = new WeakMap<Model, Map<ElementId, WorstCase>>();

function compute(
  model: Model,
  toOperation: ElementId | undefined,
  toService: ElementId,
): WorstCase {
  const own = toOperation === undefined ? [] : callsOfOperation(model, toOperation);
  if (own.length > 0) return worstOf(own);
  const whole = worstOf(callsAsAWhole(model, toService));
  if (toOperation !== undefined) return whole;
  return (indexBy(model.operations, offeredBy).get(toService) ?? [])
    .map(({ id }) => worstOf(callsOfOperation(model, id)))
    .reduce((worst, next) => (next.total > worst.total ? next : worst), whole);
}

function worstOf(calls: readonly Call[]): WorstCase {
  const parts: { call: Call; share: Milliseconds }[] = [];
  let slowest: (typeof parts)[number] | undefined;
  let total = 0;
  for (const call of calls) {
    const share = shareOf(call);
    if (share === undefined) continue;
    const part = { call, share };
    if (!call.policies.parallel) {
      parts.push(part);
      total += part.share;
    } else if (!slowest || part.share > slowest.share) slowest = part;
  }
  if (slowest) parts.push(slowest);
  return parts.length === 0 ? nothing : { total: total + (slowest?.share ?? 0), parts };
}

/** How long a call may take with all of its attempts; undefined where it has no timeout. */
function shareOf({ policies }: Call): Milliseconds | undefined {
  const { timeout, retry = 0, times } = policies;
  if (timeout === undefined) return undefined;
  return timeout * (1 + retry) * (typeof times === 'number' ? times : 1);
}

const offeredBy = (operation: Operation) => operation.service;
