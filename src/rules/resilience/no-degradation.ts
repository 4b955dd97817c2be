import { criticalPath, tierOf } from '../../model/criticality.js';
import { isQuery } from '../../model/idempotency.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';

export const noDegradation = defineRule({
  id: 'no-degradation',
  category: 'resilience',
  severity: 'info',
  gate: {
    kind: 'absence',
    aspect: 'resilience',
    declared: (model) =>
      model.calls.some(
        ({ policies }) => policies.fallback !== undefined || policies.cached !== undefined,
      ),
  },
  summary: 'A call on a critical path that could do without its answer has no fallback or cache.',
  sources: [
    'M. Nygard: Release It! 2nd ed. (2018)',
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  messages: {
    none: {
      what: '`{from}` has neither fallback nor cache for `{to}`, {reason}.',
      why: 'The critical path fails or waits with something that it could do without.',
      remedy:
        'Add a `fallback` (a static or an older answer), or `cached` with how long answers are kept.',
    },
  },
  visit({ model, report }) {
    const critical = criticalPath(model);
    return {
      call(call) {
        const { fallback, cached } = call.policies;
        if (call.fromService === undefined || !critical.has(call.fromService)) return;
        if (fallback !== undefined || cached !== undefined) return;
        const reason = dispensable(model, call);
        if (reason === undefined) return;
        report({
          message: 'none',
          data: { from: nameOfId(call.from), to: nameOfId(call.to), reason },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          fixes: addPolicy(call, 'cached 5m'),
        });
      },
    };
  },
});

/** Why the caller could answer without it: optional, or a query of something less critical. */
function dispensable(model: Model, call: Call): string | undefined {
  if (call.policies.optional) return 'which is optional';
  const operation = find(model, 'operation', call.toOperation);
  const tier = tierOf(model, call.toService);
  if (!operation || !isQuery(operation) || tier === undefined || tier === 1) return undefined;
  return 'a query of something less critical';
}
