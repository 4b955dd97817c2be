/** Bounded contexts and their ubiquitous language. */
import type { Span } from '../span.js';
import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';
import type { SubdomainType } from './strategic.js';

export type ContextKind = 'feature' | 'application' | 'system' | 'legacy' | 'big-ball-of-mud';
export type Volatility = 'high' | 'medium' | 'low';
export type Evolution = 'genesis' | 'custom' | 'product' | 'commodity';

/** An entry of a context's ubiquitous language. */
export interface Term {
  readonly name: string;
  readonly definition?: string;
  /** Its documentation comment, in Markdown. */
  readonly doc?: string;
  /** Words that this context does not want to hear for it. */
  readonly avoid: readonly string[];
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Context extends ElementBase {
  readonly kind: 'context';
  /** Domains and subdomains, in the author's order. */
  readonly implements: readonly ElementId[];
  /**
   * The most important subdomain type that it implements (core before supporting before generic);
   * missing where it implements none or only whole domains.
   */
  readonly subdomainType?: SubdomainType;
  readonly vision?: string;
  readonly responsibilities: readonly string[];
  readonly team?: ElementId;
  readonly contextKind?: ContextKind;
  /** Declared, else by subdomain: core high, supporting medium, generic low. */
  readonly volatility?: Volatility;
  readonly volatilityDeclared: boolean;
  readonly evolution?: Evolution;
  readonly terms: readonly Term[];
  /** Every block that contributes to it; `span` is the first one's. */
  readonly blocks: readonly Span[];
  /** The name in each of the blocks. */
  readonly blockNames: readonly Span[];
}
