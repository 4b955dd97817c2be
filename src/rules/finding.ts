import type { ElementId } from '../model/elements/identity.js';
import type { Span } from '../model/span.js';
import type { Accepted, Fix, Related, Severity } from './rule.js';

export interface Finding {
  /** Rule id; `syntax` for what the text itself gets wrong. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  readonly span: Span;
  readonly element: ElementId;
  readonly elements: readonly ElementId[];
  readonly related: readonly Related[];
  readonly data: Readonly<Record<string, unknown>>;
  /** Stable under moves and reformatting: made of the rule and the elements, never of places. */
  readonly fingerprint: string;
  /** What it was before the renames that the model declares; missing where that is the same. */
  readonly formerFingerprint?: string;
  readonly fixes: readonly Fix[];
  /** Where else than at `element` an exception accepts it. */
  readonly acceptedAt?: readonly ElementId[];
  readonly accepted?: Accepted;
  readonly baselined?: boolean;
}

/** What, why and remedy in one text. */
export function messageOf({ what, why, remedy }: Pick<Finding, 'what' | 'why' | 'remedy'>): string {
  return [what, why, remedy].filter((part) => part !== '').join(' ');
}

/** Whether it counts for exit codes and summaries by severity. */
export function counts(finding: Finding): boolean {
  return finding.accepted === undefined && finding.baselined !== true;
}

/** Why a finding does not count; undefined for one that does. */
export function whyNotCounted({ accepted, baselined }: Finding): string | undefined {
  if (accepted) return `accepted: ${accepted.because}`;
  return baselined === true ? 'in the baseline' : undefined;
}
