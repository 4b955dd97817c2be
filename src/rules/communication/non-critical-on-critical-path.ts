import { criticalPath } from '../../model/criticality.js';
import { nameOfId } from '../../model/lookup.js';
import { isMediator } from '../../model/mediators.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { isFireAndForget } from '../../model/needs-result.js';
import { sagaTargets } from '../../model/sagas.js';
import { defineRule } from '../rule.js';
import { addPolicy } from '../policy-fix.js';

export const nonCriticalOnCriticalPath = defineRule({
  id: 'non-critical-on-critical-path',
  category: 'communication',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A critical service waits for something that it could do without.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
    'M. Nygard: Release It! 2nd ed. (2018)',
  ],
  messages: {
    waits: {
      what: '`{from}` is on a critical path and waits for `{to}`, {reason}.',
      why: 'What is not needed makes the critical path slower and, without a fallback, less available.',
      remedy: 'Publish an event instead of the call, or add a `fallback`.',
    },
  },
  visit({ model, report }) {
    const critical = criticalPath(model);
    const saga = sagaTargets(model);
    return {
      call(call) {
        const { fromService, toService, handler, policies, to } = call;
        if (fromService === undefined || fromService === toService) return;
        if (handler !== undefined || policies.fallback !== undefined) return;
        if (!critical.has(fromService)) return;
        const reason = saga.has(to) ? optional(call) : (optional(call) ?? unused(model, call));
        if (reason === undefined) return;
        report({
          message: 'waits',
          data: { from: nameOfId(call.from), to: nameOfId(to), reason },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, to],
          fixes: addPolicy(call, 'fallback "go on without it"'),
        });
      },
    };
  },
});

function optional({ policies }: Call): string | undefined {
  return policies.optional ? 'which is optional' : undefined;
}

/** Users of gateways and frontends wait for the outcome, so those are exempt. */
function unused(model: Model, call: Call): string | undefined {
  if (isMediator(model, call.fromService) || !isFireAndForget(model, call)) return undefined;
  return 'which answers nothing';
}
