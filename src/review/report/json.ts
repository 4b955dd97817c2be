import { messageOf, type Finding } from '../../rules/finding.js';
import type { Review } from '../review.js';
import type { RootReview } from './root-review.js';
import type { Span } from '../../model/span.js';

/**
 * `review --format json`; its schema is schemas/review.schema.json. Several roots are listed as
 * `models`, each with its root.
 */
export function jsonReview(reviews: readonly RootReview[]): string {
  const [first, ...more] = reviews;
  const report =
    first && more.length === 0
      ? { version: 1, ...reportOf(first.review) }
      : {
          version: 1,
          models: reviews.map(({ name, review }) => ({ root: name, ...reportOf(review) })),
        };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function reportOf(reviewed: Review): object {
  const { before, after, comparison, contracts, findings, expiring, figures, signOff } = reviewed;
  return {
    before: before.name,
    after: after.name,
    changes: comparison.changes,
    fileMoves: comparison.fileMoves,
    contracts,
    findings: {
      new: findings.introduced.map(jsonFinding),
      fixed: findings.fixed.map(jsonFinding),
      remaining: findings.remaining.map(jsonFinding),
      accepted: findings.accepted.map(jsonFinding),
    },
    expiring,
    figures,
    signOff,
  };
}

function jsonFinding(finding: Finding): object {
  const { rule, severity, element, fingerprint, span } = finding;
  return { rule, severity, message: messageOf(finding), element, fingerprint, span: place(span) };
}

function place({ file, start, end }: Span): Span {
  return { file, start, end };
}
