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
        const pauses = [
          ...(backoff === 'exponential'
            ? []
            : [backoff === 'fixed' ? 'at fixed intervals' : 'without backoff']),
          ...(jitter ? [] : ['without jitter']),
        ];
        const problems = [...(tooOften ? [times(retry)] : []), listed(pauses)].filter(Boolean);
        if (problems.length === 0) return;
        report({
          message: 'impatient',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            problems: problems.join(', '),
            retries: times(options.maxAttempts - 1),
          },
          span: call.policies.spans['retry'] ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          fixes: patience(call, tooOften ? options.maxAttempts - 1 : 0),
        });
      },
    };
  },
});

/** @param retries that are still fine, where there are more; 0 where the number may stay */
function patience(call: Call, retries: number): Fix[] {
  const { backoff, jitter } = call.policies;
  const missing = [
    ...(backoff === 'exponential' ? [] : ['backoff exponential']),
    ...(jitter ? [] : ['jitter']),
  ].join('  ');
  const isFixed = backoff === 'fixed';
  const inPlace = isFixed ? setPolicy(call, 'backoff', missing) : [];
  if (retries === 0) return isFixed || missing === '' ? inPlace : addPolicy(call, missing);
  // Behind the number, where it is written anew, so that one edit does not touch another.
  const behind = isFixed || missing === '' ? '' : `  ${missing}`;
  return setPolicy(call, 'retry', `retry ${String(retries)}${behind}`).map((fix) => ({
    title: isFixed ? `${fix.title}  ${missing}` : fix.title,
    edits: [...fix.edits, ...inPlace.flatMap(({ edits }) => edits)],
  }));
}
