/**
 * The one model that everything to the right reads: rules, metrics, contracts, diagrams, reviews.
 *
 * It is plain, immutable data. References are resolved to element ids; effective values (the
 * context's team, a default topic, a volatility that follows from the subdomain) are filled in.
 * Where a reference does not resolve, the property is missing here and the reference is listed in
 * `Model.unresolved`, so consumers need no error handling of their own.
 */
import type { Aggregate, Entity } from './elements/aggregate.js';
import type { Api } from './elements/apis.js';
import type { ContextMap, Relation } from './elements/context-map.js';
import type { Context } from './elements/context.js';
import type { Enum, Scalar, Union, Value } from './elements/data-types.js';
import type {
  Access,
  Call,
  Handling,
  Publication,
  Sending,
  Subscription,
} from './elements/edges.js';
import type { Element } from './elements/element.js';
import type { Flow } from './elements/flows.js';
import type { ElementId } from './elements/identity.js';
import type { Broker, Command, ErrorType, Event } from './elements/messages.js';
import type { Operation } from './elements/operations.js';
import type { External, Service } from './elements/services.js';
import type { Store } from './elements/store.js';
import type { Actor, Domain, Library, Subdomain, System, Team } from './elements/strategic.js';
import type { View } from './elements/views.js';
import type { Problem } from './problem.js';
import type { Reference, UnresolvedReference } from './references.js';

/** Several declarations that claim one id. */
export interface Duplicate {
  readonly id: ElementId;
  /** In the order of files and text; the first one is the one in `elements`. */
  readonly declarations: readonly Element[];
}

export interface Model {
  /** Names of the files that it was built from, sorted. */
  readonly files: readonly string[];
  /** Every element but fields and derived relations, by id. */
  readonly elements: ReadonlyMap<ElementId, Element>;
  /** Elements that say what they were called before (`@renamedFrom`). */
  readonly renamed: readonly Element[];
  readonly systems: readonly System[];
  readonly domains: readonly Domain[];
  readonly subdomains: readonly Subdomain[];
  readonly teams: readonly Team[];
  readonly actors: readonly Actor[];
  readonly externals: readonly External[];
  readonly brokers: readonly Broker[];
  readonly libraries: readonly Library[];
  readonly contexts: readonly Context[];
  readonly aggregates: readonly Aggregate[];
  readonly entities: readonly Entity[];
  readonly values: readonly Value[];
  readonly enums: readonly Enum[];
  readonly scalars: readonly Scalar[];
  readonly unions: readonly Union[];
  readonly events: readonly Event[];
  readonly commands: readonly Command[];
  readonly errors: readonly ErrorType[];
  readonly services: readonly Service[];
  readonly stores: readonly Store[];
  readonly apis: readonly Api[];
  readonly operations: readonly Operation[];
  readonly maps: readonly ContextMap[];
  /** Declared relations of all maps. */
  readonly relations: readonly Relation[];
  /** Relations that follow from dependencies which the leading map does not mention. */
  readonly derivedRelations: readonly Relation[];
  readonly views: readonly View[];
  readonly flows: readonly Flow[];
  readonly calls: readonly Call[];
  readonly subscriptions: readonly Subscription[];
  readonly publications: readonly Publication[];
  readonly sendings: readonly Sending[];
  readonly handlings: readonly Handling[];
  readonly accesses: readonly Access[];
  readonly references: readonly Reference[];
  readonly unresolved: readonly UnresolvedReference[];
  readonly problems: readonly Problem[];
  readonly duplicates: readonly Duplicate[];
}
