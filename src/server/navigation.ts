import { DocumentHighlightKind } from 'vscode-languageserver';
import { fileOf } from '../model/assemble.js';
import type { Model } from '../model/model.js';
import { declarationsOf, elementById, nameAt, namesIn, namesOf } from '../model/navigation.js';
import type { Span } from '../model/span.js';
import { isContractFile } from './contracts/selector.js';
import { spotOf, type Session } from './session.js';

/** Go to definition, find references, highlights. */
export function registerNavigation(session: Session): void {
  const { connection } = session;
  connection.onDefinition((params) => {
    if (isContractFile(params.textDocument.uri))
      return session.contractDesk?.definition(params) ?? null;
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    return element ? declarationsOf(element).map(spot.location) : null;
  });
  connection.onReferences((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    if (!name) return null;
    return namesOf(spot.model, name.target)
      .filter(({ declaration }) => params.context.includeDeclaration || !declaration)
      .map(({ span }) => spot.location(span));
  });
  connection.onDocumentHighlight((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    if (!name) return null;
    const written = writtenIn(spot.model, spot.file);
    return namesIn(spot.model, name.target, spot.file).map(({ span, declaration }) => ({
      range: spot.location(span).range,
      kind:
        declaration || written.has(placeOf(span))
          ? DocumentHighlightKind.Write
          : DocumentHighlightKind.Read,
    }));
  });
}

/** Places of a file whose statement changes what they name: publishes, sends, writes. */
function writtenIn(model: Model, file: string): ReadonlySet<string> {
  const edges = fileOf(model, file)?.linked.edges;
  if (!edges) return new Set();
  return new Set(
    [
      ...edges.publications,
      ...edges.sendings,
      ...edges.accesses.filter(({ mode }) => mode === 'write'),
    ].map(({ targetSpan }) => placeOf(targetSpan)),
  );
}

/** The end of a path decides, since a highlight covers its last part only. */
function placeOf({ end }: Span): string {
  return `${String(end.line)}:${String(end.column)}`;
}
