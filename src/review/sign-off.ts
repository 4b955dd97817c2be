import { nameOfId } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Comparison } from './compare/compare.js';
import type { ContractChange } from './compatibility/contract-change.js';

/** A team to ask, and why. */
export interface SignOff {
  readonly team: ElementId;
  readonly reasons: readonly string[];
}

/** Teams whose contracts change, who are hit, and whose things come, go or change hands. */
export function signOffs(
  { changes }: Comparison,
  contracts: readonly ContractChange[],
): readonly SignOff[] {
  const reasons = new Map<ElementId, Set<string>>();
  const ask = (team: ElementId | undefined, reason: string) => {
    if (team === undefined) return;
    const known = reasons.get(team) ?? new Set<string>();
    reasons.set(team, known.add(reason));
  };
  for (const { severity, contract, team, hits } of contracts) {
    if (severity === 'info') continue;
    ask(team, `offers ${nameOfId(contract)}, which changes`);
    for (const hit of hits) {
      const how = hit.severity === 'breaking' ? 'breaks with' : 'has to look at';
      ask(hit.team, `${nameOfId(hit.consumer)} ${how} the change of ${nameOfId(contract)}`);
      // What two teams share, both decide on.
      if (hit.pattern === 'shared-kernel')
        ask(team, `shares a kernel with ${nameOfId(hit.consumer)}`);
    }
  }
  for (const { id, properties } of changes) {
    for (const { name, before, after } of properties) {
      if (name !== 'team') continue;
      if (before !== undefined) ask(`team:${before}`, `hands ${nameOfId(id)} over`);
      if (after !== undefined) ask(`team:${after}`, `takes ${nameOfId(id)} over`);
    }
  }
  return [...reasons]
    .map(([team, texts]) => ({ team, reasons: [...texts].sort() }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
}
