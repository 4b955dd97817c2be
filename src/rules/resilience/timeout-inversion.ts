import { nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import { callNumbers } from '../../model/call-numbers.js';
import { longestWaits, worstCaseOf } from '../../model/worst-case.js';
import { setPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { readableDuration, writtenDuration } from '../../model/quantities.js';

export const timeoutInversion = defineRule({
  id: 'timeout-inversion',
  category: 'resilience',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'timeouts' },
  summary: 'A caller gives up before what it calls has used up its own timeouts.',
  sources: [
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
  ],
  messages: {
    inverted: {
      what: '`{from}` waits {timeout} for `{to}`, which may itself wait {worst}: {sum}.',
      why: 'The caller gives up while `{to}` works on; the answer is thrown away, and a retry doubles the work.',
      remedy: 'Raise the outer timeout to {worst}, or lower the inner timeouts and retries.',
    },
  },
  check({ model, report }) {
    const { calls } = model;
    const { toService } = callNumbers(model);
    const waits = longestWaits(model);
    for (let at = 0; at < calls.length; at++) {
      const call = calls[at]!;
      const { timeout } = call.policies;
      // Most have time for all that the service may wait for, whichever operation they call.
      if (timeout === undefined || timeout >= waits[toService[at]!]!) continue;
      const { total, parts } = worstCaseOf(model, call);
      if (timeout >= total) continue;
      report({
        message: 'inverted',
        data: {
          from: nameOfId(call.from),
          to: nameOfId(call.to),
          timeout: readableDuration(timeout),
          worst: readableDuration(total),
          sum: parts.map((part) => summand(part.call)).join(' + '),
        },
        span: call.policies.spans['timeout'] ?? call.targetSpan,
        element: call.id,
        elements: [call.from, call.to],
        related: parts.map((part) => ({
          span: part.call.targetSpan,
          message: `\`${nameOfId(part.call.to)}\` may take ${readableDuration(part.share)}.`,
        })),
        fixes: setPolicy(call, 'timeout', `timeout ${writtenDuration(total)}`),
        facts: { timeoutMs: timeout, worstMs: total },
      });
    }
  },
});

/** `400 ms × 3 for Payments.PaymentService`. */
function summand({ policies, to }: Call): string {
  const { timeout = 0, retry = 0, times } = policies;
  const attempts = (1 + retry) * (typeof times === 'number' ? times : 1);
  const factor = attempts > 1 ? ` × ${attempts}` : '';
  return `${readableDuration(timeout)}${factor} for \`${nameOfId(to)}\``;
}
