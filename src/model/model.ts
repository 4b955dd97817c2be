/**
 * The one model that everything to the right reads: rules, metrics, contracts, diagrams, reviews.
 *
 * It is plain, immutable data. References are resolved to element ids; effective values (the
 * context's team, a default topic, a volatility that follows from the subdomain) are filled in.
 * Where a reference does not resolve, the property is missing here and the reference is listed in
 * `Model.unresolved`, so consumers need no error handling of their own.
 */
import type { Position, Span } from './span.js';

export type ElementKind =
  | 'system'
  | 'domain'
  | 'subdomain'
  | 'team'
  | 'actor'
  | 'external'
  | 'broker'
  | 'library'
  | 'context'
  | 'aggregate'
  | 'entity'
  | 'value'
  | 'enum'
  | 'scalar'
  | 'union'
  | 'event'
  | 'command'
  | 'error'
  | 'service'
  | 'store'
  | 'api'
  | 'operation'
  | 'contextmap'
  | 'relation'
  | 'view'
  | 'flow'
  | 'step'
  | 'field';

/**
 * Stable identity: kind and qualified name, `service:Ordering.OrderService`. Edges have ids of the
 * same form: `call:From->To`, `subscription:Service->Event`, `access:Service->Store`; a repeated
 * one ends in `#2`, `#3`, … in the order of the text.
 */
export type ElementId = string;

// ---------------------------------------------------------------------------------------- literals

/** ISO date, `2027-03-31`. */
export type IsoDate = string;
/** Milliseconds. */
export type Milliseconds = number;
/** A share of 1: 99.95 % is `0.9995`. `percent` keeps the digits that the author wrote. */
export interface Percentage {
  readonly ratio: number;
  /** The number as written, without the sign: `99.95`. */
  readonly percent: string;
}
/** Requests for each second; `text` as written: `100/s`. */
export interface Rate {
  readonly perSecond: number;
  readonly text: string;
}

export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** An enum value, or another bare word. */
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'duration'; readonly value: Milliseconds; readonly text: string }
  | { readonly kind: 'percent'; readonly value: Percentage }
  | { readonly kind: 'rate'; readonly value: Rate }
  | { readonly kind: 'date'; readonly value: IsoDate }
  | { readonly kind: 'list'; readonly items: readonly Literal[] };

// ------------------------------------------------------------------------------------- annotations

export interface AnnotationArgument {
  /** The key of `key: value`; missing for a positional argument. */
  readonly key?: string;
  readonly value: Literal;
  readonly span: Span;
}

export interface Annotation {
  readonly name: string;
  readonly arguments: readonly AnnotationArgument[];
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Deprecation {
  readonly replacement?: string;
  readonly sunset?: IsoDate;
}

/** An accepted exception: `@accept(rule, because: "…", until: 2027-03-31, adr: "…", by: Team)`. */
export interface Acceptance {
  /** Rule ids as written. */
  readonly rules: readonly string[];
  readonly because?: string;
  readonly until?: IsoDate;
  readonly adr?: string;
  readonly by?: string;
  readonly span: Span;
}

export interface Link {
  readonly url: string;
  readonly title?: string;
}

/** What every declared thing has, elements and edges alike. */
export interface Annotated {
  readonly annotations: readonly Annotation[];
  readonly tags: readonly string[];
  readonly deprecated?: Deprecation;
  readonly stability?: 'experimental' | 'stable';
  readonly renamedFrom?: string;
  readonly links: readonly Link[];
  readonly accepts: readonly Acceptance[];
}

export interface ElementBase extends Annotated {
  readonly kind: ElementKind;
  readonly id: ElementId;
  /** Simple name, as declared. */
  readonly name: string;
  /** Full path without the kind: `Ordering.Order.OrderPlaced`. */
  readonly qualifiedName: string;
  readonly title?: string;
  /** Doc comment, Markdown, without its stars. */
  readonly doc?: string;
  /** The whole declaration, annotations included. */
  readonly span: Span;
  /** The name alone. */
  readonly nameSpan: Span;
  /** Where its keyword stands, behind annotations; missing for what has no keyword. */
  readonly keywordStart?: Position;
  readonly parent?: ElementId;
}

// --------------------------------------------------------------------------------- strategic level

export interface System extends ElementBase {
  readonly kind: 'system';
  readonly engineers?: number;
  readonly mesh?: string;
}

export interface Domain extends ElementBase {
  readonly kind: 'domain';
  readonly vision?: string;
  readonly subdomains: readonly ElementId[];
}

export type SubdomainType = 'core' | 'supporting' | 'generic';

export interface Subdomain extends ElementBase {
  readonly kind: 'subdomain';
  readonly type: SubdomainType;
  readonly vision?: string;
  readonly domain: ElementId;
}

export type TeamKind = 'stream-aligned' | 'platform' | 'enabling' | 'complicated-subsystem';

export interface Team extends ElementBase {
  readonly kind: 'team';
  readonly size?: number;
  readonly teamKind?: TeamKind;
  readonly contact?: string;
  readonly onCall?: string;
}

export interface Actor extends ElementBase {
  readonly kind: 'actor';
}

export interface Broker extends ElementBase {
  readonly kind: 'broker';
  /** kafka, rabbitmq, nats, sns-sqs, pulsar, or any other word. */
  readonly technology: string;
  readonly url?: string;
  readonly transport?: Transport;
  readonly availability?: Percentage;
  readonly delivery?: Delivery;
}

export interface Library extends ElementBase {
  readonly kind: 'library';
  readonly libraryKind?: 'domain' | 'utility';
  readonly version?: string;
}

export type ContextKind = 'feature' | 'application' | 'system' | 'legacy' | 'big-ball-of-mud';
export type Volatility = 'high' | 'medium' | 'low';
export type Evolution = 'genesis' | 'custom' | 'product' | 'commodity';

/** An entry of a context's ubiquitous language. */
export interface Term {
  readonly name: string;
  readonly definition?: string;
  /** Words that this context does not want to hear for it. */
  readonly avoid: readonly string[];
  readonly span: Span;
}

export interface Context extends ElementBase {
  readonly kind: 'context';
  /** Domains and subdomains, in the author's order. */
  readonly implements: readonly ElementId[];
  /**
   * The most important subdomain type that it implements (core before supporting before generic);
   * missing where it implements none or only whole domains.
   */
  readonly subdomainType?: SubdomainType;
  readonly vision?: string;
  readonly responsibilities: readonly string[];
  readonly team?: ElementId;
  readonly contextKind?: ContextKind;
  /** Declared, else by subdomain: core high, supporting medium, generic low. */
  readonly volatility?: Volatility;
  readonly volatilityDeclared: boolean;
  readonly evolution?: Evolution;
  readonly terms: readonly Term[];
  /** Every block that contributes to it; `span` is the first one's. */
  readonly blocks: readonly Span[];
  /** The name in each of the blocks. */
  readonly blockNames: readonly Span[];
}

export type RelationKind =
  'upstream-downstream' | 'customer-supplier' | 'partnership' | 'shared-kernel' | 'separate-ways';

/** A role as written, known or not (`role-misuse` judges it). */
export interface RoleToken {
  readonly role: string;
  readonly span: Span;
}

/** One reference to an element, with the place that names it. */
export interface NamedReference {
  readonly target: ElementId;
  readonly span: Span;
}

export interface ContextMap extends ElementBase {
  readonly kind: 'contextmap';
  readonly state?: 'as-is' | 'to-be';
  readonly relations: readonly ElementId[];
  /** Whether dependencies are checked against this map: the as-is one, else the first. */
  readonly leading: boolean;
}

/**
 * A relation of a context map, or one derived from calls, events and types. Directed relations
 * point from upstream to downstream. For symmetric kinds `upstream` is the left-hand side and
 * `downstream` the right-hand side, without that meaning.
 */
export interface Relation extends ElementBase {
  readonly kind: 'relation';
  readonly map?: ElementId;
  readonly origin: 'declared' | 'derived';
  readonly relationKind: RelationKind;
  /** Contexts or externals. Missing where the name does not resolve. */
  readonly upstream?: ElementId;
  readonly downstream?: ElementId;
  readonly upstreamRoles: readonly RoleToken[];
  readonly downstreamRoles: readonly RoleToken[];
  /** The lists of roles with their brackets, where they are written. */
  readonly upstreamRolesSpan?: Span;
  readonly downstreamRolesSpan?: Span;
  /** The place of each participant's name. Derived relations point at their first evidence. */
  readonly upstreamSpan: Span;
  readonly downstreamSpan: Span;
  readonly exposes: readonly NamedReference[];
  readonly shares: readonly NamedReference[];
  readonly technology?: string;
  readonly comment?: string;
  /** For derived relations: ids of the edges or fields that it follows from. */
  readonly evidence: readonly ElementId[];
}

// ---------------------------------------------------------------------------------- tactical level

export type PrimitiveName =
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'float32'
  | 'float64'
  | 'decimal'
  | 'string'
  | 'uuid'
  | 'uri'
  | 'email'
  | 'hostname'
  | 'date'
  | 'time'
  | 'datetime'
  | 'localDatetime'
  | 'duration'
  | 'bytes'
  | 'json';

export type Type =
  | { readonly shape: 'primitive'; readonly name: PrimitiveName }
  /** A declared type: value, entity, enum, scalar, union, event, command or error. */
  | { readonly shape: 'named'; readonly target: ElementId; readonly span: Span }
  | { readonly shape: 'list' | 'set'; readonly item: Type }
  /** Keys are strings. */
  | { readonly shape: 'map'; readonly value: Type }
  /** By identity: stands for the identifier's type of the target entity (an aggregate's root). */
  | { readonly shape: 'ref'; readonly target: ElementId; readonly span: Span }
  /** The name did not resolve; treat it as any JSON value. */
  | { readonly shape: 'unresolved'; readonly path: string; readonly span: Span };

/** Constraints as declared; numbers keep their text where digits matter. */
export interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly length?: number;
  readonly pattern?: string;
  readonly precision?: number;
  readonly scale?: number;
  readonly unique?: boolean;
  readonly format?: string;
  readonly example?: Literal;
}

export interface Field extends ElementBase {
  readonly kind: 'field';
  readonly type: Type;
  /** `T?`: may be absent. */
  readonly optional: boolean;
  /** `T | null`: may be null. */
  readonly nullable: boolean;
  /** The leading `id`. */
  readonly identifier: boolean;
  readonly constraints: Constraints;
  readonly default?: Literal;
  readonly pii: boolean;
  readonly sensitive: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** `@number(n)`: the field's number in protobuf. */
  readonly number?: number;
}

export interface Scalar extends ElementBase {
  readonly kind: 'scalar';
  readonly type: Type;
  readonly constraints: Constraints;
}

export interface EnumValue {
  readonly name: string;
  readonly doc?: string;
  readonly deprecated?: Deprecation;
  readonly number?: number;
  readonly span: Span;
}

export interface Enum extends ElementBase {
  readonly kind: 'enum';
  readonly values: readonly EnumValue[];
  /** `@open`: consumers must accept unknown values. */
  readonly open: boolean;
}

export interface Value extends ElementBase {
  readonly kind: 'value';
  readonly fields: readonly Field[];
}

export interface Union extends ElementBase {
  readonly kind: 'union';
  /** Values, entities or events, in the author's order. Discriminated by `type`. */
  readonly members: readonly NamedReference[];
}

export interface Aggregate extends ElementBase {
  readonly kind: 'aggregate';
  readonly context: ElementId;
  /** Declared, else the context's. */
  readonly team?: ElementId;
  readonly teamDeclared: boolean;
  readonly entities: readonly ElementId[];
  /** The root entity, where exactly one is marked. */
  readonly root?: ElementId;
}

export interface Entity extends ElementBase {
  readonly kind: 'entity';
  readonly root: boolean;
  readonly fields: readonly Field[];
  readonly aggregate?: ElementId;
}

export type Delivery = 'at-most-once' | 'at-least-once' | 'exactly-once';
export type Compatibility = 'backward' | 'forward' | 'full' | 'none';

interface MessageBase extends ElementBase {
  readonly fields: readonly Field[];
  readonly version?: string;
  /** Declared, else `<context>.<message>` in kebab-case. */
  readonly topic: string;
  readonly topicDeclared: boolean;
  /** Name of the field as written; it may not exist. */
  readonly key?: string;
  readonly keySpan?: Span;
  /** Declared `via`, else the model's only broker. */
  readonly broker?: ElementId;
  readonly delivery?: Delivery;
  readonly ordered: boolean;
  readonly retention?: Milliseconds;
  /** Declared, else `forward`. */
  readonly compatibility: Compatibility;
  readonly compatibilityDeclared: boolean;
  readonly aggregate?: ElementId;
}

export interface Event extends MessageBase {
  readonly kind: 'event';
}

export interface Command extends MessageBase {
  readonly kind: 'command';
}

export interface ErrorType extends ElementBase {
  readonly kind: 'error';
  readonly status?: number;
  readonly fields: readonly Field[];
}

// -------------------------------------------------------------------------------- services and APIs

export type ServiceKind =
  'service' | 'gateway' | 'bff' | 'frontend' | 'worker' | 'job' | 'orchestrator';
export type Criticality = 'high' | 'medium' | 'low';
export type Audience = 'public' | 'partner' | 'internal' | 'context';
export type Transport = 'plain' | 'tls' | 'mtls';

/** Service level objectives. Latencies by percentile. */
export interface Slo {
  readonly availability?: Percentage;
  readonly p50?: Milliseconds;
  readonly p75?: Milliseconds;
  readonly p90?: Milliseconds;
  readonly p95?: Milliseconds;
  readonly p99?: Milliseconds;
  readonly throughput?: Rate;
  readonly span?: Span;
  /** Where each figure stands. */
  readonly spans: Readonly<Partial<Record<SloFigure, Span>>>;
}
export type Percentile = 'p50' | 'p75' | 'p90' | 'p95' | 'p99';
export type SloFigure = Percentile | 'availability' | 'throughput';

export type TelemetrySignal = 'traces' | 'metrics' | 'logs';

interface ServiceLike extends ElementBase {
  readonly team?: ElementId;
  readonly teamDeclared: boolean;
  readonly technology?: string;
  readonly criticality?: Criticality;
  readonly slo?: Slo;
  readonly apis: readonly ElementId[];
  readonly stores: readonly ElementId[];
}

export interface Service extends ServiceLike {
  readonly kind: 'service';
  readonly context: ElementId;
  /** Declared, else `service`. */
  readonly serviceKind: ServiceKind;
  /** Declared, else its own qualified name: it is released alone. */
  readonly deployable: string;
  readonly deployableDeclared: boolean;
  readonly telemetry?: readonly TelemetrySignal[];
  readonly runbook?: string;
  readonly rollout?: 'canary' | 'blue-green' | 'rolling' | 'recreate';
  readonly replicas?: number;
  readonly status?: 'planned' | 'building' | 'live' | 'extracting' | 'extracted' | 'retired';
  readonly outbox: boolean;
  readonly owns: readonly NamedReference[];
  readonly replicates: readonly NamedReference[];
  readonly libraries: readonly NamedReference[];
}

/** A system that others run, with the members of a service. */
export interface External extends ServiceLike {
  readonly kind: 'external';
}

export interface Store extends ElementBase {
  readonly kind: 'store';
  /** postgres, redis, s3, … */
  readonly technology: string;
  /** The owning service or external; missing for a store declared directly in a context. */
  readonly owner?: ElementId;
  readonly context?: ElementId;
  readonly instance?: string;
  readonly availability?: Percentage;
  readonly replicas?: number;
  /** Interval between backups. */
  readonly backup?: Milliseconds;
  readonly team?: ElementId;
}

export type ApiStyle = 'rest' | 'grpc' | 'graphql';
export type AuthScheme = 'none' | 'basic' | 'api-key' | 'jwt' | 'oauth2' | 'oidc' | 'mtls';

export interface Auth {
  readonly scheme: AuthScheme;
  readonly scopes: readonly string[];
}

export interface Api extends ElementBase {
  readonly kind: 'api';
  /** The service or external that offers it. */
  readonly service: ElementId;
  readonly style: ApiStyle;
  readonly version?: string;
  readonly path?: string;
  /** Declared, else `internal`. */
  readonly audience: Audience;
  readonly audienceDeclared: boolean;
  /** Several may be offered; any one of them lets a caller in. */
  readonly auth: readonly Auth[];
  readonly rateLimit?: Rate;
  readonly depthLimit?: number;
  readonly operations: readonly ElementId[];
}

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS';
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'argument';

/** Parameter of an operation. `argument` is the place for gRPC and GraphQL. */
export interface Parameter {
  readonly name: string;
  /** The header's name on the wire for `header "If-Match": …`; else `name`. */
  readonly wireName: string;
  readonly in: ParameterPlace;
  readonly type: Type;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly constraints: Constraints;
  readonly default?: Literal;
  readonly doc?: string;
  readonly deprecated?: Deprecation;
  readonly span: Span;
}

export interface Result {
  /** As written, else 200 with a type and 204 without. */
  readonly status: number;
  readonly type?: Type;
  readonly optional: boolean;
  readonly nullable: boolean;
  /** `paged T`: `type` is the item. */
  readonly paged: boolean;
  /** `stream T`: `type` is the item. */
  readonly stream: boolean;
  readonly span?: Span;
}

export type OperationKind = 'rest' | 'rpc' | 'query' | 'mutation' | 'subscription';

export interface Operation extends ElementBase {
  readonly kind: 'operation';
  readonly api: ElementId;
  /** The service or external that offers it. */
  readonly service: ElementId;
  readonly operationKind: OperationKind;
  readonly method?: HttpMethod;
  /** The operation's own path template, as written (`/{id}`). */
  readonly path?: string;
  /** The API's path joined with its own, `/v1/orders/{id}`; for REST only. */
  readonly fullPath?: string;
  readonly parameters: readonly Parameter[];
  readonly result: Result;
  readonly raises: readonly NamedReference[];
  readonly idempotent: boolean;
  readonly scopes: readonly string[];
  /** Declared here, else the API's. */
  readonly audience: Audience;
  readonly audienceDeclared: boolean;
  readonly emits: readonly NamedReference[];
  readonly handles: readonly NamedReference[];
  readonly modifies: readonly NamedReference[];
  readonly slo?: Slo;
  /** Requests that it is expected to take. */
  readonly load?: Rate;
  readonly summary?: string;
}

// -------------------------------------------------------------------------------------------- edges

export interface Policies {
  readonly timeout?: Milliseconds;
  readonly retry?: number;
  readonly backoff?: 'exponential' | 'fixed';
  readonly jitter: boolean;
  readonly circuitBreaker: boolean;
  readonly bulkhead: boolean;
  /** Free text, or the operation or service that stands in. */
  readonly fallback?: { readonly text: string } | { readonly target: ElementId };
  /** How long answers are kept. */
  readonly cached?: Milliseconds;
  readonly parallel: boolean;
  /** The caller can answer without it. */
  readonly optional: boolean;
  /** Calls for one request, `per-item`, default 1. */
  readonly times: number | 'per-item';
  readonly transport?: Transport;
  readonly idempotent: boolean;
  readonly deadLetter?: string;
  /** What the consumer really uses. */
  readonly fields?: readonly string[];
  /** Where each declared policy stands, by its keyword. */
  readonly spans: Readonly<Record<string, Span>>;
}

interface EdgeBase extends Annotated {
  readonly id: ElementId;
  readonly span: Span;
  /** The place that names the target. */
  readonly targetSpan: Span;
  readonly doc?: string;
}

/** A synchronous call. */
export interface Call extends EdgeBase {
  readonly kind: 'call';
  /** As declared: a service, operation, actor or external. */
  readonly from: ElementId;
  /** The service or external that calls; missing for an actor. */
  readonly fromService?: ElementId;
  /** The operation that it belongs to, where it was declared in an operation's block. */
  readonly fromOperation?: ElementId;
  /** The subscription or handling that it belongs to, where it was declared in a handler's block. */
  readonly handler?: ElementId;
  /** As declared: a service, API, operation or external. */
  readonly to: ElementId;
  /** The service or external that answers. */
  readonly toService: ElementId;
  readonly toApi?: ElementId;
  readonly toOperation?: ElementId;
  readonly policies: Policies;
}

/** A subscription of a service to one event; a wildcard gives one for every event it matches. */
export interface Subscription extends EdgeBase {
  readonly kind: 'subscription';
  readonly service: ElementId;
  readonly event: ElementId;
  /** `Payments.*` or `*`, where a wildcard was written. */
  readonly pattern?: string;
  readonly policies: Policies;
  readonly emits: readonly NamedReference[];
  readonly modifies: readonly NamedReference[];
}

/** A service puts an event on its channel, by `publishes` or by an operation's or handler's `emits`. */
export interface Publication extends EdgeBase {
  readonly kind: 'publication';
  readonly service: ElementId;
  readonly event: ElementId;
  /** The operation, subscription or handling that emits it; missing for `publishes`. */
  readonly by?: ElementId;
}

/** A service sends a command asynchronously. */
export interface Sending extends EdgeBase {
  readonly kind: 'sending';
  readonly service: ElementId;
  readonly command: ElementId;
}

/** A service, or one of its operations, handles a command. */
export interface Handling extends EdgeBase {
  readonly kind: 'handling';
  readonly service: ElementId;
  readonly command: ElementId;
  readonly operation?: ElementId;
  readonly policies: Policies;
  readonly emits: readonly NamedReference[];
  readonly modifies: readonly NamedReference[];
}

/** Direct access to a store that is not (only) the service's own. */
export interface Access extends EdgeBase {
  readonly kind: 'access';
  readonly service: ElementId;
  readonly store: ElementId;
  readonly mode: 'read' | 'write';
}

export type Edge = Call | Subscription | Publication | Sending | Handling | Access;

// ----------------------------------------------------------------------------------- views and flows

export type ShowLevel =
  'contexts' | 'services' | 'apis' | 'events' | 'stores' | 'teams' | 'externals' | 'actors';

export type ViewSelector =
  | { readonly select: 'all' }
  | { readonly select: 'element'; readonly target: ElementId }
  | { readonly select: 'children'; readonly target: ElementId }
  | { readonly select: 'upstream-neighbours' | 'downstream-neighbours'; readonly target: ElementId }
  | { readonly select: 'team'; readonly target: ElementId }
  | { readonly select: 'tag'; readonly tag: string };

export interface View extends ElementBase {
  readonly kind: 'view';
  readonly include: readonly ViewSelector[];
  readonly exclude: readonly ViewSelector[];
  readonly show: readonly ShowLevel[];
  readonly direction?: 'right' | 'down';
}

export interface Flow extends ElementBase {
  readonly kind: 'flow';
  readonly flowKind?: 'request' | 'saga';
  readonly budget?: Milliseconds;
  readonly steps: readonly Step[];
}

export interface Step extends ElementBase {
  readonly kind: 'step';
  /** Counting from 1. */
  readonly index: number;
  readonly action: 'call' | 'publish' | 'react';
  /** Actor, external or service that acts. */
  readonly from?: ElementId;
  /** Service, API, operation or external called; event published or reacted to. */
  readonly to?: ElementId;
  readonly compensate?: ElementId;
  readonly pivot: boolean;
  readonly comment?: string;
}

// --------------------------------------------------------------------------------------- the model

export type TypeElement = Scalar | Enum | Value | Union | Entity | Event | Command | ErrorType;

export type Element =
  | System
  | Domain
  | Subdomain
  | Team
  | Actor
  | External
  | Broker
  | Library
  | Context
  | Aggregate
  | TypeElement
  | Service
  | Store
  | Api
  | Operation
  | ContextMap
  | Relation
  | View
  | Flow
  | Step
  | Field;

/** The element type of a kind: `ElementOf<'service'>` is `Service`. */
export type ElementOf<K extends ElementKind> = Extract<Element, { readonly kind: K }>;

/** A name in the text and what it stands for; the editor's navigation lives on these. */
export interface Reference {
  readonly span: Span;
  readonly target: ElementId;
  /** Id of the element or edge in whose text it stands. */
  readonly owner: ElementId;
  /** As written. */
  readonly path: string;
}

export interface UnresolvedReference {
  readonly path: string;
  readonly span: Span;
  /** Kinds that could have stood here. */
  readonly expected: readonly ElementKind[];
  readonly owner: ElementId;
  /** Equally near candidates where the name is ambiguous; empty where nothing has that name. */
  readonly candidates: readonly ElementId[];
}

/** What the text itself gets wrong: syntax, a property given twice, an unknown word. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** What mends it, each by texts in place of ranges. */
  readonly fixes?: readonly {
    readonly title: string;
    readonly edits: readonly { readonly span: Span; readonly text: string }[];
  }[];
}

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
