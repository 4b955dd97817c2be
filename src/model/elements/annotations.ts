/** What annotations say of a declared thing, accepted exceptions included. */
import type { Span } from '../span.js';
import type { IsoDate, Literal } from './literals.js';

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

/**
 * Annotations before something that is neither an element nor an edge: a property, a value of an
 * enum, a parameter, a list of names.
 */
export interface AnnotatedPlace {
  readonly annotations: readonly Annotation[];
  readonly accepts: readonly Acceptance[];
  /** From the first annotation to the end of what they stand before. */
  readonly span: Span;
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
