import { callsTo } from '../../model/edge-index.js';
import { find } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';
import { writtenDuration } from '../../model/quantities.js';
import { latencyTarget } from '../../model/requirements.js';
import { worstCaseOf } from '../../model/worst-case.js';

/**
 * A timeout as it is written: half as much again as the callee’s p99, else what is usual; no more
 * than the caller promises and its callers wait, but never less than the callee may take.
 *
 * @param usual where the callee has no objective
 */
export function suggestedTimeout(model: Model, call: Call, usual: Milliseconds): string {
  const target = latencyTarget(model, call, 'p99');
  const wanted = target === undefined ? usual : Math.ceil(target * 1.5);
  const others = hasTimeouts(model);
  const waits = others ? callersWait(model, call) : Infinity;
  const takes = others ? worstCaseOf(model, call).total : 0;
  const atMost = Math.min(promisedLatency(model, call) ?? Infinity, waits);
  return writtenDuration(Math.max(Math.min(wanted, atMost), target ?? 0, takes));
}

const answers = new WeakMap<Model, boolean>();

/** Whether any call has a timeout: where none has, none needs to be looked for. */
function hasTimeouts(model: Model): boolean {
  let known = answers.get(model);
  if (known === undefined) {
    known = model.calls.some(({ policies }) => policies.timeout !== undefined);
    answers.set(model, known);
  }
  return known;
}

/** The p99 that the caller promises: its operation’s, else its service’s. Nobody waits for handlers. */
export function promisedLatency(model: Model, call: Call): Milliseconds | undefined {
  if (call.handler !== undefined) return undefined;
  return (
    find(model, 'operation', call.fromOperation)?.slo?.p99 ??
    find(model, 'service', call.fromService)?.slo?.p99
  );
}

/** The shortest time that somebody waits for the caller. */
function callersWait(model: Model, { fromService, handler }: Call): Milliseconds {
  if (fromService === undefined || handler !== undefined) return Infinity;
  return callsTo(model, fromService).reduce(
    (least, { policies }) => Math.min(least, policies.timeout ?? Infinity),
    Infinity,
  );
}
