import { boundaryOf } from '../model/lookup.js';
import type { Relation } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { serviceDependencies, type ServiceDependency } from '../model/service-dependencies.js';
import { distanceBetween, type Distance } from './distance.js';
import { leadingRelations } from '../model/leading-relations.js';
import { strengthOf, type IntegrationStrength } from './strength.js';
import { volatilityOf } from './volatility.js';

/** The three dimensions of a dependency between services. */
export interface Balance {
  readonly dependency: ServiceDependency;
  readonly strength: IntegrationStrength;
  readonly distance: Distance;
  /** Of what is depended on; missing where nothing tells. */
  readonly volatility?: number;
}

const cache = new WeakMap<Model, readonly Balance[]>();

/**
 * Strength, distance and volatility of every dependency between services, in the order of the
 * model. Strong coupling over a distance is dear where the target changes often
 * (V. Khononov: Balancing Coupling in Software Design, 2024; the ordinal numbers are ours).
 */
export function balances(model: Model): readonly Balance[] {
  let known = cache.get(model);
  if (!known) {
    known = serviceDependencies(model).map((dependency) => balanceOf(model, dependency));
    cache.set(model, known);
  }
  return known;
}

/** The three dimensions of one dependency. */
export function balanceOf(model: Model, dependency: ServiceDependency): Balance {
  const volatility = volatilityOf(model, dependency.to);
  return {
    dependency,
    strength: strengthOf(model, dependency),
    distance: distanceBetween(model, dependency.from, dependency.to),
    ...(volatility === undefined ? {} : { volatility }),
  };
}

/** The worst dependency behind a relation, as strength × distance × volatility. */
export interface RelationBalance {
  readonly relation: Relation;
  readonly worst: Balance;
  /** 1 to 48; missing where the volatility is not known. */
  readonly product?: number;
}

/** One entry for each relation of the leading map that services fill with life, and each derived one. */
export function relationBalances(model: Model): RelationBalance[] {
  const worst = new Map<string, Balance>();
  for (const balance of balances(model)) {
    const { from, to } = balance.dependency;
    const [a, b] = [boundaryOf(model, from)?.id, boundaryOf(model, to)?.id];
    if (a === undefined || b === undefined || a === b) continue;
    const key = directed(b, a);
    const known = worst.get(key);
    if (!known || weight(balance) > weight(known)) worst.set(key, balance);
  }
  return leadingRelations(model).flatMap((relation) => {
    const { upstream, downstream, relationKind } = relation;
    if (upstream === undefined || downstream === undefined) return [];
    const symmetric =
      relationKind !== 'upstream-downstream' && relationKind !== 'customer-supplier';
    const found = [
      worst.get(directed(upstream, downstream)),
      symmetric ? worst.get(directed(downstream, upstream)) : undefined,
    ].filter((balance) => balance !== undefined);
    const [first, second] = found;
    if (!first) return [];
    const chosen = second && weight(second) > weight(first) ? second : first;
    return [{ relation, worst: chosen, ...productOf(chosen) }];
  });
}

function directed(upstream: ElementId, downstream: ElementId): string {
  return `${upstream} -> ${downstream}`;
}

function productOf({ strength, distance, volatility }: Balance): { product?: number } {
  return volatility === undefined ? {} : { product: strength.level * distance * volatility };
}

/** For comparison only: an unknown volatility counts as the lowest. */
function weight({ strength, distance, volatility }: Balance): number {
  return strength.level * distance * (volatility ?? 1);
}
