import type { Span } from '../../model/span.js';
import type { Finding } from '../../rules/finding.js';
import type { Severity } from '../../rules/rule.js';
import { plural } from '../../rules/text.js';
import type { Host } from '../host.js';
import type { LoadedRoot } from '../load.js';
import { codeFrame, linesOf, visible } from './code-frame.js';
import {
  addSummaries,
  markOf,
  pathOf,
  reported,
  summarize,
  type RootReport,
  type Summary,
} from './report.js';

/** Findings for people: place, what, code frame, why, remedy, and a summary. Hints are counted. */
export function textReport(
  reports: readonly RootReport[],
  { colors }: Pick<Host, 'colors'>,
): string {
  const parts = reports.flatMap(({ root, findings }) => {
    // Split once a file: a file may have thousands of findings.
    const linesByFile = new Map<string, readonly string[]>();
    return reported(findings).map((finding) => {
      const { file } = finding.span;
      let lines = linesByFile.get(file);
      if (!lines) linesByFile.set(file, (lines = linesOf(root.project.workspace.text(file) ?? '')));
      return textFinding(finding, lines, root, colors);
    });
  });
  const stale = reports.flatMap((report) => staleLines(report, colors));
  const summary = addSummaries(reports.map(({ findings }) => summarize(findings)));
  const files = reports.reduce((sum, { root }) => sum + root.project.model.files.length, 0);
  const services = reports.reduce((sum, { root }) => sum + root.project.model.services.length, 0);
  const checked = `${plural(files, 'file')}, ${plural(services, 'service')} in ${plural(reports.length, 'model')}`;
  return `${[...parts, ...stale, summaryLine(summary, checked, colors)].join('\n')}\n`;
}

/** Entries of the baseline that nothing answers to: someone mended them. */
function staleLines({ root, stale }: RootReport, colors: Colors): string[] {
  if (stale.length === 0) return [];
  const path = pathOf(root, root.project.configuration.baseline);
  const shown = stale.slice(0, 5).map(({ rule, element }) => `    ${rule} ${visible(element)}`);
  const rest = stale.length - shown.length;
  return [
    `${colors.bold(path)} holds ${plural(stale.length, 'finding that is', 'findings that are')} gone; \`archivolt baseline prune\` takes ${stale.length === 1 ? 'it' : 'them'} out:`,
    ...shown,
    ...(rest > 0 ? [`    … and ${String(rest)} more`] : []),
    '',
  ];
}

function placeOf(root: LoadedRoot, { file, start }: Span): string {
  return `${pathOf(root, file)}:${String(start.line)}:${String(start.column)}`;
}

type Colors = Host['colors'];

function severityLabel(severity: Severity, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.gray };
  return paint[severity](severity);
}

function textFinding(
  finding: Finding,
  text: readonly string[],
  root: LoadedRoot,
  colors: Colors,
): string {
  const { severity, rule, what, why, remedy, span, related, accepted, baselined } = finding;
  const mark = markOf(finding);
  const short = accepted ? ' (accepted)' : baselined ? ' (in the baseline)' : '';
  const head = `${colors.bold(placeOf(root, span))} ${severityLabel(severity, colors)} ${colors.cyan(rule)}${short}`;
  // There may be hundreds in a baseline, and nobody asks about them.
  if (baselined) return head;
  const lines = [head, `  ${visible(what)}`];
  if (mark !== undefined) return [...lines, colors.gray(`  ${visible(mark)}`), ''].join('\n');
  const frame = codeFrame(text, span);
  if (frame !== '') lines.push('', frame, '');
  if (why !== '') lines.push(`  ${visible(why)}`);
  if (remedy !== '') lines.push(`  ${colors.green(visible(remedy))}`);
  for (const { span: other, message } of related.slice(0, 8)) {
    lines.push(colors.gray(`    ${placeOf(root, other)} ${visible(message)}`));
  }
  lines.push('');
  return lines.join('\n');
}

function summaryLine(summary: Summary, checked: string, colors: Colors): string {
  const { error, warning, info, hint, accepted, baselined } = summary;
  const parts = [
    error > 0 ? colors.red(plural(error, 'error')) : undefined,
    warning > 0 ? colors.yellow(plural(warning, 'warning')) : undefined,
    info > 0 ? colors.blue(plural(info, 'info', 'infos')) : undefined,
    hint > 0 ? colors.gray(`${plural(hint, 'hint')} (shown in the editor)`) : undefined,
    accepted > 0 ? `${String(accepted)} accepted` : undefined,
    baselined > 0 ? `${String(baselined)} in the baseline` : undefined,
  ].filter((part) => part !== undefined);
  const result = parts.length > 0 ? parts.join(', ') : colors.green('no findings');
  return `${checked}: ${result}`;
}
