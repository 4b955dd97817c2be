import { businessNumbers } from '../../metrics/business-services.js';
import { importance } from '../../metrics/importance.js';
import { outlierLimit } from '../../metrics/outliers.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

/** It is their job to call many. */
const exempt: ReadonlySet<string> = new Set(['gateway', 'bff', 'orchestrator']);

export const fanOut = defineRule({
  id: 'fan-out',
  category: 'coupling',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service calls unusually many others.',
  sources: [
    'D. Rud, A. Schmietendorf, R. Dumke: Product Metrics for Service-Oriented Infrastructures (AIS, ADS, ACS, SIY) (2006)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'clowee/MicroserviceDataset: 20 dependency graphs of public systems, measured for this catalogue (2019)',
  ],
  options: {
    fanOut: { default: 5, minimum: 1, description: 'Services that one may call.' },
  },
  messages: {
    many: {
      what: '`{service}` calls {count} other services synchronously: {callees}. The limit is {limit}.',
      why: 'It is as available as all of them together, and every change of theirs may be one of its own.',
      remedy:
        'Move the sequence of calls to an orchestrator, or keep a replica of what it only reads.',
    },
  },
  check({ model, options, report }) {
    const { outgoing } = importance(model);
    const limit = outlierLimit(
      options.fanOut,
      businessNumbers(model).map((number) => outgoing[number]!),
    );
    const callers = model.services.filter(
      (service, number) => outgoing[number]! > limit && !exempt.has(service.serviceKind),
    );
    if (callers.length === 0) return;
    const callees = calleesOf(model, new Set(callers.map(({ id }) => id)));
    for (const { id, qualifiedName, nameSpan } of callers) {
      const targets = [...(callees.get(id) ?? [])];
      report({
        message: 'many',
        data: {
          service: qualifiedName,
          count: targets.length,
          callees: listed(targets.map((target) => `\`${nameOfId(target)}\``)),
          limit: Number(limit.toFixed(1)),
        },
        span: nameSpan,
        element: id,
        elements: [id, ...targets],
        facts: { ads: targets.length, limit },
      });
    }
  },
});

function calleesOf(model: Model, callers: ReadonlySet<ElementId>): Map<ElementId, Set<ElementId>> {
  const result = new Map<ElementId, Set<ElementId>>();
  for (const { fromService, toService } of model.calls) {
    if (fromService === undefined || fromService === toService || !callers.has(fromService))
      continue;
    const known = result.get(fromService) ?? new Set();
    result.set(fromService, known.add(toService));
  }
  return result;
}
