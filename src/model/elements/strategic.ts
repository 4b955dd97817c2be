/** The strategic level around the contexts: domains, and who builds, uses and shares. */
import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';

export interface System extends ElementBase {
  readonly kind: 'system';
  readonly vision?: string;
  readonly engineers?: number;
  readonly mesh?: string;
}

export interface Domain extends ElementBase {
  readonly kind: 'domain';
  readonly vision?: string;
  readonly subdomains: readonly ElementId[];
}

export type SubdomainType = 'core' | 'supporting' | 'generic';

export interface Subdomain extends ElementBase {
  readonly kind: 'subdomain';
  readonly type: SubdomainType;
  readonly vision?: string;
  readonly domain: ElementId;
}

export type TeamKind = 'stream-aligned' | 'platform' | 'enabling' | 'complicated-subsystem';

export interface Team extends ElementBase {
  readonly kind: 'team';
  readonly size?: number;
  readonly teamKind?: TeamKind;
  readonly contact?: string;
  readonly onCall?: string;
}

export interface Actor extends ElementBase {
  readonly kind: 'actor';
}

export interface Library extends ElementBase {
  readonly kind: 'library';
  readonly libraryKind?: 'domain' | 'utility';
  readonly version?: string;
}
