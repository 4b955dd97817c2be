import type { ContextMap, Relation } from '../../model/elements/context-map.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';

/** A relation of a map whose participants are both known and differ, with its roles as sets. */
export interface MapRelation {
  readonly relation: Relation;
  readonly upstream: ElementId;
  readonly downstream: ElementId;
  /** Upstream/downstream or customer/supplier. */
  readonly directed: boolean;
  readonly upstreamRoles: ReadonlySet<string>;
  readonly downstreamRoles: ReadonlySet<string>;
}

const cache = new WeakMap<Model, ReadonlyMap<ElementId, readonly MapRelation[]>>();

/** The relations of one map that can be judged, in the order of the text. */
export function relationsOf(model: Model, { id }: ContextMap): readonly MapRelation[] {
  let byMap = cache.get(model);
  if (!byMap) cache.set(model, (byMap = index(model)));
  return byMap.get(id) ?? [];
}

function index(model: Model): Map<ElementId, MapRelation[]> {
  const byMap = new Map<ElementId, MapRelation[]>();
  for (const relation of model.relations) {
    const { map = '', upstream, downstream, relationKind } = relation;
    if (upstream === undefined || downstream === undefined || upstream === downstream) continue;
    const entry = {
      relation,
      upstream,
      downstream,
      directed: relationKind === 'upstream-downstream' || relationKind === 'customer-supplier',
      upstreamRoles: new Set(relation.upstreamRoles.map(({ role }) => role)),
      downstreamRoles: new Set(relation.downstreamRoles.map(({ role }) => role)),
    };
    const known = byMap.get(map);
    if (known) known.push(entry);
    else byMap.set(map, [entry]);
  }
  return byMap;
}
