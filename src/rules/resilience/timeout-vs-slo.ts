import { entriesOf, requestGraph } from '../../model/call-graph.js';
import { callsReachedFrom } from '../../model/reach.js';
import { nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import { latencyTarget } from '../../model/requirements.js';
import { setPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { promisedLatency } from './suggested-timeout.js';
import { readableDuration, writtenDuration } from '../../model/quantities.js';

export const timeoutVsSlo = defineRule({
  id: 'timeout-vs-slo',
  category: 'resilience',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'timeouts and objectives' },
  summary: 'A timeout does not fit the latency objectives on both sides of its call.',
  sources: [
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
  ],
  options: {
    hardCapMs: {
      default: 30000,
      minimum: 1,
      description: 'Timeout in milliseconds that nobody at the entry waits for.',
    },
  },
  messages: {
    longerThanOwn: {
      what: '`{from}` promises a p99 of {target}, but waits up to {timeout} for `{to}`.',
      why: 'One slow answer of `{to}` breaks the promise long before the timeout ends the wait.',
      remedy: 'Set the timeout below {target}, with room for the work of `{from}` itself.',
    },
    shorterThanCallee: {
      what: '`{from}` gives `{to}` {timeout}, but its p99 objective is {target}.',
      why: 'More than one in a hundred answers that are as fast as promised come too late.',
      remedy: 'Set the timeout above {target}, or agree on a faster objective with `{to}`.',
    },
    hardCap: {
      what: 'On the way from an entry, `{from}` waits up to {timeout} for `{to}`.',
      why: 'Nobody waits that long: users have gone, and the resources that wait for them are still held.',
      remedy: 'Set the timeout below {target}, or answer at once and finish the work later.',
    },
  },
  visit({ model, options, report }) {
    let reached: ReadonlySet<Call> | undefined;
    const isReached = (call: Call) => {
      reached ??= callsReachedFrom(
        requestGraph(model),
        entriesOf(model).map(({ id }) => id),
      );
      return reached.has(call);
    };
    return {
      call(call) {
        const { timeout } = call.policies;
        if (timeout === undefined) return;
        const own = promisedLatency(model, call);
        const callee = latencyTarget(model, call, 'p99');
        const at = (target: Milliseconds, fix: Milliseconds) => ({
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            timeout: readableDuration(timeout),
            target: readableDuration(target),
          },
          span: call.policies.spans['timeout'] ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          fixes: setPolicy(call, 'timeout', `timeout ${writtenDuration(fix)}`),
          facts: { timeoutMs: timeout, targetMs: target },
        });
        if (own !== undefined && timeout > own) {
          report({ message: 'longerThanOwn', ...at(own, own) });
        } else if (timeout >= options.hardCapMs && isReached(call)) {
          const cap = options.hardCapMs;
          report({ message: 'hardCap', ...at(cap, Math.ceil(cap / 3)) });
        }
        if (callee !== undefined && timeout < callee) {
          report({ message: 'shorterThanCallee', ...at(callee, Math.ceil(callee * 1.5)) });
        }
      },
    };
  },
});
