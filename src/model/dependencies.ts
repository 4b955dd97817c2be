import { kindOfId } from './lookup.js';
import type { Element, ElementId, Field, Model, Type } from './model.js';
import type { Span } from './span.js';

/** One piece of evidence that a context or external depends on another. */
export interface Dependency {
  /** The one that depends: caller, subscriber, reader, user of a type. */
  readonly downstream: ElementId;
  /** The one depended on: callee, publisher, owner of the store or type. */
  readonly upstream: ElementId;
  readonly via: 'call' | 'subscription' | 'sending' | 'access' | 'replica' | 'type';
  /** Id of the edge, or of the element whose text names the type. */
  readonly evidence: ElementId;
  /** What is depended on. */
  readonly target: ElementId;
  /** The service or other element that depends. */
  readonly source: ElementId;
  readonly span: Span;
}

type Parts = Pick<
  Model,
  | 'elements'
  | 'calls'
  | 'subscriptions'
  | 'publications'
  | 'sendings'
  | 'accesses'
  | 'services'
  | 'entities'
  | 'values'
  | 'scalars'
  | 'unions'
  | 'events'
  | 'commands'
  | 'errors'
  | 'operations'
>;

const cache = new WeakMap<Parts, readonly Dependency[]>();

/**
 * Every dependency that crosses from one context or external to another, in the order of the
 * model. The publisher of an event is upstream of its subscribers, the owner of a command's type
 * is upstream of its senders.
 */
export function dependenciesOf(model: Parts): readonly Dependency[] {
  const known = cache.get(model);
  if (known) return known;
  const dependencies = collect(model);
  cache.set(model, dependencies);
  return dependencies;
}

function collect(model: Parts): Dependency[] {
  const result: Dependency[] = [];
  const boundary = boundaryLookup(model);
  const add = (dependency: Omit<Dependency, 'downstream' | 'upstream'>, upstreamOf?: ElementId) => {
    const downstream = boundary(dependency.source);
    const upstream = boundary(upstreamOf ?? dependency.target);
    if (downstream !== undefined && upstream !== undefined && downstream !== upstream) {
      const { via, evidence, target, source, span } = dependency;
      result.push({ downstream, upstream, via, evidence, target, source, span });
    }
  };

  for (const call of model.calls) {
    if (call.fromService === undefined) continue;
    add({
      via: 'call',
      evidence: call.id,
      target: call.to,
      source: call.fromService,
      span: call.targetSpan,
    });
  }
  const publishers = new Map<ElementId, Set<ElementId>>();
  for (const { event, service } of model.publications) {
    publishers.set(event, (publishers.get(event) ?? new Set()).add(service));
  }
  for (const { id, event, service, targetSpan } of model.subscriptions) {
    const shared = {
      via: 'subscription' as const,
      evidence: id,
      target: event,
      source: service,
      span: targetSpan,
    };
    const from = publishers.get(event);
    if (!from) add(shared);
    else for (const publisher of uniqueBoundaries([...from], boundary)) add(shared, publisher);
  }
  for (const { id, command, service, targetSpan } of model.sendings) {
    add({ via: 'sending', evidence: id, target: command, source: service, span: targetSpan });
  }
  for (const { id, store, service, targetSpan } of model.accesses) {
    add({ via: 'access', evidence: id, target: store, source: service, span: targetSpan });
  }
  for (const { id, replicates } of model.services) {
    for (const { target, span } of replicates) {
      add({ via: 'replica', evidence: id, target, source: id, span });
    }
  }
  typeDependencies(model, add);
  return result;
}

/** The context or external around each element (`boundaryOf`), remembered on the way out. */
function boundaryLookup({ elements }: Parts): (id: ElementId) => ElementId | undefined {
  const boundaries = new Map<ElementId, ElementId | null>();
  const boundary = (id: ElementId): ElementId | undefined => {
    let known = boundaries.get(id);
    if (known === undefined) {
      const element = elements.get(id);
      const isBoundary = element?.kind === 'context' || element?.kind === 'external';
      known = isBoundary ? id : element?.parent === undefined ? null : boundary(element.parent);
      boundaries.set(id, (known ??= null));
    }
    return known ?? undefined;
  };
  return boundary;
}

/** One publisher for each boundary, so that two services of one context count once. */
function uniqueBoundaries(
  services: readonly ElementId[],
  boundary: (id: ElementId) => ElementId | undefined,
): ElementId[] {
  const seen = new Set<ElementId | undefined>();
  return services.filter((service) => {
    const owner = boundary(service);
    if (seen.has(owner)) return false;
    seen.add(owner);
    return true;
  });
}

function typeDependencies(
  model: Parts,
  add: (dependency: Omit<Dependency, 'downstream' | 'upstream'>) => void,
): void {
  const used = (owner: Element | Field, type: Type | undefined, source: ElementId) => {
    if (type?.shape === 'primitive') return;
    for (const { target, span } of typeReferences(type)) {
      add({ via: 'type', evidence: owner.id, target, source, span });
    }
  };
  for (const list of [model.entities, model.values, model.events, model.commands, model.errors]) {
    for (const element of list) {
      for (const field of element.fields) used(field, field.type, element.id);
    }
  }
  for (const scalar of model.scalars) used(scalar, scalar.type, scalar.id);
  for (const union of model.unions) {
    for (const { target, span } of union.members) {
      add({ via: 'type', evidence: union.id, target, source: union.id, span });
    }
  }
  for (const operation of model.operations) {
    for (const { type } of operation.parameters) used(operation, type, operation.id);
    used(operation, operation.result.type, operation.id);
    for (const { target, span } of operation.raises) {
      add({ via: 'type', evidence: operation.id, target, source: operation.id, span });
    }
  }
}

/** Declared types that a type expression names, with their places. */
export function typeReferences(
  type: Type | undefined,
): { readonly target: ElementId; readonly span: Span; readonly byIdentity: boolean }[] {
  switch (type?.shape) {
    case 'named':
    case 'ref':
      return [{ target: type.target, span: type.span, byIdentity: type.shape === 'ref' }];
    case 'list':
    case 'set':
      return typeReferences(type.item);
    case 'map':
      return typeReferences(type.value);
    default:
      return [];
  }
}

/** Whether an id is that of a bounded context. */
export function isContextId(id: ElementId): boolean {
  return kindOfId(id) === 'context';
}
