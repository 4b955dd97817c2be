import { kindOfId, nameOfId } from '../../model/lookup.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { suggestedTimeout } from './suggested-timeout.js';

export const noTimeout = defineRule({
  id: 'no-timeout',
  category: 'resilience',
  severity: 'warning',
  scope: 'file',
  severityNote: 'warning (error if no-circuit-breaker also fires)',
  gate: {
    kind: 'absence',
    aspect: 'resilience',
    declared: (model) => model.calls.some(({ policies }) => policies.timeout !== undefined),
  },
  summary: 'A synchronous call has no timeout.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
    'M. Nygard: Release It! 2nd ed. (2018)',
  ],
  messages: {
    missing: {
      what: 'The call from `{from}` to `{to}` has no timeout.',
      why: 'When `{service}` hangs, its callers hang with it, until they have no thread or connection left for anything else.',
      remedy: 'Add a `timeout` a little above the latency that `{service}` promises.',
    },
    /** Where there is no breaker either: `subsume` says so, which knows of both. */
    neither: {
      what: 'The call from `{from}` to `{to}` has neither a timeout nor a circuit breaker.',
      why: 'When `{service}` hangs, its callers hang with it; and while it is down, every request still tries it and waits.',
      remedy:
        'Add `circuit-breaker`, and a `timeout` a little above the latency that `{service}` promises.',
    },
  },
  visit({ model, report }) {
    return {
      call(call) {
        const { fromService, toService, policies } = call;
        if (fromService === undefined || policies.timeout !== undefined) return;
        // Others set the timeouts of what others run, and what stays in a service needs none.
        if (kindOfId(fromService) === 'external' || fromService === toService) return;
        report({
          message: 'missing',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            service: nameOfId(call.toService),
          },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          facts: { circuitBreaker: policies.circuitBreaker },
          fixes: addPolicy(call, `timeout ${suggestedTimeout(model, call, 1000)}`),
        });
      },
    };
  },
});
