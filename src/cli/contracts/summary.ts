import type { GeneratedContract } from '../../contracts/generation.js';
import type { ContractState } from '../../contracts/merge/state.js';

const states: readonly ContractState[] = [
  'fresh',
  'enriched',
  'stale',
  'drifted',
  'conflict',
  'missing',
  'orphan',
];

/** How many contracts are in each state, before anything is written. */
export function contractsSummary(
  contracts: readonly GeneratedContract[],
): Record<ContractState, number> {
  return Object.fromEntries(
    states.map((state) => [state, contracts.filter((one) => one.state === state).length]),
  ) as Record<ContractState, number>;
}
