/** Flows through services, step by step. */
import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';
import type { Milliseconds } from './literals.js';

export interface Flow extends ElementBase {
  readonly kind: 'flow';
  readonly flowKind?: 'request' | 'saga';
  readonly budget?: Milliseconds;
  readonly steps: readonly Step[];
}

export interface Step extends ElementBase {
  readonly kind: 'step';
  /** Counting from 1. */
  readonly index: number;
  readonly action: 'call' | 'publish' | 'react';
  /** Actor, external or service that acts, also where one of its APIs or operations is named. */
  readonly from?: ElementId;
  /** Service, API, operation or external called; event published or reacted to. */
  readonly to?: ElementId;
  readonly compensate?: ElementId;
  readonly pivot: boolean;
  readonly comment?: string;
}
