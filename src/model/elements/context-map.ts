/** Context maps and the relations on them. */
import type { Span } from '../span.js';
import type { ElementBase, NamedReference } from './base.js';
import type { ElementId } from './identity.js';

export type RelationKind =
  'upstream-downstream' | 'customer-supplier' | 'partnership' | 'shared-kernel' | 'separate-ways';

/** A role as written, known or not (`role-misuse` judges it). */
export interface RoleToken {
  readonly role: string;
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
  /** As written behind the colon, else what arrow and roles stand for. */
  readonly relationKind: RelationKind;
  /** As written; derived relations have none. */
  readonly arrow?: '->' | '<-' | '<->' | '><';
  /** Where the kind is written. */
  readonly kindSpan?: Span;
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
