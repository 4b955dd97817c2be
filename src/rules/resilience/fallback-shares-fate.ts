import { requestGraph, type IdGraph } from '../../model/call-graph.js';
import { indexBy } from '../../model/edge-index.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Access } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { reachableFrom } from '../../model/reach.js';
import { defineRule } from '../rule.js';

export const fallbackSharesFate = defineRule({
  id: 'fallback-shares-fate',
  category: 'resilience',
  severity: 'error',
  gate: { kind: 'if-declared', fact: 'fallback' },
  summary: 'A fallback needs what it stands in for.',
  sources: [
    'M. Nygard: Release It! 2nd ed. (2018)',
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  messages: {
    shared: {
      what: 'The fallback `{fallback}` of the call to `{to}` {how}.',
      why: 'It fails together with what it stands in for, just when it is needed.',
      remedy:
        'Fall back on a static or cached answer, or on something that shares nothing with `{to}`.',
    },
  },
  visit({ model, report }) {
    const reached = new Map<ElementId, ReadonlySet<ElementId>>();
    return {
      call(call) {
        const { fallback } = call.policies;
        if (!fallback || !('target' in fallback)) return;
        const { target } = fallback;
        const service = serviceOf(model, target);
        if (service === undefined) return;
        let needs = reached.get(target);
        if (!needs)
          reached.set(target, (needs = servicesNeeded(model, requestGraph(model), target)));
        const how = fate(model, service, call.toService, needs);
        if (how === undefined) return;
        report({
          message: 'shared',
          data: { fallback: nameOfId(target), to: nameOfId(call.to), how },
          span: call.policies.spans['fallback'] ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to, target],
          related: [{ span: call.targetSpan, message: 'The call that it stands in for.' }],
        });
      },
    };
  },
});

function fate(
  model: Model,
  service: ElementId,
  callee: ElementId,
  needs: ReadonlySet<ElementId>,
): string | undefined {
  if (service === callee) return 'belongs to the same service';
  if (needs.has(callee)) return `needs \`${nameOfId(callee)}\` itself`;
  const theirs = storesOf(model, callee);
  const shared = [...storesOf(model, service)].find((store) => theirs.has(store));
  return shared === undefined ? undefined : `uses the same store, \`${nameOfId(shared)}\``;
}

/** How many operations and services behind a fallback are looked at, so that many stay cheap. */
const nearest = 500;

function servicesNeeded(model: Model, graph: IdGraph, start: ElementId): Set<ElementId> {
  const needed = new Set<ElementId>();
  for (const id of reachableFrom(graph, [start], nearest)) {
    const service = serviceOf(model, id);
    if (id !== start && service !== undefined) needed.add(service);
  }
  return needed;
}

function serviceOf(model: Model, id: ElementId): ElementId | undefined {
  const element = model.elements.get(id);
  if (element?.kind === 'operation' || element?.kind === 'api') return element.service;
  return element?.kind === 'service' || element?.kind === 'external' ? id : undefined;
}

const reader = (access: Access) => access.service;

function storesOf(model: Model, id: ElementId): Set<ElementId> {
  const own = find(model, 'service', id)?.stores ?? find(model, 'external', id)?.stores ?? [];
  const others = indexBy(model.accesses, reader).get(id) ?? [];
  return new Set([...own, ...others.map(({ store }) => store)]);
}
