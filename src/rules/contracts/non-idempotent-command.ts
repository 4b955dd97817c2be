import { tierOf } from '../../model/criticality.js';
import { callsToOperation } from '../../model/edge-index.js';
import { isIdempotent, isQuery } from '../../model/idempotency.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { addStatement } from '../statement-fix.js';
import { defineRule } from '../rule.js';

export const nonIdempotentCommand = defineRule({
  id: 'non-idempotent-command',
  category: 'contracts',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'contracts',
    declared: (model) =>
      model.operations.some((operation) => operation.idempotent && !isQuery(operation)),
  },
  summary: 'A command that may well arrive twice does not say that doing it twice is safe.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  messages: {
    unsafe: {
      what: '`{operation}` changes something and is not idempotent, though {reason}.',
      why: 'When an answer gets lost, the caller can only repeat the request, and then it is done twice.',
      remedy:
        'Tell repetitions apart, such as by a header "Idempotency-Key", and add `idempotent`.',
    },
  },
  visit({ model, report }) {
    return {
      operation(operation) {
        if (isQuery(operation) || isIdempotent(operation)) return;
        const reason = reasonOf(model, operation);
        if (reason === undefined) return;
        report({
          message: 'unsafe',
          data: { operation: operation.name, reason },
          span: operation.nameSpan,
          element: operation.id,
          fixes: [addStatement(operation, 'idempotent')],
        });
      },
    };
  },
});

/** Why repetitions are to be expected or would hurt: its audience, its callers, its service. */
function reasonOf(model: Model, { id, audience, service }: Operation): string | undefined {
  if (!find(model, 'service', service)) return undefined;
  if (audience === 'public' || audience === 'partner') return `its audience is ${audience}`;
  const retrying = callsToOperation(model, id).find(({ policies }) => (policies.retry ?? 0) > 0);
  if (retrying) return `\`${nameOfId(retrying.from)}\` retries it`;
  return tierOf(model, service) === 1 ? `\`${nameOfId(service)}\` is critical` : undefined;
}
