import { libraryUses } from '../../model/library-users.js';
import { find } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { releaseGroups } from '../../model/release-groups.js';
import { serviceDependencies } from '../../model/service-dependencies.js';
import { storeUsers } from '../../model/store-users.js';
import { DisjointSets } from '../../model/union-find.js';

/** Services that one thing ties together, and how a message names it. */
interface Tie {
  readonly kind: 'store' | 'release' | 'library';
  readonly text: string;
  readonly services: readonly ElementId[];
}

/** Services that are tied together, with the kinds of ties. */
export interface Cluster {
  /** Sorted. */
  readonly services: readonly ElementId[];
  /** One for each kind of tie that holds it: `share the store Db`, `are released as train`. */
  readonly reasons: readonly string[];
}

export interface ClusterLimits {
  readonly minSize: number;
  readonly syncShare: number;
  readonly scf: number;
}

/**
 * Clusters of services that at least two kinds of ties hold together: a store, a release, a domain
 * library, or dense synchronous calls. A cluster grows from services that share one of the first
 * three; such groups that call each other directly are one. Where that is not enough, the services
 * next to it (one call away) are looked at as well.
 */
export function monolithClusters(model: Model, limits: ClusterLimits): Cluster[] {
  const ties = tiesOf(model);
  const sets = new DisjointSets<ElementId>();
  const tied = new Set<ElementId>();
  for (const { services } of ties) {
    for (const service of services) {
      tied.add(service);
      sets.join(services[0] ?? service, service);
    }
  }
  if (tied.size === 0) return [];
  const neighbours = new Map<ElementId, Set<ElementId>>();
  for (const { fromService, toService } of model.calls) {
    if (fromService === undefined || fromService === toService) continue;
    if (!find(model, 'service', fromService) || !find(model, 'service', toService)) continue;
    if (tied.has(fromService) && tied.has(toService)) sets.join(fromService, toService);
    link(neighbours, fromService, toService);
    link(neighbours, toService, fromService);
  }
  const tiesByRoot = new Map<ElementId, Tie[]>();
  for (const tie of ties) {
    const root = sets.find(tie.services[0] ?? '');
    const known = tiesByRoot.get(root);
    if (known) known.push(tie);
    else tiesByRoot.set(root, [tie]);
  }
  const dependencies = outgoing(model);
  return sets.sets().flatMap((core) => {
    const own = tiesByRoot.get(sets.find(core[0] ?? '')) ?? [];
    const around = new Set([...core, ...core.flatMap((id) => [...(neighbours.get(id) ?? [])])]);
    for (const services of [new Set(core), around]) {
      if (services.size < limits.minSize) continue;
      const reasons = reasonsFor(services, own, dependencies, limits);
      if (reasons.length >= 2) return [{ services: [...services].sort(), reasons }];
    }
    return [];
  });
}

function tiesOf(model: Model): Tie[] {
  const ties: Tie[] = [];
  // Nobody shares what nobody but its owner accesses.
  const users = model.accesses.length === 0 ? new Map<ElementId, ElementId[]>() : storeUsers(model);
  for (const [id, all] of users) {
    const services = all.filter((user) => find(model, 'service', user));
    const store = find(model, 'store', id);
    if (services.length < 2 || !store) continue;
    ties.push({ kind: 'store', text: `share the store \`${store.qualifiedName}\``, services });
  }
  for (const { deployable, services } of releaseGroups(model)) {
    const text = `are released together as \`${deployable}\``;
    ties.push({ kind: 'release', text, services: services.map(({ id }) => id) });
  }
  for (const [id, uses] of libraryUses(model)) {
    const library = find(model, 'library', id);
    if (library?.libraryKind !== 'domain' || uses.length < 2) continue;
    const services = uses.map(({ service }) => service.id);
    ties.push({ kind: 'library', text: `use the domain library \`${library.name}\``, services });
  }
  return ties;
}

function reasonsFor(
  services: ReadonlySet<ElementId>,
  ties: readonly Tie[],
  dependencies: ReadonlyMap<ElementId, readonly Outgoing[]>,
  { syncShare, scf }: ClusterLimits,
): string[] {
  const reasons = new Map<Tie['kind'], string>();
  for (const { kind, text } of ties) if (!reasons.has(kind)) reasons.set(kind, text);
  const inside = [...services].flatMap((id) =>
    (dependencies.get(id) ?? []).filter(({ to }) => services.has(to)),
  );
  const calls = inside.filter(({ via }) => via === 'call').length;
  const share = inside.length === 0 ? 0 : calls / inside.length;
  const density = calls / (services.size * (services.size - 1));
  const result = [...reasons.values()];
  if (share > syncShare && density > scf) {
    result.push(`call each other in ${String(Math.round(density * 100))} % of all possible pairs`);
  }
  return result;
}

interface Outgoing {
  readonly to: ElementId;
  readonly via: string;
}

/** What each service depends on, each other service and kind of dependency once. */
function outgoing(model: Model): Map<ElementId, Outgoing[]> {
  const result = new Map<ElementId, Outgoing[]>();
  const seen = new Set<string>();
  for (const { from, to, via } of serviceDependencies(model)) {
    const key = `${from} ${to} ${via}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = result.get(from);
    if (known) known.push({ to, via });
    else result.set(from, [{ to, via }]);
  }
  return result;
}

function link(map: Map<ElementId, Set<ElementId>>, from: ElementId, to: ElementId): void {
  const known = map.get(from);
  if (known) known.add(to);
  else map.set(from, new Set([to]));
}
