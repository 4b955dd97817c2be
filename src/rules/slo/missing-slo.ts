import { find } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Service } from '../../model/elements/services.js';
import type { Slo } from '../../model/elements/slo.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { addStatement } from '../statement-fix.js';

/** A common first promise, for the author to change. */
const objectives = 'slo { availability 99.9%  p95 200ms  p99 1s }';

export const missingSlo = defineRule({
  id: 'missing-slo',
  category: 'slo',
  severity: 'warning',
  scope: 'file',
  gate: {
    kind: 'absence',
    aspect: 'slo',
    declared: (model) =>
      model.services.some(({ slo }) => slo !== undefined) ||
      model.operations.some(({ slo }) => slo !== undefined),
  },
  summary: 'A public or critical service has no objective for its availability or latency.',
  sources: [
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  messages: {
    missing: {
      what: '`{name}` is {reason} and has no objective for its {figures}.',
      why: 'Nobody can say whether it is good enough, what it may cost, or what its callers may promise.',
      remedy:
        'Add an `slo` with figures of your own, such as `availability 99.9%  p95 200ms  p99 1s`.',
    },
  },
  visit({ model, report }) {
    const asked = new Set<ElementId>();
    const ask = ({ audience, service }: Api | Operation): void => {
      if (audience === 'public') asked.add(service);
    };
    return {
      api: ask,
      operation: ask,
      service({ id, criticality }) {
        if (criticality === 'high') asked.add(id);
      },
      end() {
        for (const id of asked) {
          const service = find(model, 'service', id);
          if (!service) continue;
          const critical = service.criticality === 'high';
          const operations = publicOperations(model, service);
          const isPublic = operations.length > 0 || hasPublicApi(model, service);
          if (!isPublic && !critical) continue;
          const figures = [
            ...(service.slo?.availability === undefined ? ['availability'] : []),
            ...(hasLatency(service.slo) || operations.some(({ slo }) => hasLatency(slo))
              ? []
              : ['latency']),
          ];
          if (figures.length === 0) continue;
          report({
            message: 'missing',
            data: {
              name: service.qualifiedName,
              reason: listed([...(isPublic ? ['public'] : []), ...(critical ? ['critical'] : [])]),
              figures: listed(figures, 'or'),
            },
            span: service.nameSpan,
            element: service.id,
            fixes: service.slo ? [] : [addStatement(service, objectives)],
          });
        }
      },
    };
  },
});

function publicOperations(model: Model, service: Service): Operation[] {
  return service.apis
    .flatMap((api) => find(model, 'api', api)?.operations ?? [])
    .flatMap((id) => find(model, 'operation', id) ?? [])
    .filter(({ audience }) => audience === 'public');
}

function hasPublicApi(model: Model, { apis }: Service): boolean {
  return apis.some((id) => find(model, 'api', id)?.audience === 'public');
}

function hasLatency(slo: Slo | undefined): boolean {
  return [slo?.p50, slo?.p75, slo?.p90, slo?.p95, slo?.p99].some((figure) => figure !== undefined);
}
