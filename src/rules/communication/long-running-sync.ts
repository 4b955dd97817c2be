import { callsTo, callsToOperation } from '../../model/edge-index.js';
import { find } from '../../model/lookup.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import type { Operation } from '../../model/elements/operations.js';
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
        if (operation.result.stream || operation.result.status === 202) return;
        if (operation.operationKind === 'subscription') return;
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
        if (time <= options.lroMs || !callsTo(model, service.id).some(namesNoOperation)) return;
        report({
          message: 'long',
          data: { name: service.name, time: readableDuration(time), who: 'its callers wait' },
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

function namesNoOperation({ toOperation }: { readonly toOperation?: string }): boolean {
  return toOperation === undefined;
}

function waiting(model: Model, { id, audience }: Operation): string | undefined {
  if (callsToOperation(model, id).length > 0) return 'its callers wait';
  return audience === 'public' ? 'everybody may wait' : undefined;
}
