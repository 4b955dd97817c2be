import { boundaryOf, kindOfId, sameBoundary } from './lookup.js';
import { publicationsOf } from './edge-index.js';
import type { Entity } from './elements/aggregate.js';
import type { Field, Scalar, Union, Value } from './elements/data-types.js';
import type { Access, Call, Sending, Subscription } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Command, ErrorType, Event } from './elements/messages.js';
import type { Operation } from './elements/operations.js';
import type { Service } from './elements/services.js';
import type { Type } from './elements/types.js';
import type { Model } from './model.js';
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
  | 'externals'
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
  const collector = new DependencyCollector(model);
  for (const call of model.calls) collector.call(call);
  for (const subscription of model.subscriptions) collector.subscription(subscription);
  for (const sending of model.sendings) collector.sending(sending);
  for (const access of model.accesses) collector.access(access);
  for (const service of model.services) collector.service(service);
  for (const list of [model.entities, model.values, model.events, model.commands, model.errors]) {
    for (const element of list) {
      for (const field of element.fields) collector.field(field, element);
    }
  }
  for (const scalar of model.scalars) collector.scalar(scalar);
  for (const union of model.unions) collector.union(union);
  for (const operation of model.operations) collector.operation(operation);
  return collector.end();
}

/** In the order in which dependencies are listed. */
const sources = [
  'call',
  'subscription',
  'sending',
  'access',
  'service',
  'entity',
  'value',
  'event',
  'command',
  'error',
  'scalar',
  'union',
  'operation',
] as const;

type Structure = Entity | Value | Event | Command | ErrorType;

/**
 * Collects the dependencies of a model, part by part. Whoever looks at all parts anyway may show
 * them: then `dependenciesOf` need not.
 */
export class DependencyCollector {
  readonly #model: Parts;
  readonly #isWithin: (a: ElementId, b: ElementId) => boolean;
  readonly #found = new Map<(typeof sources)[number], Dependency[]>();

  constructor(model: Parts) {
    this.#model = model;
    this.#isWithin = sameBoundary(model);
  }

  call({ id, fromService, to, targetSpan }: Call): void {
    if (fromService !== undefined) this.#add('call', 'call', id, fromService, to, targetSpan);
  }

  subscription({ id, event, service, targetSpan }: Subscription): void {
    const publications = publicationsOf(this.#model, event);
    if (publications.length < 2) {
      const publisher = publications[0]?.service;
      this.#add('subscription', 'subscription', id, service, event, targetSpan, publisher);
      return;
    }
    // Two publishers of one context count once.
    const seen = new Set<ElementId | undefined>();
    for (const { service: publisher } of publications) {
      const owner = this.#boundary(publisher);
      if (seen.has(owner)) continue;
      seen.add(owner);
      this.#add('subscription', 'subscription', id, service, event, targetSpan, publisher);
    }
  }

  sending({ id, command, service, targetSpan }: Sending): void {
    this.#add('sending', 'sending', id, service, command, targetSpan);
  }

  access({ id, store, service, targetSpan }: Access): void {
    this.#add('access', 'access', id, service, store, targetSpan);
  }

  service({ id, replicates }: Service): void {
    for (const { target, span } of replicates)
      this.#add('service', 'replica', id, id, target, span);
  }

  field({ id, type }: Field, { id: owner, kind }: Structure): void {
    if (type.shape !== 'primitive') this.#use(kind, id, owner, type);
  }

  scalar({ id, type }: Scalar): void {
    this.#use('scalar', id, id, type);
  }

  union({ id, members }: Union): void {
    for (const { target, span } of members) this.#add('union', 'type', id, id, target, span);
  }

  operation({ id, parameters, result, raises }: Operation): void {
    for (const { type } of parameters) {
      if (type.shape !== 'primitive') this.#use('operation', id, id, type);
    }
    if (result.type) this.#use('operation', id, id, result.type);
    for (const { target, span } of raises) {
      this.#add('operation', 'type', id, id, target, span);
    }
  }

  /** When all parts were shown. */
  end(): readonly Dependency[] {
    const dependencies = sources.flatMap((kind) => this.#found.get(kind) ?? []);
    cache.set(this.#model, dependencies);
    return dependencies;
  }

  #use(
    kind: (typeof sources)[number],
    evidence: ElementId,
    source: ElementId,
    type: Type | undefined,
  ): void {
    const reference = typeReference(type);
    if (reference) this.#add(kind, 'type', evidence, source, reference.target, reference.span);
  }

  #add(
    kind: (typeof sources)[number],
    via: Dependency['via'],
    evidence: ElementId,
    source: ElementId,
    target: ElementId,
    span: Span,
    upstreamOf = target,
  ): void {
    if (this.#isWithin(source, upstreamOf)) return;
    const downstream = this.#boundary(source);
    const upstream = this.#boundary(upstreamOf);
    if (downstream === undefined || upstream === undefined || downstream === upstream) return;
    const found = this.#found.get(kind);
    const dependency = { downstream, upstream, via, evidence, target, source, span };
    if (found) found.push(dependency);
    else this.#found.set(kind, [dependency]);
  }

  #boundary(id: ElementId): ElementId | undefined {
    return boundaryOf(this.#model, id)?.id;
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
