import { foldedName } from '../language/names.js';
import { typeReferences } from '../model/dependencies.js';
import { pairKey } from '../model/derived-relations.js';
import { isQuery } from '../model/idempotency.js';
import { boundaryOf, find } from '../model/lookup.js';
import type { Relation } from '../model/elements/context-map.js';
import type { Call } from '../model/elements/edges.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Event } from '../model/elements/messages.js';
import type { Service } from '../model/elements/services.js';
import { isSaga } from '../model/sagas.js';
import type { Model } from '../model/model.js';
import type { ServiceDependency } from '../model/service-dependencies.js';
import { isBusinessService } from './business-services.js';
import { relationsBetween } from '../model/leading-relations.js';

/** 1 contract, 2 model, 3 functional, 4 intrusive. */
export type Strength = 1 | 2 | 3 | 4;

/** How much one side must know of the other, and the fact that says so. */
export interface IntegrationStrength {
  readonly level: Strength;
  /** Why, as the end of a sentence: `it reads a store of another service`. */
  readonly because: string;
}

export const strengthNames: Readonly<Record<Strength, string>> = {
  1: 'contract',
  2: 'model',
  3: 'functional',
  4: 'intrusive',
};

interface Facts {
  /** `from to` of every synchronous call between services. */
  readonly calls: ReadonlySet<string>;
  /** `from to` of every step of a saga that calls, on services; and its target as declared. */
  readonly sagaCalls: ReadonlySet<string>;
  /** Folded names of the commands that each boundary declares. */
  readonly commands: ReadonlyMap<ElementId, ReadonlySet<string>>;
  readonly callById: ReadonlyMap<ElementId, Call>;
  /** Pairs of boundaries, and whether both declare one command. */
  readonly duplicated: Map<string, boolean>;
}

const facts = new WeakMap<Model, Facts>();

/**
 * Integration strength of a dependency between services. The four levels are V. Khononov's
 * (Balancing Coupling in Software Design, 2024); how they follow from a model is ours:
 *
 * 4 intrusive: a foreign store, or an operation that is meant for its own context only;
 * 1 contract: the relation says OHS, PL or ACL;
 * 3 functional: a command that is a step of a saga (gateways, BFFs and frontends only
 *   start one), calls in both directions, a command that both
 *   contexts declare;
 * 2 model: conformist, shared kernel, a domain library of both, an event that carries an aggregate;
 * 1 contract: an API or event with a version, and any other event; else 2 model.
 */
export function strengthOf(model: Model, dependency: ServiceDependency): IntegrationStrength {
  const known = factsOf(model);
  const intrusive = intrusiveness(model, known, dependency);
  if (intrusive !== undefined) return { level: 4, because: intrusive };
  const from = boundaryOf(model, dependency.from)?.id ?? '';
  const to = boundaryOf(model, dependency.to)?.id ?? '';
  const relations = from === to ? [] : relationsBetween(model, from, to);
  const contract = relations.map((relation) => contractRole(relation, to)).find(Boolean);
  if (contract !== undefined) {
    return { level: 1, because: `the relation of their contexts says ${contract}` };
  }
  const functional = functionality(model, known, dependency, from, to);
  if (functional !== undefined) return { level: 3, because: functional };
  const shared = sharedModel(model, dependency, relations, to);
  if (shared !== undefined) return { level: 2, because: shared };
  return declaredContract(model, dependency, known);
}

function factsOf(model: Model): Facts {
  const known = facts.get(model);
  if (known) return known;
  const calls = new Set<string>();
  const callById = new Map<ElementId, Call>();
  for (const call of model.calls) {
    callById.set(call.id, call);
    if (call.fromService !== undefined) calls.add(`${call.fromService} ${call.toService}`);
  }
  const sagaCalls = new Set<string>();
  for (const flow of model.flows) {
    if (!isSaga(flow)) continue;
    for (const { action, from, to } of flow.steps) {
      if (action !== 'call' || from === undefined || to === undefined) continue;
      const caller = find(model, 'service', serviceId(model, from));
      // Gateways and frontends start a saga; they take no part in it.
      if (caller && isBusinessService(caller)) sagaCalls.add(`${caller.id} ${to}`);
    }
  }
  const commands = new Map<ElementId, Set<string>>();
  for (const { id, name } of model.commands) {
    const boundary = boundaryOf(model, id)?.id ?? '';
    const names = commands.get(boundary) ?? new Set();
    commands.set(boundary, names.add(foldedName(name)));
  }
  const result = { calls, sagaCalls, commands, callById, duplicated: new Map<string, boolean>() };
  facts.set(model, result);
  return result;
}

function serviceId(model: Model, id: ElementId): ElementId | undefined {
  const element = model.elements.get(id);
  if (element?.kind === 'operation' || element?.kind === 'api') return element.service;
  return element?.id;
}

function intrusiveness(
  model: Model,
  { callById }: Facts,
  { via, edge, from, to }: ServiceDependency,
): string | undefined {
  if (via === 'access') return 'it uses a store of another service';
  const call = via === 'call' ? callById.get(edge) : undefined;
  if (!call || boundaryOf(model, from)?.id === boundaryOf(model, to)?.id) return undefined;
  return internalTarget(model, call) === undefined
    ? undefined
    : 'it calls an operation that is meant for its own context only';
}

/** The operation or API that a call reaches although its audience is its own context. */
export function internalTarget(model: Model, call: Call): ElementId | undefined {
  const operation = find(model, 'operation', call.toOperation);
  if (operation) return operation.audience === 'context' ? operation.id : undefined;
  const api = find(model, 'api', call.toApi);
  return api?.audience === 'context' ? api.id : undefined;
}

/** The role that makes the relation a contract for who depends on `target`. */
function contractRole(relation: Relation, target: ElementId): string | undefined {
  if (relation.relationKind === 'partnership' || relation.relationKind === 'shared-kernel') {
    return undefined;
  }
  const upstream = relation.upstream === target;
  const theirs = upstream ? relation.upstreamRoles : relation.downstreamRoles;
  const ours = upstream ? relation.downstreamRoles : relation.upstreamRoles;
  return (
    theirs.find(({ role }) => role === 'OHS' || role === 'PL')?.role ??
    ours.find(({ role }) => role === 'ACL')?.role
  );
}

function functionality(
  model: Model,
  known: Facts,
  { via, edge, from, to }: ServiceDependency,
  fromBoundary: ElementId,
  toBoundary: ElementId,
): string | undefined {
  const { calls, sagaCalls, callById } = known;
  const call = via === 'call' ? callById.get(edge) : undefined;
  if (!call) return undefined;
  const operation = find(model, 'operation', call.toOperation);
  const inSaga = [call.to, call.toOperation, call.toService].some(
    (target) => target !== undefined && sagaCalls.has(`${from} ${target}`),
  );
  if (inSaga && !(operation && isQuery(operation))) return 'the call is a step of a saga';
  if (calls.has(`${to} ${from}`)) return 'they call each other';
  return fromBoundary !== toBoundary && declareOneCommand(known, fromBoundary, toBoundary)
    ? 'both contexts declare the same command'
    : undefined;
}

function declareOneCommand({ commands, duplicated }: Facts, a: ElementId, b: ElementId): boolean {
  const key = pairKey(a, b);
  let result = duplicated.get(key);
  if (result === undefined) {
    const theirs = commands.get(b);
    result = theirs !== undefined && [...(commands.get(a) ?? [])].some((name) => theirs.has(name));
    duplicated.set(key, result);
  }
  return result;
}

function sharedModel(
  model: Model,
  { via, from, to, target }: ServiceDependency,
  relations: readonly Relation[],
  upstream: ElementId,
): string | undefined {
  for (const relation of relations) {
    if (relation.relationKind === 'shared-kernel') return 'their contexts share a kernel';
    const conforms = relation.downstreamRoles.some(({ role }) => role === 'CF');
    if (conforms && relation.upstream === upstream) return 'its context conforms to the other one';
  }
  const ours = find(model, 'service', from);
  const theirs = find(model, 'service', to);
  if (ours && theirs && shareDomainLibrary(model, ours, theirs)) {
    return 'both use one domain library';
  }
  const event = via === 'subscription' ? find(model, 'event', target) : undefined;
  return event && carriesAggregate(model, event)
    ? 'the event carries an entity of an aggregate'
    : undefined;
}

function shareDomainLibrary(model: Model, a: Service, b: Service): boolean {
  const theirs = new Set(b.libraries.map(({ target }) => target));
  return a.libraries.some(
    ({ target }) => theirs.has(target) && find(model, 'library', target)?.libraryKind === 'domain',
  );
}

/** Whether a field's type is an entity itself rather than a reference to it. */
function carriesAggregate(model: Model, event: Event): boolean {
  return event.fields.some(({ type }) =>
    typeReferences(type).some(
      ({ target, byIdentity }) => !byIdentity && model.elements.get(target)?.kind === 'entity',
    ),
  );
}

function declaredContract(
  model: Model,
  { via, edge, target }: ServiceDependency,
  { callById }: Facts,
): IntegrationStrength {
  if (via === 'subscription') {
    const versioned = find(model, 'event', target)?.version !== undefined;
    return {
      level: 1,
      because: versioned ? 'the event has a version' : 'an event of its own shape carries it',
    };
  }
  const call = callById.get(edge);
  const operation = find(model, 'operation', call?.toOperation);
  const api = find(model, 'api', operation?.api ?? call?.toApi);
  return api?.version === undefined
    ? { level: 2, because: 'nothing says that it is a published contract' }
    : { level: 1, because: 'the API has a version' };
}
