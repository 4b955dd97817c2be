/** The coverage report for a review or a preview. */
import type { CoverageEntry } from '../coverage.js';
import type { DocumentReport } from '../document.js';
import { percent, reasons, shownPlace } from './summary.js';

/** How many places a list shows; documents of ten megabytes have more than anyone reads. */
const shown = 2000;

export function reportMarkdown(
  reports: readonly DocumentReport[],
  remarks: readonly string[] = [],
): string {
  const parts = ['# Import', ...remarks.map(escaped), ...reports.map(documentMarkdown)];
  return `${parts.join('\n\n')}\n`;
}

function documentMarkdown({ name, title, coverage, remarks }: DocumentReport): string {
  const { counts, share, entries } = coverage;
  const of = (kind: CoverageEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind && entry.reason === undefined);
  return [
    `## ${escaped(name)}`,
    `${escaped(title)}: **${percent(share)}** of its values are in the model.`,
    [
      '| | values |',
      '| --- | ---: |',
      `| in the model | ${String(counts.modelled)} |`,
      `| carried along in the document | ${String(counts.carried)} |`,
      `| not understood | ${String(counts.unsupported)} |`,
    ].join('\n'),
    ...remarks.map(escaped),
    ...section(
      'Not understood',
      'The model says less here than the document, which stays as it is.',
      reasons(coverage).map(({ at, reason }) => `- ${code(shownPlace(at))}: ${escaped(reason)}`),
    ),
    ...section(
      'Carried along',
      'The document keeps this; the model does not speak of it.',
      of('carried').map(({ at, values }) => `- ${code(shownPlace(at))} (${String(values)})`),
    ),
    ...section(
      'In the model',
      'The model says this, and generating follows it.',
      of('modelled').map(({ at, values }) => `- ${code(shownPlace(at))} (${String(values)})`),
    ),
  ].join('\n\n');
}

function section(title: string, text: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > shown ? [`- and ${String(lines.length - shown)} more`] : [];
  return [`### ${title}`, text, [...lines.slice(0, shown), ...more].join('\n')];
}

function code(text: string): string {
  return `\`${plain(text).replaceAll('`', "'")}\``;
}

/** A text of a document as Markdown that is nothing but text; code spans of ours stay. */
function escaped(text: string): string {
  return plain(text)
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_[\]<>#|!]/g, '\\$&')))
    .join('');
}

function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}
