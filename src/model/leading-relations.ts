import { pairKey } from './derived-relations.js';
import type { Relation } from './elements/context-map.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

const cache = new WeakMap<Model, ReadonlyMap<string, readonly Relation[]>>();

/** The relations of the leading map (and the derived ones) between two participants. */
export function relationsBetween(model: Model, a: ElementId, b: ElementId): readonly Relation[] {
  let byPair = cache.get(model);
  if (!byPair) cache.set(model, (byPair = index(model)));
  return byPair.get(pairKey(a, b)) ?? [];
}

function index(model: Model): Map<string, Relation[]> {
  const byPair = new Map<string, Relation[]>();
  for (const relation of leadingRelations(model)) {
    const { upstream, downstream } = relation;
    if (upstream === undefined || downstream === undefined) continue;
    const key = pairKey(upstream, downstream);
    const known = byPair.get(key);
    if (known) known.push(relation);
    else byPair.set(key, [relation]);
  }
  return byPair;
}

/** Relations of the leading map, then those that follow from what it does not mention. */
export function leadingRelations(model: Model): readonly Relation[] {
  const leading = model.maps.find((map) => map.leading);
  return [...model.relations.filter(({ map }) => map === leading?.id), ...model.derivedRelations];
}

const declared = new WeakMap<Model, ReadonlySet<string>>();

/**
 * Whether the leading map mentions two participants together. Looks at the maps alone, so that a
 * host may ask after every edit; relations that follow from dependencies cost the whole model.
 */
export function isDeclaredBetween(model: Model, a: ElementId, b: ElementId): boolean {
  let pairs = declared.get(model);
  if (!pairs) {
    const leading = model.maps.find((map) => map.leading);
    const mentioned = model.relations.flatMap(({ map, upstream, downstream }) =>
      map === leading?.id && upstream !== undefined && downstream !== undefined
        ? [pairKey(upstream, downstream)]
        : [],
    );
    declared.set(model, (pairs = new Set(mentioned)));
  }
  return pairs.has(pairKey(a, b));
}
