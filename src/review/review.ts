import { figuresOf, type ModelFigures } from '../metrics/figures.js';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import type { Finding } from '../rules/finding.js';
import type { Approval } from './approvals.js';
import { compareModels, type Comparison } from './compare/compare.js';
import { contractChanges } from './compatibility/compatibility.js';
import type { ContractChange } from './compatibility/contract-change.js';
import { impacts, type Impact } from './compatibility/difference.js';
import {
  expiringExceptions,
  findingChanges,
  type ExpiringException,
  type FindingChanges,
} from './findings.js';
import { signOffs, type SignOff } from './sign-off.js';

export interface Revision {
  /** What a reader calls it: `main`, `the working tree`. */
  readonly name: string;
  readonly model: Model;
  readonly findings: readonly Finding[];
}

export interface ReviewedContract extends ContractChange {
  readonly approval?: Approval;
}

/** A figure of the whole model in two revisions; a share without services is missing. */
export interface FigureChange {
  readonly name: keyof ModelFigures;
  readonly before?: number;
  readonly after?: number;
}

export interface Review {
  readonly before: Revision;
  readonly after: Revision;
  readonly comparison: Comparison;
  readonly contracts: readonly ReviewedContract[];
  readonly findings: FindingChanges;
  readonly expiring: readonly ExpiringException[];
  readonly figures: readonly FigureChange[];
  readonly signOff: readonly SignOff[];
}

/** Everything that an architect asks about a change, as data. Pure. */
export function review(
  before: Revision,
  after: Revision,
  today: IsoDate,
  approvals: ReadonlyMap<string, Approval> = new Map(),
): Review {
  const comparison = compareModels(before.model, after.model);
  const contracts = reviewedContracts(comparison, today, approvals);
  return {
    before,
    after,
    comparison,
    contracts,
    findings: findingChanges(before.findings, after.findings),
    expiring: expiringExceptions(after.model, today),
    figures: figureChanges(before.model, after.model),
    signOff: signOffs(comparison, contracts),
  };
}

/** Whether a change of a contract wants somebody's approval, and has none. */
export function approvable({ severity, approval }: ReviewedContract): boolean {
  return severity !== 'info' && !approval;
}

/** Contracts that changed, loudest first, with the approvals that they have. */
export function reviewedContracts(
  comparison: Comparison,
  today: IsoDate,
  approvals: ReadonlyMap<string, Approval>,
): readonly ReviewedContract[] {
  return contractChanges(comparison, today)
    .map((change): ReviewedContract => {
      const approval = approvals.get(change.fingerprint);
      return approval ? { ...change, approval } : change;
    })
    .sort(loudestFirst);
}

/** Whether something that nobody approved is at least this bad. */
export function fails({ contracts }: Review, failOn: Exclude<Impact, 'info'> | 'never'): boolean {
  if (failOn === 'never') return false;
  const limit = impacts.indexOf(failOn);
  return contracts.some(
    ({ severity, approval }) => !approval && impacts.indexOf(severity) >= limit,
  );
}

function loudestFirst(a: ContractChange, b: ContractChange): number {
  return impacts.indexOf(b.severity) - impacts.indexOf(a.severity);
}

function figureChanges(before: Model, after: Model): FigureChange[] {
  const [then, now] = [figuresOf(before).model, figuresOf(after).model];
  const names: readonly (keyof ModelFigures)[] = [
    'contexts',
    'services',
    'synchronousPairs',
    'couplingFactor',
    'deepestChain',
    'cycles',
    'sharedStores',
  ];
  return names.map((name) => ({
    name,
    ...(then[name] === undefined ? {} : { before: then[name] }),
    ...(now[name] === undefined ? {} : { after: now[name] }),
  }));
}
