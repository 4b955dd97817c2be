import { contract } from '../contracts/contracts.js';
import { contractPlaces, placesOf } from '../contracts/plan.js';
import { elementsIn } from '../model/navigation.js';
import { contains } from '../model/span.js';
import {
  contractPlacesRequest,
  contractTextRequest,
  type ContractPlaceItem,
  type ContractPlacesParams,
  type ContractTextParams,
} from '../protocol/contracts.js';
import { fromLspPosition } from './places.js';
import type { Session } from './session.js';

/** Contracts as they follow from the text right now, for previews. */
export function registerContracts({ connection, roots }: Session): void {
  connection.onRequest(
    contractPlacesRequest,
    ({ uri, position, element: asked }: ContractPlacesParams): ContractPlaceItem[] => {
      const { root, file } = roots.locate(uri);
      const { model, configuration } = root.project;
      const at = position && fromLspPosition(position);
      const around = new Set(
        elementsIn(model, file)
          .filter(({ span }) => at && span.file === file && contains(span, at))
          .map(({ id }) => id),
      );
      const places = contractPlaces(model, configuration.contracts);
      if (asked !== undefined) {
        for (const { element } of placesOf(model, places, asked)) around.add(element);
      }
      return places
        .map(({ path, kind, element }) => ({ path, kind, element, here: around.has(element) }))
        .sort((a, b) => Number(b.here) - Number(a.here) || (a.path < b.path ? -1 : 1));
    },
  );
  connection.onRequest(contractTextRequest, ({ uri, path }: ContractTextParams): string | null => {
    const { root } = roots.locate(uri);
    const { model, configuration } = root.project;
    const place = contractPlaces(model, configuration.contracts).find(
      (candidate) => candidate.path === path,
    );
    return (place && contract(model, configuration.contracts, place)?.text) ?? null;
  });
}
