import type { Relation } from '../../model/elements/context-map.js';
import type { Edge } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';

/** All relations and edges of a model. */
export function edgesOf(model: Model): readonly (Edge | Relation)[] {
  return [
    ...model.relations,
    ...model.derivedRelations,
    ...model.calls,
    ...model.subscriptions,
    ...model.publications,
    ...model.sendings,
    ...model.handlings,
    ...model.accesses,
  ];
}

/** The two ends of an edge, as in its id. */
export function endsOf(
  edge: Edge | Relation,
): readonly [ElementId | undefined, ElementId | undefined] {
  switch (edge.kind) {
    case 'relation':
      return [edge.upstream, edge.downstream];
    case 'call':
      return [edge.from, edge.to];
    case 'subscription':
    case 'publication':
      return [edge.service, edge.event];
    case 'sending':
    case 'handling':
      return [edge.service, edge.command];
    case 'access':
      return [edge.service, edge.store];
  }
}
