/** Ways between a model and its contracts, for "go to". */
import type { DefinitionParams, Location } from 'vscode-languageserver';
import { elementAtOffset, placesFor, rangeOfElement } from '../../contracts/navigation.js';
import { contract } from '../../contracts/contracts.js';
import { contractPlaces } from '../../contracts/plan.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { elementsIn, nameAt } from '../../model/navigation.js';
import { contains, type Position } from '../../model/span.js';
import type { ContractSpot, ContractsOfParams } from '../../protocol/contracts.js';
import { fromLspPosition, toLocation, toLspRange } from '../places.js';
import { uriOf } from '../roots.js';
import type { Session } from '../session.js';
import type { ContractSurvey } from './survey.js';
import type { ContractTexts } from './texts.js';

/** From the `x-arch-id` on the line of a contract to its element; undefined for other files. */
export function contractDefinition(
  session: Session,
  survey: ContractSurvey,
  { textDocument: { uri }, position }: DefinitionParams,
): Location | null | undefined {
  const found = survey.of(uri);
  const document = session.documents.get(uri);
  if (!found || !document) return undefined;
  const { root } = found;
  const span = elementAtOffset(root.project.model, document.getText(), document.offsetAt(position));
  return span ? toLocation(span, (file) => uriOf(root, file)) : null;
}

/** The contracts that describe what stands at a place of a model, and where they do. */
export async function contractsOf(
  { roots, files }: Session,
  texts: ContractTexts,
  { uri, position }: ContractsOfParams,
): Promise<ContractSpot[]> {
  const { root, file } = roots.locate(uri);
  const { model, configuration } = root.project;
  const places = contractPlaces(model, configuration.contracts);
  for (const element of elementsAround(model, file, fromLspPosition(position))) {
    const found = placesFor(model, places, element);
    if (found.length === 0) continue;
    return Promise.all(
      found.map(async (place): Promise<ContractSpot> => {
        const { path, kind } = place;
        const own = texts.open(root, path) ?? (await files.read(uriOf(root, path)));
        const text = own ?? contract(model, configuration.contracts, place)?.text ?? '';
        const isTree = kind !== 'proto' && kind !== 'graphql';
        const range = rangeOfElement({ path, text, ...(isTree ? { tree: {} } : {}) }, element);
        const start = range ? toLspRange(range).start : { line: 0, character: 0 };
        return { path, uri: uriOf(root, path), kind, exists: own !== undefined, ...start };
      }),
    );
  }
  return [];
}

/** What is named at a place, then what is declared around it, from the inside out. */
function elementsAround(model: Model, file: string, at: Position): ElementId[] {
  const named = nameAt(model, file, at)?.target;
  const around = elementsIn(model, file)
    .filter(({ span }) => span.file === file && contains(span, at))
    .map(({ id, span }) => ({ id, lines: span.end.line - span.start.line, span }))
    .sort((a, b) => a.lines - b.lines || b.span.start.column - a.span.start.column);
  return [...(named === undefined ? [] : [named]), ...around.map(({ id }) => id)];
}
