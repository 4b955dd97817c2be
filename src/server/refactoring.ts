import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { valueFromJsonRequest, type ValueFromJsonParams } from '../protocol/editor.js';
import type { Refactoring } from '../refactoring/refactoring.js';
import { refactoringsAt } from '../refactoring/refactorings-at.js';
import { valueFromJson } from '../refactoring/value-from-json.js';
import { fromLspPosition, toLspRange } from './places.js';
import { uriOf } from './roots.js';
import type { Session } from './session.js';

const kinds: Readonly<Record<Refactoring['kind'], string>> = {
  extract: CodeActionKind.RefactorExtract,
  move: `${CodeActionKind.Refactor}.move`,
  rewrite: CodeActionKind.RefactorRewrite,
};

interface Data {
  readonly uri: string;
  readonly range: Range;
}

/** Refactorings are named at once and worked out when one is chosen. */
export function registerRefactoring(session: Session): void {
  const { connection } = session;
  connection.onCodeActionResolve((action) => {
    const { uri, range } = action.data as Data;
    const chosen = refactoringsIn(session, uri, range).find(({ title }) => title === action.title);
    return chosen ? { ...action, edit: editOf(session, uri, chosen) } : action;
  });
  connection.onRequest(valueFromJsonRequest, ({ json, name }: ValueFromJsonParams) => {
    return valueFromJson(json, name) ?? null;
  });
}

/** What can be done at a range, as code actions. */
export function refactorActions(session: Session, uri: string, range: Range): CodeAction[] {
  return refactoringsIn(session, uri, range).map((refactoring) => ({
    title: refactoring.title,
    kind: kinds[refactoring.kind],
    ...(session.resolvesActions
      ? { data: { uri, range } satisfies Data }
      : { edit: editOf(session, uri, refactoring) }),
  }));
}

function refactoringsIn({ roots, renamed }: Session, uri: string, range: Range): Refactoring[] {
  const { root, file } = roots.locate(uri);
  const { model, workspace } = root.project;
  const text = (name: string) => workspace.text(name) ?? '';
  const selection = {
    file,
    start: fromLspPosition(range.start),
    end: fromLspPosition(range.end),
  };
  return refactoringsAt({ model, text }, file, selection, renamed);
}

function editOf({ roots }: Session, uri: string, { changes }: Refactoring) {
  const { root } = roots.locate(uri);
  const byUri: Record<string, { range: Range; newText: string }[]> = {};
  for (const { span, text } of changes()) {
    (byUri[uriOf(root, span.file)] ??= []).push({ range: toLspRange(span), newText: text });
  }
  return { changes: byUri };
}
