/** A REST API as an OpenAPI document. */
import { contextOf, find } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import type { ContractRemark } from '../document.js';
import { camelCase, kebabCase, unique } from '../naming.js';
import {
  contactOf,
  licenceOf,
  placeholderHost,
  provider,
  titleOf,
  type Provider,
} from '../owner.js';
import { markdown, paragraphs, sentence } from '../text/markdown.js';
import { byText, compact, map, unlessEmpty, type Tree, type TreeMap } from '../tree.js';
import { componentNames, reachableTypes } from '../types/components.js';
import { openApi30, openApi31 } from '../types/dialect.js';
import { Schemas } from '../types/schemas.js';
import { operationObject } from './operation.js';
import { placedOperations, type PlacedOperation } from './path-template.js';
import { errorSchema } from './problem.js';
import { isModern, Parts, type OpenApiScope } from './scope.js';
import { rootSecurity, securitySchemes } from './security.js';
import { usedSchemas } from './used-schemas.js';

export interface OpenApiTree {
  readonly tree: TreeMap;
  readonly remarks: readonly ContractRemark[];
}

/** The document of one REST API; undefined if its provider is not in the model. */
export function openApi(model: Model, config: ContractsConfig, api: Api): OpenApiTree | undefined {
  const owner = provider(model, api.service);
  if (!owner) return undefined;
  const remarks: ContractRemark[] = [];
  const placed = placedOperations(
    config.style.casing,
    api.operations.flatMap((id) => find(model, 'operation', id) ?? []),
    remarks,
  );
  // Types of an operation that has no place are not used.
  const operations = placed.map(({ operation }) => operation);
  const requests = reachableTypes(model, requestTypes(operations));
  const responses = reachableTypes(
    model,
    operations.flatMap((operation) => operation.result.type ?? []),
    operations.flatMap((operation) => operation.raises.map(({ target }) => target)),
  );
  const types = [...new Set([...requests, ...responses])].sort((a, b) => byText(a.id, b.id));
  const names = componentNames(model, types, contextOf(model, api.id)?.id);
  const dialect = isModern(config) ? openApi31 : openApi30;
  const scope: OpenApiScope = {
    model,
    config,
    api,
    provider: owner,
    schemas: new Schemas(model, config.style, dialect, names, {
      request: new Set(requests.map((type) => type.id)),
      response: new Set(responses.map((type) => type.id)),
    }),
    parts: new Parts(),
  };
  scope.parts.reserve('schemas', names.values());

  const paths = pathItems(scope, placed);
  const schemas = scope.schemas.components(types, (element) =>
    element.kind === 'error' ? errorSchema(scope, element) : undefined,
  );
  const { parts } = scope;
  const sections = {
    parameters: parts.section('parameters'),
    headers: parts.section('headers'),
    responses: parts.section('responses'),
  };
  const all = sorted({ ...schemas, ...parts.section('schemas') });
  const tree = compact({
    openapi: config.openapi,
    info: info(scope),
    servers: servers(scope),
    security: rootSecurity(scope),
    tags: [tag(scope)],
    paths,
    components: unlessEmpty(
      compact({
        securitySchemes: unlessEmpty(securitySchemes(scope)),
        parameters: unlessEmpty(sections.parameters),
        headers: unlessEmpty(sections.headers),
        responses: unlessEmpty(sections.responses),
        schemas: unlessEmpty(usedSchemas([paths, ...Object.values(sections)], all)),
      }),
    ),
  });
  return { tree, remarks: [...remarks, ...scope.schemas.remarks] };
}

function requestTypes(operations: readonly Operation[]): Type[] {
  return operations.flatMap((operation) => operation.parameters.map((parameter) => parameter.type));
}

function info({ model, config, api, provider: owner }: OpenApiScope): TreeMap {
  return compact({
    title: api.title?.trim() || titleOf(api),
    version: api.version ?? '1.0.0',
    summary: isModern(config) ? sentence(`${titleOf(api)} of ${titleOf(owner)}`) : undefined,
    description: describeApi(api, owner),
    contact: contactOf(model, owner),
    license: licenceOf(config.license, isModern(config)),
    'x-audience': api.audience,
    'x-arch-id': api.id,
    'x-arch-kind': 'api',
  });
}

function describeApi(api: Api, owner: Provider): string {
  return paragraphs(
    api.doc === undefined ? `${titleOf(api)}, offered by ${titleOf(owner)}.` : markdown(api.doc),
    api.rateLimit && `At most ${api.rateLimit.text} requests for each client.`,
  );
}

function tag({ api, provider: owner, config }: OpenApiScope): TreeMap {
  const title = titleOf(api);
  return compact({
    name: api.name,
    summary: config.openapi === '3.2.0' ? title : undefined,
    description:
      api.doc === undefined ? sentence(`${title} of ${titleOf(owner)}`) : markdown(api.doc),
  });
}

/** Those of the configuration, else a placeholder; paths carry the API's own path. */
function servers({ model, config, provider: owner }: OpenApiScope): Tree {
  if (config.servers.length > 0) {
    return config.servers.map(({ url, description }) =>
      compact({ url: url.replace(/\/+$/, ''), description }),
    );
  }
  const url = `https://${placeholderHost(model, owner.name)}`;
  return [{ url, description: 'A placeholder: put the real address here, it is kept.' }];
}

function pathItems(scope: OpenApiScope, placed: readonly PlacedOperation[]): TreeMap {
  const ids = operationIds(placed);
  const byPath = new Map<string, PlacedOperation[]>();
  for (const one of placed) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return map(
    [...byPath].map(([path, siblings]) => [
      path,
      map(
        siblings.map((one) => [
          one.method.toLowerCase(),
          operationObject(scope, one, ids.get(one)!, siblings),
        ]),
      ),
    ]),
  );
}

function operationIds(placed: readonly PlacedOperation[]): Map<PlacedOperation, string> {
  const taken = new Set<string>();
  return new Map(
    placed.map((one) => {
      const { name } = one.operation;
      const id = /^[a-z][A-Za-z0-9]*$/.test(name) ? name : camelCase(name) || kebabCase(name);
      return [one, unique(id, taken)];
    }),
  );
}

function sorted(tree: TreeMap): TreeMap {
  return map(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)));
}
