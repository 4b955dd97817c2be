import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { contractDiagnostics, type ContractDiagnostic } from '../../contracts/diagnostics.js';
import type { GeneratedContract } from '../../contracts/generation.js';
import { lockPath } from '../../contracts/merge/lock.js';
import { toLocation, toLspRange } from '../places.js';
import { uriOf, type Root } from '../roots.js';
import type { Session } from '../session.js';

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Sends what there is to say about contract files; only of those where that changed. */
export class ContractDiagnosticsPublisher {
  readonly #session: Session;
  /** What the editor has, by URI, as text to compare. */
  readonly #sent = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Publishes for a root what its contracts are found to be, and takes back the rest.
   *
   * @param paths what was looked at; all of the root where undefined
   */
  publish(root: Root, contracts: readonly GeneratedContract[], paths?: ReadonlySet<string>): void {
    const looked = paths && new Set([...paths].map((path) => uriOf(root, path)));
    const gone = new Set(
      [...this.#sent.keys()].filter((uri) => looked?.has(uri) ?? uri.startsWith(root.uri)),
    );
    for (const contract of contracts) {
      const uri = uriOf(root, contract.path);
      gone.delete(uri);
      const found = contractDiagnostics(root.project.model, contract);
      this.#send(
        uri,
        found.map((one) => toDiagnostic(root, one)),
      );
    }
    for (const uri of gone) this.#send(uri, []);
  }

  /** The lock file cannot be understood, so nothing else can be said. */
  publishLockProblem(root: Root, message: string): void {
    this.publish(root, []);
    const start = { line: 0, character: 0 };
    const range = { start, end: start };
    this.#send(uriOf(root, lockPath), [
      {
        range,
        message,
        severity: DiagnosticSeverity.Error,
        source: 'archivolt',
        code: 'contract-lock',
      },
    ]);
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    const text = diagnostics.length === 0 ? undefined : JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === text) return;
    if (text === undefined) this.#sent.delete(uri);
    else this.#sent.set(uri, text);
    void this.#session.connection.sendDiagnostics({ uri, diagnostics });
  }
}

function toDiagnostic(root: Root, found: ContractDiagnostic): Diagnostic {
  const { code, severity, message, range, model } = found;
  return {
    range: toLspRange(range),
    severity: severityOf[severity],
    source: 'archivolt',
    code,
    message,
    ...(model
      ? {
          relatedInformation: [
            {
              location: toLocation(model, (file) => uriOf(root, file)),
              message: 'This is what it comes from in the model.',
            },
          ],
        }
      : {}),
  };
}
