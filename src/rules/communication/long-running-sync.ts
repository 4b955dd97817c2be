import { callsTo, callsToOperation } from '../../model/edge-index.js';
import { find } from '../../model/lookup.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Service } from '../../model/elements/services.js';
import type { Slo } from '../../model/elements/slo.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { readableDuration } from '../../model/quantities.js';

export const longRunningSync = defineRule({
  id: 'long-running-sync',
  category: 'communication',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Callers wait for an operation that takes long.',
  sources: [
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  options: {
    lroMs: {
      default: 5000,
      minimum: 1,
      description: 'Latency in milliseconds above which nobody should wait.',
    },
  },
  messages: {
    long: {
      what: '`{name}` may take {time}, and {who} for it.',
      why: 'Connections time out on the way, clients repeat what is still running, and threads wait for nothing.',
      remedy:
        'Answer `202` at once with a place to ask for the result, stream it, or take a command message.',
    },
  },
  visit({ model, options, report }) {
    return {
      operation(operation) {
        const time = slowest(operation.slo);
        if (time <= options.lroMs || !find(model, 'service', operation.service)) return;
        if (!keepsWaiting(operation)) return;
        const who = waiting(model, operation);
        if (who === undefined) return;
        report({
          message: 'long',
          data: { name: operation.name, time: readableDuration(time), who },
          span: operation.slo?.spans.p99 ?? operation.nameSpan,
          element: operation.id,
          facts: { latencyMs: time },
        });
      },
      service(service) {
        const time = slowest(service.slo);
        if (time <= options.lroMs) return;
        const who = waitingForService(model, service);
        if (who === undefined) return;
        report({
          message: 'long',
          data: { name: service.name, time: readableDuration(time), who },
          span: service.slo?.spans.p99 ?? service.nameSpan,
          element: service.id,
          facts: { latencyMs: time },
        });
      },
    };
  },
});

/** The longest latency among the objectives; 0 without any. */
function slowest(slo: Slo | undefined): Milliseconds {
  return Math.max(0, slo?.p50 ?? 0, slo?.p75 ?? 0, slo?.p90 ?? 0, slo?.p95 ?? 0, slo?.p99 ?? 0);
}

/** Whether it answers when the work is done, and once. */
function keepsWaiting({ result, operationKind }: Operation): boolean {
  return !result.stream && result.status !== 202 && operationKind !== 'subscription';
}

/** Whether the objective of its service stands for an operation. */
function isAsSlowAsService(operation: Operation): boolean {
  return slowest(operation.slo) === 0 && keepsWaiting(operation);
}

function waitingForService(model: Model, { id, apis }: Service): string | undefined {
  const isWaitedFor = callsTo(model, id).some(({ fromService, toOperation }) => {
    const operation = find(model, 'operation', toOperation);
    return fromService !== id && (operation === undefined || isAsSlowAsService(operation));
  });
  if (isWaitedFor) return 'its callers wait';
  const isPublic = apis
    .flatMap((api) => find(model, 'api', api)?.operations ?? [])
    .flatMap((operation) => find(model, 'operation', operation) ?? [])
    .some((operation) => operation.audience === 'public' && isAsSlowAsService(operation));
  return isPublic ? 'everybody may wait' : undefined;
}

function waiting(model: Model, { id, audience }: Operation): string | undefined {
  if (callsToOperation(model, id).length > 0) return 'its callers wait';
  return audience === 'public' ? 'everybody may wait' : undefined;
}
