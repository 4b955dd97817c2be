/** OpenAPI 3.0 to 3.2 as a context with a service that offers a REST API. */
import type { ContractServer } from '../../contracts/config.js';
import type { Tree } from '../../contracts/tree.js';
import { property } from '../arch/statement.js';
import { quote } from '../arch/literals.js';
import type { Landscape } from '../arch/landscape.js';
import { Coverage } from '../coverage.js';
import type { ImportInput, ImportScope, ReadDocument } from '../document.js';
import { DocumentNode, type ImportFile } from '../node.js';
import { References } from '../references.js';
import { placeTypes } from '../schemas/placement.js';
import { Types } from '../schemas/types.js';
import { licenceIdentifier, styleOf, type DocumentSettings } from '../settings.js';
import { Errors } from './errors.js';
import { neededInWords } from './descriptions.js';
import { homeOf, type Home } from '../home.js';
import { readInfo } from './info.js';
import { operationNodes, Operations, type PathItem } from './operations.js';
import { Parameters } from './parameters.js';
import { commonPath, readPath } from './paths.js';
import { declareSystem } from '../system.js';
import { Results } from './results.js';
import { Security } from './security.js';

/** @param fallback a name for documents without a title */
export function readOpenApi(
  input: ImportInput,
  tree: Tree,
  format: 'yaml' | 'json',
  fallback: string,
  scope: ImportScope,
): ReadDocument {
  const { landscape } = scope;
  const coverage = new Coverage();
  const file: ImportFile = { path: '', root: tree, coverage };
  const root = new DocumentNode(file, tree);
  const version = root.text('openapi') ?? '3.0.3';
  const info = root.at('info');
  const references = new References(input.read);
  const style = styleOf(tree);
  const home = homeOf(info, scope, fallback, input.name);
  readInfo(info, home, landscape);
  if (home.isOwn && !scope.hasSystem) declareSystem(input.text, landscape);
  const types = new Types(references, home.isOwn ? home.boundary.name : undefined, style);
  const mediaTypes = readPaths(root, home, types, landscape);
  for (const key of ['webhooks', 'x-webhooks']) {
    root.at(key)?.unsupported('The model has no webhooks; events and subscriptions say as much.');
  }
  const [mediaType] = mostOften(mediaTypes);
  const settings: DocumentSettings = {
    openapi: version.startsWith('3.2') ? '3.2.0' : version.startsWith('3.1') ? '3.1.0' : '3.0.3',
    format,
    license: licenceOf(info),
    servers: serversOf(root),
    style: {
      ...style,
      ...(mediaType?.includes('json') === true ? { mediaType } : {}),
    },
  };
  return {
    report: {
      name: input.name,
      kind: 'openapi',
      title: `OpenAPI ${version}`,
      coverage: coverage.report(tree),
      remarks: [],
    },
    settings,
    adopted: [
      {
        kind: 'openapi',
        element: home.element,
        text: input.text,
        format,
        tree,
        files: references.used,
      },
    ],
  };
}

function readPaths(root: DocumentNode, home: Home, types: Types, landscape: Landscape): string[] {
  const components = root.at('components');
  const schemas = components?.at('schemas');
  types.reserve(schemas);
  const errors = new Errors(types);
  const items = pathItems(root, types.references);
  const nodes = items.flatMap(({ node }) => operationNodes(node).map(([, one]) => one));
  const security = new Security(components, types.references);
  const auth = security.auth(root.at('security'), nodes, neededInWords(nodes));
  const prefix = commonPath(items.map(({ path }) => path.path));
  home.api.set('path', property('path', prefix === '' ? undefined : quote(prefix)));
  home.api.set('auth', property('auth', auth));
  const results = new Results(types, errors);
  const operations = new Operations({
    parameters: new Parameters(types, home.isOwn),
    results,
    security,
    isSecured: auth !== undefined && !/\bnone\b/.test(auth),
  });
  const read = items.flatMap((item) => operations.read(item, prefix));
  read.forEach(({ statement }, index) => {
    home.api.add(`operation ${String(index)}`, statement);
  });
  types.declareAll(schemas, (node) => results.pages.has(node.key) || errors.isOwn(node));
  placeTypes([...types.declared, ...errors.declared], home, landscape);
  return read.flatMap(({ mediaTypes }) => mediaTypes);
}

function pathItems(root: DocumentNode, references: References): PathItem[] {
  return (root.at('paths')?.entries() ?? []).flatMap(([template, item]) => {
    if (template.startsWith('x-')) return [];
    if (!template.startsWith('/')) {
      item.unsupported('A path begins with `/`.');
      return [];
    }
    const node = references.follow(item);
    return node?.isMap ? [{ path: readPath(template), node }] : [];
  });
}

function licenceOf(info: DocumentNode | undefined): string | undefined {
  const licence = info?.at('license');
  const identifier = licence?.at('identifier')?.value;
  const known =
    typeof identifier === 'string' && /^[A-Za-z0-9.+-]{1,60}$/.test(identifier)
      ? identifier
      : licenceIdentifier(String(licence?.at('name')?.value ?? ''));
  if (known !== undefined) licence?.modelled();
  return known;
}

/** Addresses without variables; placeholders of ours are none. */
function serversOf(root: DocumentNode): ContractServer[] {
  const servers = root.at('servers')?.items() ?? [];
  return servers.flatMap((server) => {
    const url = server.at('url')?.value;
    const description = server.at('description')?.value;
    if (typeof url !== 'string' || !/^https:\/\/[^{}\s]+$/.test(url)) return [];
    if (description === 'A placeholder: put the real address here, it is kept.') {
      server.modelled();
      return [];
    }
    server.modelled();
    return [{ url, ...(typeof description === 'string' ? { description } : {}) }];
  });
}

/** The values, the most frequent first. */
function mostOften(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
