import { nameOfId } from '../../model/lookup.js';
import { addPolicy, setPolicy } from '../policy-fix.js';
import { defineRule, type Fix } from '../rule.js';
import type { Call } from '../../model/elements/edges.js';
import { listed, times } from '../text.js';

export const retryWithoutBackoff = defineRule({
  id: 'retry-without-backoff',
  category: 'resilience',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'if-declared', fact: 'retries' },
  summary: 'A call is retried without exponential backoff and jitter, or too often.',
  sources: [
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
  ],
  options: {
    maxAttempts: {
      default: 3,
      minimum: 1,
      description: 'Attempts for one request, the first one included.',
    },
  },
  messages: {
    impatient: {
      what: 'The call from `{from}` to `{to}` is retried {problems}.',
      why: 'When `{to}` is overloaded, all callers come back at once and together, and keep it down.',
      remedy: 'Retry at most {retries}, with `backoff exponential  jitter`.',
    },
  },
  visit({ options, report }) {
    return {
      call(call) {
        const { retry = 0, backoff, jitter } = call.policies;
        if (retry <= 0) return;
        const tooOften = 1 + retry > options.maxAttempts;
        const problems = [
          ...(backoff === 'exponential'
            ? []
            : [backoff === 'fixed' ? 'at fixed intervals' : 'without backoff']),
          ...(jitter ? [] : ['without jitter']),
          ...(tooOften ? [times(retry)] : []),
        ];
        if (problems.length === 0) return;
        report({
          message: 'impatient',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            problems: listed(problems),
            retries: times(options.maxAttempts - 1),
          },
          span: call.policies.spans['retry'] ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          fixes: [
            ...pauses(call),
            ...(tooOften && options.maxAttempts > 1
              ? setPolicy(call, 'retry', `retry ${options.maxAttempts - 1}`)
              : []),
          ],
        });
      },
    };
  },
});

function pauses(call: Call): Fix[] {
  const { backoff, jitter } = call.policies;
  if (backoff === undefined) {
    return addPolicy(call, jitter ? 'backoff exponential' : 'backoff exponential  jitter');
  }
  if (backoff === 'exponential') return jitter ? [] : addPolicy(call, 'jitter');
  return setPolicy(call, 'backoff', jitter ? 'backoff exponential' : 'backoff exponential  jitter');
}
