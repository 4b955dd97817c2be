import { boundaryOf, kindOfId } from './lookup.js';
import type { ElementId, Model, Type } from './model.js';
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
  const add = (
    via: Dependency['via'],
    evidence: ElementId,
    source: ElementId,
    target: ElementId,
    span: Span,
    upstreamOf = target,
  ) => {
    const downstream = boundary(source);
    const upstream = boundary(upstreamOf);
    if (downstream !== undefined && upstream !== undefined && downstream !== upstream) {
      result.push({ downstream, upstream, via, evidence, target, source, span });
    }
  };

  for (const { id, fromService, to, targetSpan } of model.calls) {
    if (fromService !== undefined) add('call', id, fromService, to, targetSpan);
  }
  const publishers = new Map<ElementId, ElementId[]>();
  for (const { event, service } of model.publications) {
    const known = publishers.get(event);
    if (!known) publishers.set(event, [service]);
    else if (!known.includes(service)) known.push(service);
  }
  for (const { id, event, service, targetSpan } of model.subscriptions) {
    const from = publishers.get(event);
    if (!from) add('subscription', id, service, event, targetSpan);
    else {
      for (const publisher of uniqueBoundaries(from, boundary)) {
        add('subscription', id, service, event, targetSpan, publisher);
      }
    }
  }
  for (const { id, command, service, targetSpan } of model.sendings) {
    add('sending', id, service, command, targetSpan);
  }
  for (const { id, store, service, targetSpan } of model.accesses) {
    add('access', id, service, store, targetSpan);
  }
  for (const { id, replicates } of model.services) {
    for (const { target, span } of replicates) add('replica', id, id, target, span);
  }
  typeDependencies(model, add);
  return result;
}

/** The context or external around each element (`boundaryOf`). */
function boundaryLookup(model: Parts): (id: ElementId) => ElementId | undefined {
  return (id) => boundaryOf(model, id)?.id;
}

/** One publisher for each boundary, so that two services of one context count once. */
function uniqueBoundaries(
  services: readonly ElementId[],
  boundary: (id: ElementId) => ElementId | undefined,
): readonly ElementId[] {
  if (services.length === 1) return services;
  const seen = new Set<ElementId | undefined>();
  return services.filter((service) => {
    const owner = boundary(service);
    if (seen.has(owner)) return false;
    seen.add(owner);
    return true;
  });
}

type Add = (
  via: 'type',
  evidence: ElementId,
  source: ElementId,
  target: ElementId,
  span: Span,
) => void;

function typeDependencies(model: Parts, add: Add): void {
  const used = (owner: ElementId, type: Type | undefined, source: ElementId) => {
    const reference = typeReference(type);
    if (reference) add('type', owner, source, reference.target, reference.span);
  };
  for (const list of [model.entities, model.values, model.events, model.commands, model.errors]) {
    for (const { id, fields } of list) {
      for (const field of fields) {
        if (field.type.shape !== 'primitive') used(field.id, field.type, id);
      }
    }
  }
  for (const { id, type } of model.scalars) used(id, type, id);
  for (const { id, members } of model.unions) {
    for (const { target, span } of members) add('type', id, id, target, span);
  }
  for (const { id, parameters, result, raises } of model.operations) {
    for (const { type } of parameters) used(id, type, id);
    used(id, result.type, id);
    for (const { target, span } of raises) add('type', id, id, target, span);
  }
}

/** The declared type that a type expression names, in lists and maps too, with its place. */
export function typeReference(type: Type | undefined): TypeReference | undefined {
  let inner = type;
  while (inner) {
    switch (inner.shape) {
      case 'named':
      case 'ref':
        return inner;
      case 'list':
      case 'set':
        inner = inner.item;
        break;
      case 'map':
        inner = inner.value;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

type TypeReference = Type & { readonly shape: 'named' | 'ref' };

/** The same as a list, which is empty where no declared type is named. */
export function typeReferences(
  type: Type | undefined,
): { readonly target: ElementId; readonly span: Span; readonly byIdentity: boolean }[] {
  const reference = typeReference(type);
  if (!reference) return [];
  const { target, span, shape } = reference;
  return [{ target, span, byIdentity: shape === 'ref' }];
}

/** Whether an id is that of a bounded context. */
export function isContextId(id: ElementId): boolean {
  return kindOfId(id) === 'context';
}
