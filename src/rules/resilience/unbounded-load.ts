import { importance } from '../../metrics/importance.js';
import { callsFrom } from '../../model/edge-index.js';
import { find, isServiceId, nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule, type Fix } from '../rule.js';
import { placeOf } from '../../model/span.js';
import { addPolicy } from '../policy-fix.js';
import { addStatement } from '../statement-fix.js';

export const unboundedLoad = defineRule({
  id: 'unbounded-load',
  category: 'resilience',
  severity: 'warning',
  severityNote: 'warning (no rate limit) / info (no bulkhead)',
  gate: {
    kind: 'absence',
    aspect: 'resilience',
    declared: (model, fact) =>
      fact === 'bulkhead'
        ? model.calls.some(({ policies }) => policies.bulkhead)
        : model.apis.some(({ rateLimit }) => rateLimit !== undefined),
  },
  summary: 'A public API has no rate limit, or a service with many callees no bulkhead.',
  sources: [
    'OWASP: OWASP API Security Top 10 (2023)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'M. Nygard: Release It! 2nd ed. (2018)',
  ],
  options: {
    callees: {
      default: 3,
      minimum: 1,
      description: 'Services called, from which on a bulkhead is asked for.',
    },
  },
  messages: {
    rate: {
      what: 'The public API `{name}` has no rate limit.',
      why: 'One client, broken or hostile, can take all the capacity that the others need.',
      remedy: 'Add `rate-limit` to the API, or to that of the gateway in front of it.',
    },
    bulkhead: {
      what: '`{name}` calls {count} services and keeps none of them in a bulkhead.',
      why: 'When one of them is slow, the calls to it use up the threads and connections of all others.',
      remedy: 'Add `bulkhead` to the calls.',
    },
  },
  visit({ model, report }) {
    const open = new Set<ElementId>();
    return {
      api({ id, audience }) {
        if (audience === 'public') open.add(id);
      },
      operation({ api, audience }) {
        if (audience === 'public') open.add(api);
      },
      end() {
        if (open.size === 0) return;
        const limited = limitedServices(model);
        for (const api of model.apis) {
          if (api.rateLimit || !open.has(api.id)) continue;
          if (!isServiceId(api.service) || limited.has(api.service)) continue;
          report({
            message: 'rate',
            data: { name: api.qualifiedName },
            span: api.nameSpan,
            element: api.id,
            fixes: [addStatement(api, 'rate-limit 100/s')],
          });
        }
      },
    };
  },
  check({ model, options, report }) {
    const { outgoing } = importance(model);
    for (const [number, service] of model.services.entries()) {
      // Hardly any service calls that many.
      if (outgoing[number]! < options.callees) continue;
      const calls = callsFrom(model, service.id);
      if (calls.some(({ policies }) => policies.bulkhead)) continue;
      const callees = new Set(calls.map(({ toService }) => toService));
      callees.delete(service.id);
      report({
        message: 'bulkhead',
        missing: 'bulkhead',
        data: { name: nameOfId(service.id), count: callees.size },
        span: service.nameSpan,
        element: service.id,
        elements: [service.id, ...callees],
        severity: 'info',
        fixes: inBulkheads(calls),
      });
    }
  },
});

function inBulkheads(calls: readonly Call[]): Fix[] {
  // Calls of one list have one block.
  const places = new Map(
    calls
      .flatMap((call) => addPolicy(call, 'bulkhead').flatMap((fix) => fix.edits))
      .map((edit) => [placeOf(edit.span), edit]),
  );
  const edits = [...places.values()];
  return edits.length > 0 ? [{ title: 'Keep its calls in bulkheads', edits }] : [];
}

/** Services that a gateway or backend for a frontend with a limit of its own calls. */
function limitedServices(model: Model): Set<ElementId> {
  const edges = new Set<ElementId>();
  for (const { rateLimit, service } of model.apis) {
    if (!rateLimit) continue;
    const kind = find(model, 'service', service)?.serviceKind;
    if (kind === 'gateway' || kind === 'bff') edges.add(service);
  }
  return new Set(
    [...edges].flatMap((edge) => callsFrom(model, edge).map(({ toService }) => toService)),
  );
}
