import type { MergeResult } from './merge.js';

/**
 * How a contract file stands to the model:
 * - `fresh`: as generated
 * - `enriched`: with descriptions, examples, extensions or comments of the team's; fine
 * - `stale`: the model has moved, generating brings it up to date
 * - `drifted`: a hand edit changed a path, a type or a required field
 * - `conflict`: both sides changed one place, or the file cannot be read
 * - `missing`: not generated yet, or deleted
 * - `orphan`: what it was generated for is gone from the model
 */
export type ContractState =
  'fresh' | 'enriched' | 'stale' | 'drifted' | 'conflict' | 'missing' | 'orphan';

/** States that need somebody; `generate --check` fails on them. */
export function needsAttention(state: ContractState): boolean {
  return state !== 'fresh' && state !== 'enriched';
}

export function stateOf(disk: string | undefined, merged: MergeResult): ContractState {
  if (disk === undefined) return 'missing';
  if (merged.conflicts.length > 0 || merged.problem) return 'conflict';
  if (merged.text !== disk) return 'stale';
  if (merged.handChanges.some((change) => change.drifts)) return 'drifted';
  return merged.handChanges.length > 0 || merged.comments > 0 ? 'enriched' : 'fresh';
}
