/** Services, and the external systems that have the members of one. */
import type { ElementBase, NamedReference } from './base.js';
import type { ElementId } from './identity.js';
import type { Slo } from './slo.js';

export type ServiceKind =
  'service' | 'gateway' | 'bff' | 'frontend' | 'worker' | 'job' | 'orchestrator';
export type Criticality = 'high' | 'medium' | 'low';

export type TelemetrySignal = 'traces' | 'metrics' | 'logs';

interface ServiceLike extends ElementBase {
  readonly team?: ElementId;
  readonly teamDeclared: boolean;
  readonly technology?: string;
  readonly criticality?: Criticality;
  readonly slo?: Slo;
  readonly apis: readonly ElementId[];
  readonly stores: readonly ElementId[];
  readonly telemetry?: readonly TelemetrySignal[];
  readonly runbook?: string;
  readonly rollout?: 'canary' | 'blue-green' | 'rolling' | 'recreate';
  readonly replicas?: number;
  readonly status?: 'planned' | 'building' | 'live' | 'extracting' | 'extracted' | 'retired';
  readonly outbox: boolean;
  readonly owns: readonly NamedReference[];
  readonly replicates: readonly NamedReference[];
  readonly libraries: readonly NamedReference[];
}

export interface Service extends ServiceLike {
  readonly kind: 'service';
  readonly context: ElementId;
  /** Declared, else `service`. */
  readonly serviceKind: ServiceKind;
  /** Declared, else its own qualified name: it is released alone. */
  readonly deployable: string;
  readonly deployableDeclared: boolean;
}

/** A system that others run, with the members of a service. */
export interface External extends ServiceLike {
  readonly kind: 'external';
  /** Only where declared: who runs it decides on both. */
  readonly serviceKind?: ServiceKind;
  readonly deployable?: string;
}
