/** Model in, contracts out. Everything here is pure; files are the hosts' business. */
import { find } from '../model/lookup.js';
import type { Model } from '../model/model.js';
import { asyncApi } from './asyncapi/asyncapi.js';
import type { ContractsConfig } from './config.js';
import type { ContractDocument, ContractPlace, ContractRemark } from './document.js';
import { graphqlSdl } from './graphql/sdl.js';
import { messageSchema } from './json-schema/message-schema.js';
import { openApi } from './openapi/openapi.js';
import { provider } from './owner.js';
import { contractPlaces } from './plan.js';
import type { FieldNumbers } from './protobuf/numbers.js';
import { protobuf } from './protobuf/protobuf.js';
import { documentText } from './text/text.js';
import type { TreeMap } from './tree.js';

/**
 * All contracts of a model, by path. The same model gives the same bytes, whatever the order of
 * its declarations and files.
 *
 * @param numbers protobuf numbers that are given already; new ones are put into it
 * @throws RangeError if `outDir` leads out of the model root
 */
export function contracts(
  model: Model,
  config: ContractsConfig,
  numbers?: FieldNumbers,
): ContractDocument[] {
  return contractPlaces(model, config).flatMap(
    (place) => contract(model, config, place, numbers) ?? [],
  );
}

/**
 * One contract alone, for previews: its cost follows from its own size. Undefined if the place's
 * element is not in the model (any more).
 */
export function contract(
  model: Model,
  config: ContractsConfig,
  place: ContractPlace,
  numbers?: FieldNumbers,
): ContractDocument | undefined {
  switch (place.kind) {
    case 'openapi': {
      const api = find(model, 'api', place.element);
      return treeDocument(place, config.format, api && openApi(model, config, api));
    }
    case 'asyncapi': {
      const owner = provider(model, place.element);
      return treeDocument(place, config.format, owner && asyncApi(model, config, owner));
    }
    case 'json-schema': {
      const message = find(model, 'event', place.element) ?? find(model, 'command', place.element);
      return treeDocument(place, 'json', message && messageSchema(model, config, message));
    }
    case 'proto': {
      const api = find(model, 'api', place.element);
      const result = api && protobuf(model, config, api, numbers);
      return result && { ...place, ...result };
    }
    case 'graphql': {
      const api = find(model, 'api', place.element);
      const result = api && graphqlSdl(model, config, api);
      return result && { ...place, ...result };
    }
  }
}

function treeDocument(
  place: ContractPlace,
  format: ContractsConfig['format'],
  result: { readonly tree: TreeMap; readonly remarks: readonly ContractRemark[] } | undefined,
): ContractDocument | undefined {
  if (!result) return undefined;
  // A type that several operations use says the same thing several times.
  const remarks = new Map(result.remarks.map((one) => [`${one.element} ${one.message}`, one]));
  return {
    ...place,
    tree: result.tree,
    text: documentText(result.tree, format),
    remarks: [...remarks.values()],
  };
}
