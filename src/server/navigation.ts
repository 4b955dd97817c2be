import { declarationsOf, elementById, nameAt, namesOf } from '../model/navigation.js';
import { spotOf, type Session } from './session.js';

/** Go to definition, find references, highlights. */
export function registerNavigation(session: Session): void {
  const { connection } = session;
  connection.onDefinition((params) => {
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
    return namesOf(spot.model, name.target)
      .filter(({ span }) => span.file === spot.file)
      .map(({ span }) => ({ range: spot.location(span).range }));
  });
}
