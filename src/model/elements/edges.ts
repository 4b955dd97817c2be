/** Edges: who calls, publishes, subscribes, sends, handles, reads and writes. */
import type { Span } from '../span.js';
import type { Annotated } from './annotations.js';
import type { NamedReference } from './base.js';
import type { ElementId } from './identity.js';
import type { Policies } from './policies.js';

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
