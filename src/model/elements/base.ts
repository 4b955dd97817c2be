/** What all elements have, and how they name each other. */
import type { Position, Span } from '../span.js';
import type { Annotated } from './annotations.js';
import type { ElementId, ElementKind } from './identity.js';

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

/** One reference to an element, with the place that names it. */
export interface NamedReference {
  readonly target: ElementId;
  readonly span: Span;
}
