import { dependenciesOf } from '../../model/dependencies.js';
import { pairKey } from '../../model/derived-relations.js';
import { boundaryOf, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { contextsWithUnresolved } from '../../model/unresolved.js';
import { defineRule } from '../rule.js';
import { relationsOf } from './relations.js';
import { removeStatement } from '../statement-fix.js';

export const relationshipUnused = defineRule({
  id: 'relationship-unused',
  category: 'context-map',
  severity: 'info',
  gate: { kind: 'if-declared', fact: 'services on both sides of the relation' },
  summary: 'A relation of the map has nothing behind it: no call, event, command, store or type.',
  sources: ['E. Evans: Domain-Driven Design Reference (2015)'],
  messages: {
    unused: {
      what: 'The map relates `{upstream}` and `{downstream}`, but neither depends on the other.',
      why: 'Who plans by the map reckons with an agreement that the services do not need.',
      remedy: 'Remove the relation, model what it stands for, or say `separate-ways`.',
    },
  },
  check({ model, report }) {
    const map = model.maps.find(({ leading }) => leading);
    if (!map) return;
    const served = boundariesWithServices(model);
    const used = usedPairs(model);
    const misnamed = contextsWithUnresolved(model);
    for (const { relation, upstream, downstream } of relationsOf(model, map)) {
      if (relation.relationKind === 'separate-ways') continue;
      if (!served.has(upstream) || !served.has(downstream)) continue;
      if (used.has(pairKey(upstream, downstream))) continue;
      if (relation.shares.length > 0) continue;
      // What one needs of the other may have another name, which is said already.
      if (misnamed.has(upstream) || misnamed.has(downstream)) continue;
      report({
        message: 'unused',
        data: { upstream: nameOfId(upstream), downstream: nameOfId(downstream) },
        span: relation.span,
        element: relation.id,
        elements: [upstream, downstream],
        fixes: [removeStatement('the relation', relation.span)],
      });
    }
  },
});

/** Contexts with services, and externals with APIs or stores. */
function boundariesWithServices(model: Model): Set<ElementId> {
  const served = new Set(model.services.map(({ context }) => context));
  for (const { id, apis, stores } of model.externals) {
    if (apis.length + stores.length > 0) served.add(id);
  }
  return served;
}

/** Pairs of which one depends on the other, in whichever way the model can say. */
function usedPairs(model: Model): Set<string> {
  const used = new Set<string>();
  for (const { upstream, downstream } of dependenciesOf(model)) {
    used.add(pairKey(upstream, downstream));
  }
  const add = (service: ElementId, message: ElementId) => {
    const [a, b] = [boundaryOf(model, service)?.id, boundaryOf(model, message)?.id];
    if (a !== undefined && b !== undefined) used.add(pairKey(a, b));
  };
  for (const { service, command } of model.handlings) add(service, command);
  for (const { service, event } of model.publications) add(service, event);
  return used;
}
