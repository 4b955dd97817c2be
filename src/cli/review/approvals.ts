import {
  approvalsFile,
  readApprovals,
  withApproval,
  type Approval,
} from '../../review/approvals.js';
import type { Review } from '../../review/review.js';
import { Folder } from '../../disk/folder.js';
import { userName } from '../../history/named-revisions.js';
import type { IsoDate } from '../../model/elements/literals.js';
import { UsageError } from '../failure.js';
import type { RootedReview } from './reviews.js';

/** @throws UsageError for a file that is none of approvals */
export function approvalsOf(text: string | undefined): ReadonlyMap<string, Approval> {
  const { approvals, problem } = readApprovals(text);
  if (problem !== undefined) throw new UsageError(`${approvalsFile}: ${problem}`);
  return approvals;
}

/**
 * Records approvals of changes in the name of git's user, and answers the reviews with them.
 *
 * @throws UsageError for a change that is in none of the reviews, or needs no approval
 */
export function approve(
  reviews: readonly RootedReview[],
  fingerprints: readonly string[],
  because: string,
  today: IsoDate,
): RootedReview[] {
  const unknown = fingerprints.find(
    (wanted) => !reviews.some(({ review }) => changeWith(review, wanted)),
  );
  if (unknown !== undefined) {
    throw new UsageError(
      `${unknown}: no change has this fingerprint. \`archivolt review\` shows it behind each change.`,
    );
  }
  return reviews.map((rooted) => {
    const { path, review } = rooted;
    const own = fingerprints.filter((wanted) => changeWith(review, wanted));
    if (own.length === 0) return rooted;
    const who = userName(path);
    if (who === undefined) {
      throw new UsageError('Git does not know your name yet: git config user.name "…"');
    }
    const folder = new Folder(path);
    let text = folder.read(approvalsFile);
    const given = new Map<string, Approval>();
    for (const fingerprint of own) {
      const approval = { fingerprint, who, why: because, when: today };
      if (changeWith(review, fingerprint)?.severity === 'info') {
        throw new UsageError(`${fingerprint}: the change breaks nobody and needs no approval.`);
      }
      text = withApproval(text, approval);
      given.set(fingerprint, approval);
    }
    folder.write(approvalsFile, text ?? '');
    const contracts = review.contracts.map((change) => {
      const approval = given.get(change.fingerprint);
      return approval ? { ...change, approval } : change;
    });
    return { ...rooted, review: { ...review, contracts } };
  });
}

function changeWith({ contracts }: Review, fingerprint: string) {
  return contracts.find((change) => change.fingerprint === fingerprint);
}
