/** Names in the text, and what they stand for. */
import type { ElementId, ElementKind } from './elements/identity.js';
import type { Span } from './span.js';

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
  /** Qualified name of the innermost declaration around it; empty outside of all. */
  readonly scope: string;
  /** Equally near candidates where the name is ambiguous; empty where nothing has that name. */
  readonly candidates: readonly ElementId[];
}
