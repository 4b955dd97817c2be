import { callsTo } from '../../model/edge-index.js';
import { find, nameOfId } from '../../model/lookup.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { suggestedTimeout } from './suggested-timeout.js';
import { listed } from '../text.js';

export const thirdPartyNotIsolated = defineRule({
  id: 'third-party-not-isolated',
  category: 'resilience',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary:
    'A system that others run is called from several services, or without timeout or breaker.',
  sources: ['M. Nygard: Release It! 2nd ed. (2018)', 'OWASP: OWASP API Security Top 10 (2023)'],
  messages: {
    scattered: {
      what: '{count} services call `{external}` directly: {callers}.',
      why: 'Its changes, limits and failures reach all of them, and each has to deal with them anew.',
      remedy: 'Let one service call `{external}`, and the others that one.',
    },
    unguarded: {
      what: 'The call from `{from}` to `{to}`, which others run, lacks {missing}.',
      why: 'You cannot mend `{external}` when it hangs or fails; you can only keep it from taking you along.',
      remedy: 'Add {missing}.',
    },
  },
  visit({ model, report }) {
    return {
      external(external) {
        const calls = callsTo(model, external.id).filter(({ fromService }) =>
          find(model, 'service', fromService),
        );
        const callers = [...new Set(calls.map(({ fromService }) => fromService ?? ''))];
        const [first] = calls;
        if (first && callers.length > 1) {
          report({
            message: 'scattered',
            data: {
              count: callers.length,
              external: external.name,
              callers: listed(callers.map((id) => `\`${nameOfId(id)}\``)),
            },
            span: first.targetSpan,
            element: external.id,
            elements: [external.id, ...callers],
            related: calls.slice(1).map((call) => ({
              span: call.targetSpan,
              message: `\`${nameOfId(call.from)}\` calls it.`,
            })),
          });
        }
        for (const call of calls) {
          const { timeout, circuitBreaker } = call.policies;
          const missing = [
            ...(timeout === undefined ? ['timeout'] : []),
            ...(circuitBreaker ? [] : ['circuit-breaker']),
          ];
          if (missing.length === 0) continue;
          report({
            message: 'unguarded',
            data: {
              from: nameOfId(call.from),
              to: nameOfId(call.to),
              external: external.name,
              missing: missing.map((policy) => `\`${policy}\``).join(' and '),
            },
            span: call.targetSpan,
            element: call.id,
            elements: [call.from, call.to],
            fixes: addPolicy(
              call,
              missing
                .map((policy) =>
                  policy === 'timeout' ? `timeout ${suggestedTimeout(model, call, 3000)}` : policy,
                )
                .join('  '),
            ),
          });
        }
      },
    };
  },
});
