/** What client and server say to each other about findings and rules. */

export const rulePageRequest = 'archivolt/rulePage';
export const findingsRequest = 'archivolt/findings';
export const acceptFindingRequest = 'archivolt/acceptFinding';

/** Commands of the client that the server's code actions name, where the client has them. */
export const acceptFindingCommand = 'archivolt.acceptFinding';
export const explainRuleCommand = 'archivolt.explainRule';

/** Options of `initialize`: what the client brings along. */
export interface ClientOptions {
  /** It has the commands above. */
  readonly commands?: boolean;
}

export interface RulePageParams {
  readonly rule: string;
}

/** A finding as lists show it; positions count from 0, as in the protocol of editors. */
export interface FindingItem {
  readonly rule: string;
  readonly severity: 'hint' | 'info' | 'warning' | 'error';
  readonly what: string;
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  /** Name of the context or external that it belongs to; empty for what stands above them. */
  readonly context: string;
  /** Why it does not count. */
  readonly mark?: string;
}

export interface AcceptFindingParams {
  readonly uri: string;
  readonly fingerprint: string;
  readonly because: string;
  /** ISO date. */
  readonly until?: string;
}
