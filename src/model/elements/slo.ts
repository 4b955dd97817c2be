import type { Span } from '../span.js';
import type { Milliseconds, Percentage, Rate } from './literals.js';

/** Service level objectives. Latencies by percentile. */
export interface Slo {
  readonly availability?: Percentage;
  readonly p50?: Milliseconds;
  readonly p75?: Milliseconds;
  readonly p90?: Milliseconds;
  readonly p95?: Milliseconds;
  readonly p99?: Milliseconds;
  readonly throughput?: Rate;
  readonly span?: Span;
  /** Where each figure stands. */
  readonly spans: Readonly<Partial<Record<SloFigure, Span>>>;
}
export type Percentile = 'p50' | 'p75' | 'p90' | 'p95' | 'p99';
export type SloFigure = Percentile | 'availability' | 'throughput';
