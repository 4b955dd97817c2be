import { ThemeColor, ThemeIcon } from 'vscode';
import type { ContractStateName } from '../../protocol/contracts.js';

/** Told apart by shape, not by colour alone. */
export const stateIcon: Readonly<Record<ContractStateName, ThemeIcon>> = {
  fresh: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  enriched: new ThemeIcon('edit', new ThemeColor('testing.iconPassed')),
  stale: new ThemeIcon('history', new ThemeColor('list.warningForeground')),
  drifted: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  conflict: new ThemeIcon('git-merge', new ThemeColor('list.errorForeground')),
  missing: new ThemeIcon('circle-large-outline'),
  orphan: new ThemeIcon('debug-disconnect', new ThemeColor('list.warningForeground')),
};

export const stateMeaning: Readonly<Record<ContractStateName, string>> = {
  fresh: 'as generated.',
  enriched: 'with words, examples or comments of yours.',
  stale: 'the model has moved. Generate again.',
  drifted: 'a path, a type or a required field was changed by hand.',
  conflict: 'changed by hand and in the model. Decide in the file.',
  missing: 'not generated yet. A click shows its preview.',
  orphan: 'what it was generated for is gone from the model.',
};
