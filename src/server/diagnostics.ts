import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { todayIso } from '../project/project.js';
import { messageOf, type Finding } from '../rules/finding.js';
import { helpUrl } from '../rules/help.js';
import { toLocation, toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/**
 * Sends findings to the editor. Only files whose findings changed are sent again, so an edit in one
 * file costs one message, however many files the model has.
 */
export class DiagnosticsPublisher {
  readonly #sent = new Map<string, string>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Publishes the findings of all roots. */
  publish(): void {
    const now = new Map<string, Diagnostic[]>();
    for (const root of this.#session.roots.all) {
      for (const finding of root.project.findings(todayIso())) {
        if (finding.accepted || finding.baselined) continue;
        const uri = uriOf(root, finding.span.file);
        const list = now.get(uri);
        const diagnostic = toDiagnostic(finding, root);
        if (list) list.push(diagnostic);
        else now.set(uri, [diagnostic]);
      }
      this.#configuration(root, now);
    }
    for (const uri of this.#sent.keys()) if (!now.has(uri)) now.set(uri, []);
    for (const [uri, diagnostics] of now) {
      const text = JSON.stringify(diagnostics);
      if (this.#sent.get(uri) === text || (diagnostics.length === 0 && !this.#sent.has(uri)))
        continue;
      if (diagnostics.length === 0) this.#sent.delete(uri);
      else this.#sent.set(uri, text);
      void this.#session.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  #configuration(root: Root, now: Map<string, Diagnostic[]>): void {
    const problems = root.project.configurationProblems;
    if (problems.length === 0) return;
    const diagnostics = problems.map(({ message, position }): Diagnostic => {
      const start = { line: position.line - 1, character: position.column - 1 };
      const range = { start, end: { line: start.line, character: start.character + 1 } };
      return {
        range,
        message,
        severity: DiagnosticSeverity.Error,
        source: 'archivolt',
        code: 'configuration',
      };
    });
    now.set(`${root.uri}archivolt.json`, diagnostics);
  }
}

/** A finding as the editor shows it: code and link of its rule, related places. */
export function toDiagnostic(finding: Finding, root: Root): Diagnostic {
  const { rule, severity, span, related, fingerprint } = finding;
  const deprecated = rule === 'uses-deprecated-or-unstable';
  const unused = rule === 'unused-exception';
  return {
    range: toLspRange(span),
    severity: severityOf[severity],
    source: 'archivolt',
    code: rule,
    codeDescription: { href: helpUrl(rule) },
    message: messageOf(finding),
    relatedInformation: related.map((place) => ({
      location: toLocation(place.span, (file) => uriOf(root, file)),
      message: place.message,
    })),
    ...(deprecated ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(unused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data: { fingerprint },
  };
}
