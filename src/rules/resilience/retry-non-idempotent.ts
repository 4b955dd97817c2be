import { isIdempotent } from '../../model/idempotency.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Operation } from '../../model/elements/operations.js';
import { defineRule, type Fix } from '../rule.js';
import { times } from '../text.js';

export const retryNonIdempotent = defineRule({
  id: 'retry-non-idempotent',
  category: 'resilience',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'if-declared', fact: 'retries' },
  summary: 'A call is retried though its operation is not idempotent.',
  sources: [
    'Google: Google API Improvement Proposals (@126bed45b), AIP-194 (2026)',
    'Zalando: RESTful API and Event Guidelines (@67505882), rules 229 and 230 (2025)',
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
  ],
  messages: {
    retried: {
      what: 'The call from `{from}` to `{operation}` is retried {retries}, but the operation is not idempotent.',
      why: 'When the answer is lost, not the request, a retry does it again: two orders, two payments.',
      remedy: 'Make the operation `idempotent` with an idempotency key, or remove the retry.',
    },
  },
  visit({ model, report }) {
    return {
      call(call) {
        const { retry = 0, idempotent, spans } = call.policies;
        if (retry <= 0 || idempotent) return;
        const operation = find(model, 'operation', call.toOperation);
        if (!operation || isIdempotent(operation)) return;
        const retrySpan = spans['retry'];
        const fixes: Fix[] = [];
        if (retrySpan) {
          fixes.push({ title: 'Remove the retry', edits: [{ span: retrySpan, text: '' }] });
        }
        fixes.push(...markIdempotent(operation));
        report({
          message: 'retried',
          data: {
            from: nameOfId(call.from),
            operation: nameOfId(operation.id),
            retries: times(retry),
          },
          span: retrySpan ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          related: [{ span: operation.nameSpan, message: 'The operation.' }],
          fixes,
        });
      },
    };
  },
});

/** Only where the operation has no block yet: its end is then the place for one. */
function markIdempotent(operation: Operation): Fix[] {
  const { result, raises, span, nameSpan } = operation;
  const last = raises.at(-1)?.span.end ?? result.span?.end;
  const bare = last?.line === span.end.line && last.column === span.end.column;
  if (!bare) return [];
  const place = { file: nameSpan.file, start: span.end, end: span.end };
  return [
    {
      title: `Make ${operation.name} idempotent`,
      edits: [{ span: place, text: ' { idempotent }' }],
    },
  ];
}
