import { dependenciesOf, type Dependency } from './dependencies.js';
import { nameOfId } from './lookup.js';
import type { ContextMap, Relation } from './elements/context-map.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** The map that dependencies are checked against: the first as-is one, else the first. */
export function leadingMap(maps: readonly ContextMap[]): ContextMap | undefined {
  return maps.find(({ state }) => state === 'as-is') ?? maps[0];
}

/** An unordered pair of participants as a key. */
export function pairKey(a: ElementId, b: ElementId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Relations that follow from dependencies between pairs which the leading map does not mention,
 * sorted by id. Each lists its evidence; its place is that of the first piece.
 */
export function deriveRelations(
  model: Parameters<typeof dependenciesOf>[0] & Pick<Model, 'maps' | 'relations'>,
): Relation[] {
  const leading = leadingMap(model.maps);
  const mentioned = new Set<string>();
  for (const { map, upstream, downstream } of model.relations) {
    if (map === leading?.id && upstream !== undefined && downstream !== undefined) {
      mentioned.add(pairKey(upstream, downstream));
    }
  }
  const byPair = new Map<string, Dependency[]>();
  for (const dependency of dependenciesOf(model)) {
    const { upstream, downstream } = dependency;
    if (mentioned.has(pairKey(upstream, downstream))) continue;
    const key = `${upstream}->${downstream}`;
    const known = byPair.get(key);
    if (known) known.push(dependency);
    else byPair.set(key, [dependency]);
  }
  return [...byPair.values()].map(toRelation).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toRelation(dependencies: readonly Dependency[]): Relation {
  const [first] = dependencies as [Dependency, ...Dependency[]];
  const name = `${nameOfId(first.upstream)}->${nameOfId(first.downstream)}`;
  return {
    kind: 'relation',
    id: `relation:${name}`,
    name,
    qualifiedName: name,
    annotations: [],
    tags: [],
    links: [],
    accepts: [],
    span: first.span,
    nameSpan: first.span,
    origin: 'derived',
    relationKind: 'upstream-downstream',
    upstream: first.upstream,
    downstream: first.downstream,
    upstreamRoles: [],
    downstreamRoles: [],
    upstreamSpan: first.span,
    downstreamSpan: first.span,
    exposes: [],
    shares: [],
    evidence: [...new Set(dependencies.map(({ evidence }) => evidence))],
  };
}
