import { ErrorCodes, ResponseError, type TextEdit } from 'vscode-languageserver';
import { foldedName } from '../language/names.js';
import type { Element, ElementId, Field, Model } from '../model/model.js';
import { elementById, nameAt, namesOf } from '../model/navigation.js';
import { toLspRange } from './places.js';
import { uriOf } from './roots.js';
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
  connection.onRenameRequest((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    if (!element) return null;
    const problem = renameProblem(spot.model, element, params.newName);
    if (problem !== undefined) {
      return new ResponseError(ErrorCodes.InvalidParams, problem);
    }
    session.renamed.set(renamedId(element, params.newName), element.name);
    const changes: Record<string, TextEdit[]> = {};
    for (const { span } of namesOf(spot.model, element.id)) {
      const uri = uriOf(spot.root, span.file);
      (changes[uri] ??= []).push({ range: toLspRange(span), newText: params.newName });
    }
    return { changes };
  });
}

/** The id that an element will have under another name. */
function renamedId({ kind, qualifiedName }: Element | Field, name: string): ElementId {
  const dot = qualifiedName.lastIndexOf('.');
  return `${kind}:${qualifiedName.slice(0, dot + 1)}${name}`;
}

/** Why an element cannot have this name; undefined where it can. */
function renameProblem(model: Model, element: Element | Field, name: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return `"${name}" is no name: use letters, digits and _, beginning with a letter.`;
  }
  const taken = siblings(model, element).find(
    (other) => other.id !== element.id && foldedName(other.name) === foldedName(name),
  );
  return taken && `There is a ${taken.kind} "${taken.name}" already.`;
}

function siblings(model: Model, element: Element | Field): readonly (Element | Field)[] {
  const sameKind = (other: { kind: string; parent?: ElementId }) =>
    other.kind === element.kind && other.parent === element.parent;
  if (element.kind === 'field') {
    const owner = element.parent === undefined ? undefined : model.elements.get(element.parent);
    return owner && 'fields' in owner ? owner.fields : [];
  }
  return [...model.elements.values()].filter(sameKind);
}
