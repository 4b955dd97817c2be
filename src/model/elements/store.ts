import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';
import type { Milliseconds, Percentage } from './literals.js';

export interface Store extends ElementBase {
  readonly kind: 'store';
  /** postgres, redis, s3, … */
  readonly technology: string;
  /** The owning service or external; missing for a store declared directly in a context. */
  readonly owner?: ElementId;
  readonly context?: ElementId;
  readonly instance?: string;
  readonly availability?: Percentage;
  readonly replicas?: number;
  /** Interval between backups. */
  readonly backup?: Milliseconds;
  readonly team?: ElementId;
}
