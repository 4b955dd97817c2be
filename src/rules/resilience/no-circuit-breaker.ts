import { hasMesh } from '../../model/mesh.js';
import { kindOfId, nameOfId } from '../../model/lookup.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';

export const noCircuitBreaker = defineRule({
  id: 'no-circuit-breaker',
  category: 'resilience',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'resilience',
    declared: (model) => model.calls.some(({ policies }) => policies.circuitBreaker),
  },
  summary: 'A synchronous call has no circuit breaker, and no mesh provides one.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'M. Nygard: Release It! 2nd ed. (2018)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
  ],
  messages: {
    missing: {
      what: 'The call from `{from}` to `{to}` has no circuit breaker.',
      why: 'While `{service}` is down, every request still tries it, waits, and keeps it from recovering.',
      remedy: 'Add `circuit-breaker`, or declare the `mesh` that provides it on the system.',
    },
  },
  visit({ model, report }) {
    if (hasMesh(model)) return {};
    return {
      call(call) {
        if (call.fromService === undefined || kindOfId(call.fromService) === 'external') return;
        if (call.policies.circuitBreaker || call.fromService === call.toService) return;
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
          fixes: addPolicy(call, 'circuit-breaker'),
        });
      },
    };
  },
});
