/** Aggregates and their entities. */
import type { ElementBase } from './base.js';
import type { Field } from './data-types.js';
import type { ElementId } from './identity.js';

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
