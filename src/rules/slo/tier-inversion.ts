import { isRequired, tierOf } from '../../model/criticality.js';
import { nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { addPolicy } from '../policy-fix.js';

const words = ['', 'high', 'medium', 'low'] as const;

export const tierInversion = defineRule({
  id: 'tier-inversion',
  category: 'slo',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'A service cannot do without something that is less critical than itself.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  messages: {
    inverted: {
      what: '`{from}` (criticality {own}) needs `{to}` (criticality {theirs}).',
      why: '`{to}` is run, staffed and mended as something that may be down; then `{from}` is down too.',
      remedy: 'Add a `fallback`, make the call asynchronous, or raise the criticality of `{to}`.',
    },
  },
  visit({ model, report }) {
    return {
      call(call) {
        const own = tierOf(model, call.fromService);
        if (own === undefined) return;
        const theirs = tierOf(model, call.toService);
        if (theirs === undefined || theirs <= own) return;
        if (!isRequired(call)) return;
        report({
          message: 'inverted',
          data: {
            from: nameOfId(call.fromService ?? ''),
            to: nameOfId(call.toService),
            own: words[own],
            theirs: words[theirs],
          },
          span: call.targetSpan,
          element: call.id,
          elements: [call.fromService ?? '', call.toService],
          fixes: addPolicy(call, 'fallback "go on without it"'),
        });
      },
    };
  },
});
