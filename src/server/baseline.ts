import {
  CodeActionKind,
  CodeActionRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type DocumentFilter,
} from 'vscode-languageserver';
import { writeBaseline } from '../project/baseline-file.js';
import type { PlacedEntry } from '../project/baseline-places.js';
import { toLspRange } from './places.js';
import { Registered } from './registered.js';
import { baselineUri, type Root, type Roots } from './roots.js';
import type { Session } from './session.js';
import { baselinePatterns } from './watching.js';

const code = 'stale-baseline';

/** More of them tell nothing more: the whole model has changed. */
const most = 100;

/** Entries of a root's baseline that nothing answers to any more, as hints in its file. */
export function staleEntries({ project }: Root): Diagnostic[] {
  return project.staleBaseline.slice(0, most).map(({ entry: { rule, element }, range }) => ({
    range: toLspRange(range),
    message: `The ${rule} finding on ${element} is gone. Take this entry out, so that it is reported when it comes back.`,
    severity: DiagnosticSeverity.Information,
    tags: [DiagnosticTag.Unnecessary],
    source: 'archivolt',
    code,
    data: {},
  }));
}

/** What can be done in a baseline; undefined for other files. */
export function baselineActions(
  { roots }: Session,
  { textDocument: { uri }, context }: CodeActionParams,
): CodeAction[] | undefined {
  const root = roots.all.find((one) => baselineUri(one) === uri);
  if (!root) return undefined;
  if (context.only?.every((kind) => kind !== CodeActionKind.QuickFix)) return [];
  const stale = root.project.staleBaseline;
  const actions = context.diagnostics.flatMap((diagnostic): CodeAction[] => {
    if (diagnostic.code !== code) return [];
    const { line, character } = diagnostic.range.start;
    const found = stale.find(({ range: { start } }) => {
      return start.line === line + 1 && start.column === character + 1;
    });
    if (!found) return [];
    const edit = { range: toLspRange(found.removal), newText: '' };
    return [
      {
        title: 'Take this entry out of the baseline',
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: [edit] } },
      },
    ];
  });
  if (actions.length === 0 || stale.length < 2) return actions;
  return [...actions, pruned(root, uri, stale)];
}

/** Takes out all that is gone, as `archivolt baseline prune` does. */
function pruned({ project }: Root, uri: string, stale: readonly PlacedEntry[]): CodeAction {
  const gone = new Set(stale.map(({ entry }) => entry.fingerprint));
  const kept = project.baseline.baseline.filter(({ fingerprint }) => !gone.has(fingerprint));
  const range = {
    start: { line: 0, character: 0 },
    end: { line: 0x7fffffff, character: 0 },
  };
  return {
    title: `Take all ${String(gone.size)} entries out that are gone`,
    kind: CodeActionKind.QuickFix,
    edit: { changes: { [uri]: [{ range, newText: writeBaseline(kept) }] } },
  };
}

/**
 * Asks a client for baselines that are open, and for nothing but actions in them. Answers with what
 * asks anew, since models name their baselines.
 */
export function followBaselines({ client }: Connection, roots: Roots): () => void {
  const followed = new Registered((documentSelector: DocumentFilter[]) =>
    Promise.all([
      client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
      client.register(DidChangeTextDocumentNotification.type, {
        documentSelector,
        syncKind: TextDocumentSyncKind.Incremental,
      }),
      client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
      client.register(CodeActionRequest.type, {
        documentSelector,
        codeActionKinds: [CodeActionKind.QuickFix],
      }),
    ]),
  );
  return () => {
    followed.ask(baselinePatterns(roots).map((pattern) => ({ scheme: 'file', pattern })));
  };
}
