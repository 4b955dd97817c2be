import { graphOfServicesAlone } from '../model/call-graph.js';
import { boundaryOf } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { storeUsers } from '../model/store-users.js';
import { relationBalances } from './balance.js';
import { chainDepth } from './chain-depth.js';
import { importance } from './importance.js';
import { contextCoupling, serviceCoupling, type ComponentCoupling } from './instability.js';
import { sharedStoreDegree } from './shared-stores.js';
import { strengthNames } from './strength.js';

export interface ServiceFigures extends ComponentCoupling {
  readonly id: ElementId;
  /** AIS: how many call it. */
  readonly importance: number;
  /** ADS: how many it calls. */
  readonly dependence: number;
  readonly chainDepth: number;
  readonly sharedStores: number;
}

export interface ContextFigures extends ComponentCoupling {
  readonly id: ElementId;
  readonly services: number;
  readonly operations: number;
  readonly events: number;
}

export interface RelationFigures {
  readonly id: ElementId;
  readonly upstream: ElementId;
  readonly downstream: ElementId;
  readonly origin: 'declared' | 'derived';
  readonly strength: number;
  readonly strengthName: string;
  readonly because: string;
  readonly distance: number;
  readonly volatility?: number;
  readonly product?: number;
}

/** Figures of the whole model. */
export interface ModelFigures {
  readonly contexts: number;
  readonly services: number;
  /** Pairs of services (not externals) of which one calls the other. */
  readonly synchronousPairs: number;
  /** Service coupling factor: pairs that call each other out of all ordered pairs, 0 to 1. */
  readonly couplingFactor?: number;
  readonly deepestChain: number;
  /** Sets of services that call each other in a ring. */
  readonly cycles: number;
  readonly sharedStores: number;
}

export interface Figures {
  readonly model: ModelFigures;
  readonly contexts: readonly ContextFigures[];
  readonly services: readonly ServiceFigures[];
  readonly relations: readonly RelationFigures[];
}

const byId = (a: { id: ElementId }, b: { id: ElementId }) => (a.id < b.id ? -1 : 1);

/** All coupling figures, each list sorted by id. */
export function figuresOf(model: Model): Figures {
  const services = model.services.map(({ id }) => serviceFigures(model, id)).sort(byId);
  return {
    model: modelFigures(model, services),
    contexts: contextFigures(model),
    services,
    relations: relationFigures(model),
  };
}

/** The figures of one service (or external). */
export function serviceFigures(model: Model, id: ElementId): ServiceFigures {
  const degrees = importance(model);
  return {
    id,
    ...serviceCoupling(model, id),
    importance: degrees.in(id),
    dependence: degrees.out(id),
    chainDepth: chainDepth(model, id),
    sharedStores: sharedStoreDegree(model, id),
  };
}

function contextFigures(model: Model): ContextFigures[] {
  const services = new Map<ElementId, number>();
  const operations = new Map<ElementId, number>();
  const events = new Map<ElementId, number>();
  const count = (counts: Map<ElementId, number>, key: ElementId) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const contexts = new Map<ElementId, ElementId>();
  for (const { id, context } of model.services) {
    contexts.set(id, context);
    count(services, context);
  }
  for (const { service } of model.operations) count(operations, contexts.get(service) ?? '');
  for (const { id } of model.events) count(events, boundaryOf(model, id)?.id ?? '');
  return model.contexts
    .map(({ id }) => ({
      id,
      ...contextCoupling(model, id),
      services: services.get(id) ?? 0,
      operations: operations.get(id) ?? 0,
      events: events.get(id) ?? 0,
    }))
    .sort(byId);
}

function relationFigures(model: Model): RelationFigures[] {
  return relationBalances(model)
    .map(({ relation, worst, product }) => ({
      id: relation.id,
      upstream: relation.upstream ?? '',
      downstream: relation.downstream ?? '',
      origin: relation.origin,
      strength: worst.strength.level,
      strengthName: strengthNames[worst.strength.level],
      because: worst.strength.because,
      distance: worst.distance,
      ...(worst.volatility === undefined ? {} : { volatility: worst.volatility }),
      ...(product === undefined ? {} : { product }),
    }))
    .sort(byId);
}

function modelFigures(model: Model, services: readonly ServiceFigures[]): ModelFigures {
  const own = new Set(services.map(({ id }) => id));
  const pairs = new Set<string>();
  for (const { fromService, toService } of model.calls) {
    if (fromService === undefined || fromService === toService) continue;
    if (own.has(fromService) && own.has(toService)) pairs.add(`${fromService} ${toService}`);
  }
  const count = services.length;
  const possible = count * (count - 1);
  return {
    contexts: model.contexts.length,
    services: count,
    synchronousPairs: pairs.size,
    ...(possible === 0 ? {} : { couplingFactor: pairs.size / possible }),
    deepestChain: services.reduce((deepest, { chainDepth }) => Math.max(deepest, chainDepth), 0),
    cycles: graphOfServicesAlone(model).components.members.filter(({ length }) => length > 1)
      .length,
    sharedStores: [...storeUsers(model).values()].filter(({ length }) => length > 1).length,
  };
}
