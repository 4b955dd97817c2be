import {
  CodeActionKind,
  ErrorCodes,
  ResponseError,
  type CodeAction,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import { elementById, nameAt, namesOf } from '../model/navigation.js';
import { renameProblem } from '../rules/rename-problem.js';
import type { Finding } from '../rules/finding.js';
import { toLspRange } from './places.js';
import { renamedPins } from './rename-pins.js';
import { uriOf, type Root } from './roots.js';
import { spotOf, type Session } from './session.js';

/** Rename of any declared name across all files of its model. */
export function registerRename(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    if (!name || !element) return null;
    return { range: toLspRange(name.span), placeholder: element.name };
  });
  connection.onRenameRequest(async (params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    if (!element) return null;
    const problem = renameProblem(spot.model, element, params.newName);
    if (problem !== undefined) {
      return new ResponseError(ErrorCodes.InvalidParams, problem);
    }
    session.renamed.set(renamedId(element, params.newName), element.name);
    const changes = renamedNames(spot.root, element.id, params.newName);
    const pins = session.renamesFiles
      ? await renamedPins(session, spot.root, element, params.newName)
      : [];
    return pins.length === 0
      ? { changes }
      : { documentChanges: [...inDocuments(changes), ...pins] };
  });
}

/** Offers the name that a finding proposes for its element, if the element can have it. */
export function proposedName(root: Root, { element, data }: Finding): CodeAction | undefined {
  const { model } = root.project;
  const declared = elementById(model, element);
  const { rename } = data;
  if (!declared || typeof rename !== 'string') return undefined;
  if (renameProblem(model, declared, rename) !== undefined) return undefined;
  const changes = renamedNames(root, element, rename);
  return { title: `Rename to ${rename}`, kind: CodeActionKind.QuickFix, edit: { changes } };
}

function renamedNames(root: Root, id: ElementId, newName: string): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span } of namesOf(root.project.model, id)) {
    (changes[uriOf(root, span.file)] ??= []).push({ range: toLspRange(span), newText: newName });
  }
  return changes;
}

function inDocuments(changes: Readonly<Record<string, TextEdit[]>>): TextDocumentEdit[] {
  return Object.entries(changes).map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits,
  }));
}

/** The id that an element will have under another name. */
function renamedId({ kind, qualifiedName }: Element | Field, name: string): ElementId {
  const dot = qualifiedName.lastIndexOf('.');
  return `${kind}:${qualifiedName.slice(0, dot + 1)}${name}`;
}
