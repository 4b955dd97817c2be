import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { fingerprintOf } from '../model/fingerprint.js';
import type { Position } from '../model/span.js';
import { todayIso } from '../project/project.js';
import { counts, messageOf, type Finding } from '../rules/finding.js';
import { helpUrl } from '../rules/help.js';
import { staleEntries } from './baseline.js';
import { toLocation, toLspRange } from './places.js';
import { baselineUri, uriOf, type Root } from './roots.js';
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
  /**
   * What the editor has, by URI: a hash of the diagnostics, to tell whether they changed. The texts
   * themselves would be kept twice.
   */
  readonly #sent = new Map<string, string>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Checks one file after an edit, at the cost of that file, and publishes its findings. */
  publishFile(uri: string): void {
    const { root, file } = this.#session.roots.locate(uri);
    if (root.project.workspace.text(file) === undefined) return;
    root.project.checkFile(file, todayIso());
    this.#send(uriOf(root, file), this.#ofFile(root, file));
  }

  /** Publishes what is known of all roots. */
  publish(): void {
    const gone = new Set(this.#sent.keys());
    for (const root of this.#session.roots.all) {
      for (const file of root.project.latest.byFile.keys()) {
        const uri = uriOf(root, file);
        gone.delete(uri);
        this.#send(uri, this.#ofFile(root, file));
      }
      const { configurationProblems, baseline } = root.project;
      for (const [uri, code, problems] of [
        [`${root.uri}archivolt.json`, 'configuration', configurationProblems],
        [baselineUri(root), 'baseline', baseline.problems],
      ] as const) {
        if (problems.length === 0) continue;
        gone.delete(uri);
        this.#send(
          uri,
          problems.map((problem) => ofProblem(problem, code)),
        );
      }
      const stale = baseline.problems.length > 0 ? [] : staleEntries(root);
      if (stale.length > 0) {
        gone.delete(baselineUri(root));
        this.#send(baselineUri(root), stale);
      }
    }
    for (const uri of gone) this.#send(uri, []);
  }

  #ofFile(root: Root, file: string): Diagnostic[] {
    return root.project.latest
      .of(file)
      .filter(counts)
      .map((finding) => toDiagnostic(finding, root));
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    const digest =
      diagnostics.length === 0 ? undefined : fingerprintOf(...diagnostics.map(describe));
    if (this.#sent.get(uri) === digest) return;
    if (digest === undefined) this.#sent.delete(uri);
    else this.#sent.set(uri, digest);
    void this.#session.connection.sendDiagnostics({ uri, diagnostics });
  }
}

/** All of a diagnostic that an edit can change. */
function describe({ range, severity, code, message, data }: Diagnostic): string {
  const { start, end } = range;
  const places = [start.line, start.character, end.line, end.character, severity].join(':');
  const { fingerprint } = data as { readonly fingerprint?: string };
  return `${places} ${String(code)} ${fingerprint ?? ''} ${String(message)}`;
}

/** What is wrong with a file that is no model. */
function ofProblem(
  { message, position }: { readonly message: string; readonly position: Position },
  code: string,
): Diagnostic {
  const start = { line: position.line - 1, character: position.column - 1 };
  const range = { start, end: { line: start.line, character: start.character + 1 } };
  return {
    range,
    message,
    severity: DiagnosticSeverity.Error,
    source: 'archivolt',
    code,
    data: {},
  };
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
