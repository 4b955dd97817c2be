import type { Span } from '../../model/span.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import { helpUrl } from '../../rules/help.js';
import { summarize, type RootReport } from './report.js';

/** `check --format json`; its schema is schemas/check.schema.json. */
export function jsonReport(reports: readonly RootReport[]): string {
  const models = reports.map(({ root, findings, stale }) => ({
    root: root.name,
    files: root.project.model.files.length,
    services: root.project.model.services.length,
    summary: summarize(findings),
    findings: findings.map(jsonFinding),
    ...(stale.length === 0 ? {} : { stale }),
  }));
  return `${JSON.stringify({ version: 1, models }, undefined, 2)}\n`;
}

export function jsonFinding(finding: Finding): object {
  const { rule, severity, span, element, elements, related, data, fingerprint, fixes } = finding;
  return {
    rule,
    severity,
    message: messageOf(finding),
    file: span.file,
    range: rangeOf(span),
    element,
    elements,
    related: related.map((place) => ({
      file: place.span.file,
      range: rangeOf(place.span),
      message: place.message,
    })),
    data,
    fingerprint,
    help: helpUrl(rule),
    fixes: fixes.map(({ title }) => title),
    ...(finding.accepted ? { accepted: finding.accepted } : {}),
    ...(finding.baselined ? { baselined: true } : {}),
  };
}

function rangeOf({ start, end }: Span) {
  return { start, end };
}
