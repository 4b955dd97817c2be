/** Operations of APIs, with what goes in and comes out. */
import type { Span } from '../span.js';
import type { Deprecation } from './annotations.js';
import type { Audience } from './apis.js';
import type { ElementBase, NamedReference } from './base.js';
import type { ElementId } from './identity.js';
import type { Literal, Rate } from './literals.js';
import type { Slo } from './slo.js';
import type { Constraints, Type } from './types.js';

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
  /** `rpc upload(stream Part)`: `type` is the item. */
  readonly stream: boolean;
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
