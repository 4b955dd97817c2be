import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import type { Approval } from './approvals.js';
import { compareModels, type Comparison } from './compare/compare.js';
import { reviewedContracts, type ReviewedContract } from './review.js';

/** What changed between two models and what that breaks: what can be shown on a map of both. */
export interface Compared {
  readonly comparison: Comparison;
  /** Loudest first. */
  readonly contracts: readonly ReviewedContract[];
}

/** Compares two revisions, without what the rules say of them. */
export function comparedModels(
  before: Model,
  after: Model,
  today: IsoDate,
  approvals: ReadonlyMap<string, Approval> = new Map(),
): Compared {
  const comparison = compareModels(before, after);
  return { comparison, contracts: reviewedContracts(comparison, today, approvals) };
}
