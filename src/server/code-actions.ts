import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { configurationFile } from '../project/configuration.js';
import { withRuleOff } from '../project/rule-off.js';
import {
  acceptFindingCommand,
  acceptFindingRequest,
  explainRuleCommand,
  type AcceptFindingParams,
} from '../protocol/findings.js';
import { acceptFix } from '../rules/accept-fix.js';
import type { Finding } from '../rules/finding.js';
import { fixAllEdits } from '../rules/fix-all.js';
import { resolveEdit } from '../rules/resolve-edit.js';
import { todayIso } from '../project/project.js';
import type { Edit, Fix } from '../rules/rule.js';
import { baselineActions } from './baseline.js';
import { isContractFile } from './contracts/selector.js';
import { toLspRange } from './places.js';
import { refactorActions } from './refactoring.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';
import { proposedName } from './rename.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.archivolt`;

/** Quick fixes of findings, accepting or silencing one, and all safe fixes of a file at once. */
export function registerCodeActions(session: Session): void {
  const { connection, roots } = session;
  connection.onCodeAction((params) => {
    const { textDocument, context, range } = params;
    if (isContractFile(textDocument.uri)) return session.contractDesk?.actions(params) ?? [];
    const wants = (kind: string) =>
      (context.only ?? [CodeActionKind.QuickFix, CodeActionKind.Refactor]).some(
        (wanted) => kind === wanted || kind.startsWith(`${wanted}.`),
      );
    const inBaseline = baselineActions(session, params);
    if (inBaseline) return inBaseline;
    const { root, file } = roots.locate(textDocument.uri);
    const actions: CodeAction[] = [];
    if (wants(fixAllKind)) {
      // What is applied unseen, mostly on saving, must be sure: here the whole model is checked.
      const edits = fixAllEdits(root.project.findings(todayIso()), file);
      if (edits.length > 0) {
        const edit = { changes: changesOf(edits, root) };
        actions.push({ title: 'Apply all safe fixes of Archivolt', kind: fixAllKind, edit });
      }
    }
    if (wants(CodeActionKind.QuickFix)) {
      const findings = new Map(
        root.project.latest.of(file).map((finding) => [finding.fingerprint, finding]),
      );
      for (const diagnostic of context.diagnostics) {
        const { fingerprint } = (diagnostic.data ?? {}) as { readonly fingerprint?: string };
        const finding = fingerprint === undefined ? undefined : findings.get(fingerprint);
        if (finding) actions.push(...quickFixes(session, root, finding, diagnostic));
      }
    }
    if (wants(CodeActionKind.Refactor) || context.only?.some(isRefactoring)) {
      actions.push(...refactorActions(session, textDocument.uri, range));
    }
    return actions;
  });
  connection.onRequest(
    acceptFindingRequest,
    ({ uri, fingerprint, because, until }: AcceptFindingParams): WorkspaceEdit | null => {
      const { root, file } = roots.locate(uri);
      const finding = root.project.latest
        .of(file)
        .find((candidate) => candidate.fingerprint === fingerprint);
      const reason = { because, ...(until === undefined ? {} : { until }) };
      const fix = finding && acceptFix(root.project.model, finding, reason);
      return fix ? { changes: changesOf(fix.edits, root) } : null;
    },
  );
}

/** A client may ask for one kind of refactoring only; it sorts out the others itself. */
function isRefactoring(kind: string): boolean {
  return kind.startsWith(`${CodeActionKind.Refactor}.`);
}

function quickFixes(
  { client, roots }: Session,
  root: Root,
  finding: Finding,
  diagnostic: Diagnostic,
): CodeAction[] {
  const { rule, fixes, fingerprint, span } = finding;
  const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  const mend = fixes.map((fix: Fix): CodeAction => {
    return {
      ...common,
      title: fix.title,
      isPreferred: fixes.length === 1,
      edit: { changes: changesOf(fix.edits, root) },
    };
  });
  const proposed = proposedName(root, finding);
  if (proposed) mend.unshift({ ...proposed, ...common, isPreferred: mend.length === 0 });
  if (rule === 'syntax') return mend;
  const accept = acceptFix(root.project.model, finding);
  const title = `Accept ${rule} with a reason…`;
  const uri = uriOf(root, span.file);
  return [
    ...mend,
    ...(accept
      ? [
          client.commands
            ? {
                ...common,
                title,
                command: {
                  title,
                  command: acceptFindingCommand,
                  arguments: [{ uri, fingerprint, rule }],
                },
              }
            : { ...common, title: accept.title, edit: { changes: changesOf(accept.edits, root) } },
        ]
      : []),
    turnOff(root, rule, common, roots.text(configurationUri(root))),
    ...(client.commands
      ? [
          {
            ...common,
            title: `Explain ${rule}`,
            command: { title: `Explain ${rule}`, command: explainRuleCommand, arguments: [rule] },
          },
        ]
      : []),
  ];
}

/** Turns a rule off in the configuration of a root, which is created where there is none. */
function turnOff(
  root: Root,
  rule: string,
  common: Pick<CodeAction, 'kind' | 'diagnostics'>,
  text: string | undefined,
): CodeAction {
  const uri = configurationUri(root);
  const newText = withRuleOff(text, rule);
  const lines = (text ?? '').split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const whole = { range: { start: { line: 0, character: 0 }, end }, newText };
  const document = { textDocument: { uri, version: null }, edits: [whole] };
  return {
    ...common,
    title: `Turn ${rule} off in ${configurationFile}`,
    edit: {
      documentChanges:
        text === undefined
          ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, document]
          : [document],
    },
  };
}

function configurationUri(root: Root): string {
  return root.uri + configurationFile;
}

function changesOf(edits: readonly Edit[], root: Root): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const { span, text } = resolveEdit(edit, root.project.workspace.text(edit.span.file) ?? '');
    (changes[uriOf(root, span.file)] ??= []).push({ range: toLspRange(span), newText: text });
  }
  return changes;
}
