import { messageOf, type Finding } from '../../rules/finding.js';
import type { Review } from '../review.js';
import type { Span } from '../../model/span.js';

/** `review --format json`; its schema is schemas/review.schema.json. */
export function jsonReview(reviewed: Review): string {
  const { before, after, comparison, contracts, findings, expiring, figures, signOff } = reviewed;
  const report = {
    version: 1,
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
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding): object {
  const { rule, severity, element, fingerprint, span } = finding;
  return { rule, severity, message: messageOf(finding), element, fingerprint, span: place(span) };
}

function place({ file, start, end }: Span): Span {
  return { file, start, end };
}
