/** All elements as one type. */
import type { Aggregate, Entity } from './aggregate.js';
import type { Api } from './apis.js';
import type { ContextMap, Relation } from './context-map.js';
import type { Context } from './context.js';
import type { Enum, Field, Scalar, Union, Value } from './data-types.js';
import type { Flow, Step } from './flows.js';
import type { ElementKind } from './identity.js';
import type { Broker, Command, ErrorType, Event } from './messages.js';
import type { Operation } from './operations.js';
import type { External, Service } from './services.js';
import type { Store } from './store.js';
import type { Actor, Domain, Library, Subdomain, System, Team } from './strategic.js';
import type { View } from './views.js';

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
