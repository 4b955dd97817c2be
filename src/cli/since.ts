import type { IsoDate } from '../model/elements/literals.js';
import { Project, type CheckResult } from '../project/project.js';
import { Folder } from '../disk/folder.js';
import { agreedOf, approvalsFile } from '../review/approvals.js';
import { approvalsOf } from './review/approvals.js';
import { findingChanges } from '../review/findings.js';
import type { LoadedRoot } from './load.js';
import { hold, textsAt } from '../history/revisions.js';

/**
 * Findings that a model root has and did not have at a git revision, by fingerprint; rules that
 * compare hold the model against that revision.
 *
 * @throws RevisionError where there is no such revision
 */
export function introducedSince(
  { path, project }: LoadedRoot,
  revision: string,
  today: IsoDate,
  only: ReadonlySet<string> | undefined,
): CheckResult {
  const former = hold(new Project(), textsAt(path, revision));
  project.setPrevious(former.model);
  project.setAgreed(agreedOf(approvalsOf(new Folder(path).read(approvalsFile))));
  const before = former.check(today, only).findings;
  const { findings } = project.check(today, only);
  const { introduced, accepted } = findingChanges(before, findings);
  // What is accepted or approved does not count, but whoever reviews the change sees it.
  const isNew = new Set([...introduced, ...accepted]);
  return { findings: findings.filter((finding) => isNew.has(finding)), stale: [] };
}
