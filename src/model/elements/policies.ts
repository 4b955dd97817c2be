/** What calls and handlers do about failure, load and safety. */
import type { Span } from '../span.js';
import type { ElementId } from './identity.js';
import type { Milliseconds } from './literals.js';

export type Transport = 'plain' | 'tls' | 'mtls';

export interface Policies {
  readonly timeout?: Milliseconds;
  readonly retry?: number;
  readonly backoff?: 'exponential' | 'fixed';
  readonly jitter: boolean;
  readonly circuitBreaker: boolean;
  readonly bulkhead: boolean;
  /** Free text, or the operation or service that stands in. */
  readonly fallback?: { readonly text: string } | { readonly target: ElementId };
  /** How long answers are kept. */
  readonly cached?: Milliseconds;
  readonly parallel: boolean;
  /** The caller can answer without it. */
  readonly optional: boolean;
  /** Calls for one request, `per-item`, default 1. */
  readonly times: number | 'per-item';
  readonly transport?: Transport;
  readonly idempotent: boolean;
  readonly deadLetter?: string;
  /** What the consumer really uses. */
  readonly fields?: readonly string[];
  /** Of each of these. */
  readonly fieldSpans?: readonly Span[];
  /** Where each declared policy stands, by its keyword. */
  readonly spans: Readonly<Record<string, Span>>;
}
