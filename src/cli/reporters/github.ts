import { messageOf, type Finding } from '../../rules/finding.js';
import { markOf, pathOf, reported, type RootReport } from './report.js';

const commands = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations. The gravest come first, as GitHub
 * shows only some of each kind. The baseline's findings are left out: they are known.
 */
export function githubReport(reports: readonly RootReport[]): string {
  const rank = (finding: Finding) =>
    markOf(finding) === undefined ? ['error', 'warning', 'info'].indexOf(finding.severity) : 3;
  return reports
    .flatMap(({ root, findings }) =>
      reported(findings)
        .filter(({ baselined }) => baselined !== true)
        .map((finding) => ({ rank: rank(finding), line: annotation(root, finding) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => `${line}\n`)
    .join('');
}

function annotation(root: RootReport['root'], finding: Finding): string {
  const { rule, severity, span } = finding;
  const mark = markOf(finding);
  const properties = {
    file: pathOf(root, span.file),
    line: span.start.line,
    endLine: span.end.line,
    // GitHub takes columns only where a finding stands on one line.
    ...(span.start.line === span.end.line
      ? { col: span.start.column, endColumn: span.end.column }
      : {}),
    title: mark === undefined ? rule : `${rule} (accepted)`,
  };
  const words = Object.entries(properties).map(
    ([key, value]) => `${key}=${property(String(value))}`,
  );
  const text = mark === undefined ? messageOf(finding) : `${finding.what} ${mark}`;
  return `::${mark === undefined ? commands[severity] : 'notice'} ${words.join(',')}::${data(text)}`;
}

/** Escapes as `@actions/core` does; anything less would let a model's text issue commands. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
