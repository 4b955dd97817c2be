import { entriesOf } from '../../model/call-graph.js';
import { isRequired } from '../../model/criticality.js';
import { callsTo } from '../../model/edge-index.js';
import { nameOfId } from '../../model/lookup.js';
import { startsReaching } from '../../model/reach-counts.js';
import { defineRule } from '../rule.js';
import { addStatement } from '../statement-fix.js';

export const singlePointOfFailure = defineRule({
  id: 'single-point-of-failure',
  category: 'resilience',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service that many entries cannot do without runs only once.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  options: {
    spofShare: {
      default: 0.5,
      minimum: 0,
      description: 'Share of the entries that need it, from which on it counts.',
    },
  },
  messages: {
    single: {
      what: '{entries} cannot answer without `{name}`, which {replicas}.',
      why: 'When its only instance fails or restarts, most of the system stands still.',
      remedy: 'Declare `replicas` of at least 2, or add a `fallback` to the calls that need it.',
    },
  },
  visit({ model, options, report }) {
    if (!model.services.some(({ replicas }) => replicas !== undefined)) return {};
    if (model.services.every(({ replicas = 0 }) => replicas >= 2)) return {};
    const entries = entriesOf(model);
    if (entries.length === 0) return {};
    const reaching = startsReaching(entries, model.calls.filter(needed));
    return {
      service(service) {
        if ((service.replicas ?? 0) >= 2) return;
        const count = reaching.get(service.id) ?? 0;
        if (count === 0 || count < options.spofShare * entries.length) return;
        report({
          message: 'single',
          data: {
            entries:
              entries.length === 1 ? 'The only entry' : `${count} of ${entries.length} entries`,
            name: nameOfId(service.id),
            replicas:
              service.replicas === undefined
                ? 'declares no replicas'
                : `runs as ${service.replicas} replica`,
          },
          span: service.nameSpan,
          element: service.id,
          related: callsTo(model, service.id)
            .filter(needed)
            .slice(0, 8)
            .map((call) => ({
              span: call.targetSpan,
              message: `\`${nameOfId(call.from)}\` needs it.`,
            })),
          facts: { entries: count, of: entries.length },
          fixes: service.replicas === undefined ? [addStatement(service, 'replicas 2')] : [],
        });
      },
    };
  },
});

function needed(call: Parameters<typeof isRequired>[0]): boolean {
  return isRequired(call) && call.handler === undefined;
}
