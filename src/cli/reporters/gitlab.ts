import { messageOf, type Finding } from '../../rules/finding.js';
import { fingerprintOf } from '../../model/fingerprint.js';
import { markOf, pathOf, reported, type RootReport } from './report.js';

const severities = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' } as const;

/** A code quality report as GitLab reads it (the subset of Code Climate's format that it knows). */
export function gitlabReport(reports: readonly RootReport[]): string {
  const issues = reports.flatMap(({ root, findings }) =>
    reported(findings).map((finding) => issue(root, finding)),
  );
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

function issue(root: RootReport['root'], finding: Finding): object {
  const mark = markOf(finding);
  return {
    description: mark === undefined ? messageOf(finding) : `${finding.what} ${mark}.`,
    check_name: finding.rule,
    // Unique in the report: two models may have the same finding.
    fingerprint: fingerprintOf(root.name, finding.fingerprint),
    severity: mark === undefined ? severities[finding.severity] : 'info',
    location: {
      path: pathOf(root, finding.span.file),
      lines: { begin: finding.span.start.line, end: finding.span.end.line },
    },
  };
}
