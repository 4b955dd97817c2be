import type { Fix as SarifFix, Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Span } from '../../model/span.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import { allRules } from '../../rules/generated/index.js';
import { helpUrl } from '../../rules/help.js';
import type { AnyRule, Fix } from '../../rules/rule.js';
import { version } from '../../project/version.js';
import { pathOf, reported, type RootReport } from './report.js';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** SARIF 2.1.0 (OASIS), for code scanning: exceptions and baseline are suppressions. */
export function sarifReport(reports: readonly RootReport[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Archivolt',
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/archivolt/archivolt',
            rules: [syntaxDescriptor, ...allRules.map(descriptor)],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap(({ root, findings }) =>
          reported(findings).map((finding) => result(root, finding)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const syntaxDescriptor: ReportingDescriptor = {
  id: 'syntax',
  shortDescription: { text: 'The text of a model is not in the language.' },
  helpUri: helpUrl('syntax'),
  defaultConfiguration: { level: 'error' },
};

const ruleIndex = new Map(allRules.map(({ id }, index) => [id, index + 1]));

function descriptor({ id, summary, severity, category, sources }: AnyRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `${summary} Sources: ${sources.join('; ')}` },
    helpUri: helpUrl(id),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['architecture', category], category },
  };
}

function result(root: RootReport['root'], finding: Finding): Result {
  const { rule, severity, element, elements, related, fingerprint, accepted, baselined } = finding;
  const location = (span: Span): Location => ({ physicalLocation: physical(root, span) });
  const suppressions = [
    ...(accepted
      ? [
          {
            kind: 'inSource' as const,
            status: 'accepted' as const,
            justification: accepted.because,
          },
        ]
      : []),
    ...(baselined ? [{ kind: 'external' as const, status: 'accepted' as const }] : []),
  ];
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? 0,
    level: levels[severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        ...location(finding.span),
        logicalLocations: [{ fullyQualifiedName: element, kind: 'module' }],
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ span, message }, id) => ({
            id: id + 1,
            ...location(span),
            message: { text: message },
          })),
        }),
    partialFingerprints: { 'archivolt/v1': fingerprint },
    ...(suppressions.length === 0 ? {} : { suppressions }),
    ...(finding.fixes.length === 0
      ? {}
      : { fixes: finding.fixes.map((fix) => sarifFix(root, fix)) }),
    properties: { elements: [...elements], ...(accepted ? { accepted } : {}) },
  };
}

function physical(root: RootReport['root'], span: Span) {
  return { artifactLocation: artifact(root, span.file), region: region(span) };
}

function artifact(root: RootReport['root'], file: string) {
  return { uri: encodeURI(pathOf(root, file)).replaceAll('#', '%23').replaceAll('?', '%3F') };
}

function region({ start, end }: Span) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function sarifFix(root: RootReport['root'], { title, edits }: Fix): SarifFix {
  const files = [...new Set(edits.map(({ span }) => span.file))].sort();
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(root, file),
      replacements: edits
        .filter(({ span }) => span.file === file)
        .map(({ span, text }) => ({ deletedRegion: region(span), insertedContent: { text } })),
    })),
  };
}
