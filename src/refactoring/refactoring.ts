import type { Model } from '../model/model.js';
import type { Span } from '../model/span.js';

/** A change of a text; an empty span inserts. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** Something that the author can have done to the model, at a place. */
export interface Refactoring {
  /** In the imperative. */
  readonly title: string;
  readonly kind: 'extract' | 'move' | 'rewrite';
  /** Worked out when it is chosen: it may walk all references. */
  readonly changes: () => readonly TextChange[];
}

/** A model with the texts that it was read from. */
export interface Sources {
  readonly model: Model;
  readonly text: (file: string) => string;
}
