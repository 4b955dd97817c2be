import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver';
import { todayIso } from '../project/project.js';
import type { Finding } from '../rules/finding.js';
import type { Fix } from '../rules/rule.js';
import { toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** Quick fixes of findings, and accepting one with a reason. */
export function registerCodeActions({ connection, roots }: Session): void {
  connection.onCodeAction(({ textDocument, context }) => {
    const wanted = context.only ?? [CodeActionKind.QuickFix];
    if (!wanted.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
    const { root } = roots.locate(textDocument.uri);
    const findings = root.project.findings(todayIso());
    return context.diagnostics.flatMap((diagnostic) => {
      const fingerprint = (diagnostic.data as { fingerprint?: string } | undefined)?.fingerprint;
      const finding = findings.find((candidate) => candidate.fingerprint === fingerprint);
      if (!finding) return [];
      const action = (fix: Fix, isPreferred: boolean): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred,
        edit: { changes: changesOf(fix, root) },
      });
      const fixes = finding.fixes.map((fix, index) =>
        action(fix, index === 0 && finding.fixes.length === 1),
      );
      const accept = acceptance(finding);
      return accept ? [...fixes, action(accept, false)] : fixes;
    });
  });
}

function changesOf(fix: Fix, root: Root): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of fix.edits) {
    (changes[uriOf(root, span.file)] ??= []).push({ range: toLspRange(span), newText: text });
  }
  return changes;
}

/** An `@accept` on a line of its own before the line of the finding. */
function acceptance(finding: Finding): Fix | undefined {
  const { rule, span } = finding;
  if (rule === 'syntax' || rule === 'unresolved-reference' || rule === 'unused-exception')
    return undefined;
  const start = { line: span.start.line, column: 1 };
  return {
    title: `Accept ${rule} here, with a reason to fill in`,
    edits: [
      { span: { file: span.file, start, end: start }, text: `@accept(${rule}, because: "")\n` },
    ],
  };
}
