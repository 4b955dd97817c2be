import type { ElementId } from '../../model/elements/identity.js';
import type { Span } from '../../model/span.js';
import type { Impact, Stand } from './difference.js';
import type { Pattern } from './loudness.js';
import type { VersionBump } from './version-bump.js';

/** A consumer that a change reaches. */
export interface Hit {
  readonly consumer: ElementId;
  readonly edge: ElementId;
  /** In the files after; of what is left behind, in those before. */
  readonly span: Span;
  readonly team?: ElementId;
  readonly pattern: Pattern;
  /** For this consumer. */
  readonly severity: Impact;
}

/**
 * `respected`: it was deprecated and its sunset had come. `early`: it went before its sunset.
 * `unannounced`: it had no sunset.
 */
export type Sunset = 'respected' | 'early' | 'unannounced';

/** One change of one contract, with whom it breaks. */
export interface ContractChange {
  /** Named like oasdiff's check where the meaning is the same. */
  readonly rule: string;
  /** What counts: dampened by relations, by an announcing version and by a respected sunset. */
  readonly severity: Impact;
  /** What it would be for somebody who is not prepared. */
  readonly impact: Impact;
  /** Operation, event or command; its id after, or before where it is gone. */
  readonly contract: ElementId;
  /** Service or context that offers it. */
  readonly provider: ElementId;
  readonly team?: ElementId;
  /** Part of the contract; empty for all of it. */
  readonly place: string;
  readonly what: string;
  /** The declared type that holds the part, where it is one. */
  readonly owner?: ElementId;
  readonly before?: Stand;
  readonly after?: Stand;
  readonly hits: readonly Hit[];
  readonly version: VersionBump;
  /** For what was removed. */
  readonly sunset?: Sunset;
  /** Made of the rule, the contract and the two texts: another change has another one. */
  readonly fingerprint: string;
}
