import { nameOfId } from '../../model/lookup.js';
import { requestFanOuts } from '../../model/request-fan-out.js';
import { defineRule } from '../rule.js';
import { plural } from '../text.js';

export const fanOutPerRequest = defineRule({
  id: 'fan-out-per-request',
  category: 'communication',
  severity: 'warning',
  severityNote: 'warning (at least warnCalls) / error (at least errorCalls)',
  gate: { kind: 'structural' },
  summary: 'One request leads to many synchronous calls.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'J. Dean, L. A. Barroso: The Tail at Scale, CACM 56(2) (2013)',
  ],
  options: {
    warnCalls: { default: 6, minimum: 1, description: 'Calls from which on it is a warning.' },
    errorCalls: { default: 10, minimum: 1, description: 'Calls from which on it is an error.' },
  },
  messages: {
    operation: {
      what: 'One request to `{name}` leads to {calls} in all, {direct} of its own.',
      why: 'The slowest of many answers decides, and one of them fails far more often than any alone.',
      remedy:
        'Ask for several things in one call, keep answers (`cached`), or let events bring the data.',
    },
    service: {
      what: '`{name}` calls {direct} services; its calls are declared for the service, so a request may lead to fewer calls, or with theirs to more.',
      why: 'The slowest of many answers decides, and one of them fails far more often than any alone.',
      remedy:
        'Declare the calls in their operations to see which request needs them, then ask for several things in one call, or let events bring the data.',
    },
  },
  check({ model, options, report }) {
    for (const { id, calls, own, level, direct } of requestFanOuts(model, options.warnCalls)) {
      // What only passes on another one's fan-out is not to blame.
      if (own < options.warnCalls) continue;
      const element = model.elements.get(id);
      if (!element) continue;
      const at = {
        span: element.nameSpan,
        element: id,
        elements: [id, ...new Set(direct.map(({ to }) => to))],
        related: direct.map(({ targetSpan, to }) => ({
          span: targetSpan,
          message: `It calls \`${nameOfId(to)}\`.`,
        })),
        severity: calls >= options.errorCalls ? ('error' as const) : ('warning' as const),
        facts: { total: calls, level },
      };
      const name = nameOfId(id);
      if (level === 'service') {
        report({ message: 'service', data: { name, direct: calls }, ...at });
      } else {
        const data = { name, calls: plural(calls, 'call'), direct: direct.length };
        report({ message: 'operation', data, ...at });
      }
    }
  },
});
