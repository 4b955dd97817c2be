import type { ElementId } from '../../model/elements/identity.js';
import type { Span } from '../../model/span.js';

/** What a reader looks for first. */
export type Aspect = 'owner' | 'objective' | 'policy' | 'property' | 'documentation';

/** One property with another value; a side without text did not have it. */
export interface PropertyChange {
  /** As in the resolved model, inner ones with their path: `slo.p99`, `timeout`, `field total`. */
  readonly name: string;
  readonly aspect: Aspect;
  readonly before?: string;
  readonly after?: string;
  readonly beforeSpan?: Span;
  readonly afterSpan?: Span;
}

export type ChangeKind = 'added' | 'removed' | 'renamed' | 'moved' | 'changed';

/** One element, relation or edge that is not what it was. */
export interface ModelChange {
  /**
   * `moved` lies inside of something else now, whatever its name; `renamed` has another name in the
   * same place. Both may have changed properties, too.
   */
  readonly change: ChangeKind;
  /** Kind of the element or edge: `service`, `call`, `relation`, … */
  readonly kind: string;
  /** Its id after, or before where it is gone. */
  readonly id: ElementId;
  /** Its id before, where that is another one. */
  readonly formerId?: ElementId;
  /** Its place before, in the files of that revision. */
  readonly before?: Span;
  readonly after?: Span;
  readonly properties: readonly PropertyChange[];
}

/** A model file that went to another path with all that it declares. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}
