import { escapeXml, tag } from '../../diagram/svg/escape.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import { allRules } from '../../rules/generated/index.js';
import { fails, markOf, pathOf, reported, type FailOn, type RootReport } from './report.js';

/**
 * A JUnit report: a suite for each model, a case for each finding, and a passed case for each rule
 * that has nothing to say. A finding below `failOn` passes, with its text; an accepted one is
 * skipped, with its reason.
 */
export function junitReport(reports: readonly RootReport[], failOn: FailOn): string {
  const suites = reports.map((report) => suite(report, failOn));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'testsuites',
    { name: 'archivolt', ...sum(suites.map(({ counts }) => counts)) },
    '\n',
    ...suites.map(({ xml }) => `${xml}\n`),
  )}\n`;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

function suite({ root, findings }: RootReport, failOn: FailOn): { xml: string; counts: Counts } {
  const shown = reported(findings);
  const speaking = new Set(shown.map(({ rule }) => rule));
  const silent = allRules.filter(({ id }) => !speaking.has(id));
  const counts = {
    tests: shown.length + silent.length,
    failures: shown.filter((finding) => fails(finding, failOn)).length,
    skipped: shown.filter((finding) => markOf(finding) !== undefined).length,
  };
  const cases = [
    ...shown.map((finding) => findingCase(root, finding, failOn)),
    ...silent.map(({ id, category }) => tag('testcase', { name: id, classname: category })),
  ];
  const lines = cases.map((one) => `\n  ${one}`);
  return {
    xml: tag('testsuite', { name: root.name, ...counts, errors: 0 }, ...lines, '\n'),
    counts,
  };
}

function findingCase(root: RootReport['root'], finding: Finding, failOn: FailOn): string {
  const { rule, severity, what, element, span } = finding;
  const file = pathOf(root, span.file);
  const place = `${file}:${String(span.start.line)}:${String(span.start.column)}`;
  const text = `${place} ${severity} ${rule}\n${messageOf(finding)}`;
  const mark = markOf(finding);
  const outcome =
    mark !== undefined
      ? tag('skipped', { message: mark })
      : fails(finding, failOn)
        ? tag('failure', { type: severity, message: what }, escapeXml(text))
        : tag('system-out', {}, escapeXml(text));
  return tag(
    'testcase',
    { name: `${rule}: ${element}`, classname: file, file, line: span.start.line },
    outcome,
  );
}

function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((value, one) => value + one[key], 0);
  return { tests: total('tests'), failures: total('failures'), skipped: total('skipped') };
}
