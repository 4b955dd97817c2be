/** AsyncAPI 3 as a context with a service that sends and receives messages. */
import { humanize } from '../../contracts/naming.js';
import { sentence } from '../../contracts/text/markdown.js';
import type { Tree } from '../../contracts/tree.js';
import { quote } from '../arch/literals.js';
import { property } from '../arch/statement.js';
import { Coverage } from '../coverage.js';
import type { ImportInput, ImportScope, ReadDocument } from '../document.js';
import { DocumentNode, type ImportFile } from '../node.js';
import { serviceHome, type Home } from '../home.js';
import { teamOf } from '../team.js';
import { declareSystem } from '../system.js';
import { References } from '../references.js';
import { placeTypes } from '../schemas/placement.js';
import { Types } from '../schemas/types.js';
import { licenceIdentifier, styleOf } from '../settings.js';
import { Messages } from './messages.js';
import { Operations } from './operations.js';
import { Servers } from './servers.js';

/**
 * @param tree of version 3
 * @param text the same as text, which becomes the contract
 * @param version as in the document that was given
 * @param fallback a name for documents without a title
 */
export function readAsyncApi(
  input: ImportInput,
  { tree, text, format, version }: AsyncApiText,
  fallback: string,
  scope: ImportScope,
): ReadDocument {
  const { landscape } = scope;
  const coverage = new Coverage();
  const file: ImportFile = { path: '', root: tree, coverage };
  const root = new DocumentNode(file, tree);
  root.text('asyncapi');
  const info = root.at('info');
  const references = new References(input.read);
  const style = styleOf(tree);
  const home = serviceHome(info, scope, fallback, input.name);
  readInfo(root, info, home, scope);
  const types = new Types(references, home.isOwn ? home.boundary.name : undefined, style);
  const messages = new Messages(types, home.boundary.name);
  const servers = new Servers(root, references, landscape);
  const operations = new Operations(references, messages, servers, home.provider, home.isOwn);
  const all = (root.at('operations')?.entries() ?? []).flatMap(
    ([, node]) => references.follow(node) ?? [],
  );
  for (const operation of all) operations.read(operation);
  for (const [, node] of root.at('channels')?.entries() ?? []) {
    const channel = references.follow(node);
    if (channel) operations.rest(channel);
  }
  if (home.isOwn) root.at('components')?.at('messageTraits')?.modelled();
  types.declareAll(root.at('components')?.at('schemas'), (node) => messages.payloads.has(node.key));
  placeTypes([...messages.declared, ...types.declared], home, landscape);
  const isUsed = all.length > 0;
  const license = licenceOf(info);
  return {
    report: {
      name: input.name,
      kind: 'asyncapi',
      title: `AsyncAPI ${version}`,
      coverage: coverage.report(tree),
      remarks: [
        ...(version.startsWith('2.')
          ? [
              'It was converted to AsyncAPI 3.0.0; the places are those of the converted document, which has no comments.',
            ]
          : []),
        ...(isUsed
          ? []
          : ['No operation sends or receives, so no contract follows from the model.']),
      ],
    },
    settings: {
      asyncapi: String(root.at('asyncapi')?.value).startsWith('3.1') ? '3.1.0' : '3.0.0',
      format,
      license,
      style,
    },
    adopted: [
      { kind: 'asyncapi', element: home.element, text, format, tree, files: references.used },
    ],
  };
}

export interface AsyncApiText {
  readonly tree: Tree;
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly version: string;
}

function readInfo(
  root: DocumentNode,
  info: DocumentNode | undefined,
  home: Omit<Home, 'api'>,
  { landscape, hasSystem }: ImportScope,
): void {
  const { provider, boundary, isOwn } = home;
  const title = info?.text('title')?.trim();
  const description = info?.text('description');
  if (isOwn) {
    if (title !== undefined && title !== humanize(provider.name)) provider.title = title;
    const says = sentence(
      `The messages that ${title ?? humanize(provider.name)} sends and receives`,
    );
    if (description !== says) provider.doc = description;
    const [tag] = info?.at('tags')?.items() ?? [];
    const context = tag?.text('description');
    if (context !== undefined && context !== sentence(humanize(boundary.name))) {
      boundary.doc ??= context;
    }
    info?.at('tags')?.modelled();
    const id = root.text('id');
    root.text('defaultContentType');
    if (!hasSystem && id !== undefined) declareSystem(`id: ${id}`, landscape);
    info?.at('version')?.modelled();
  } else {
    provider.doc = description;
    const first =
      description
        ?.split('\n')
        .find((line) => line.trim() !== '')
        ?.trim() ?? '';
    if (first !== '' && first.length <= 200) {
      boundary.set('vision', property('vision', quote(first.replace(/[*_`#]/g, '').trim())));
    }
  }
  const team = teamOf(info?.at('contact'), home, landscape, isOwn);
  if (team !== undefined) provider.set('team', { head: `team ${team}` });
}

function licenceOf(info: DocumentNode | undefined): string | undefined {
  const licence = info?.at('license');
  const url = licence?.at('url')?.value;
  const spdx =
    typeof url === 'string'
      ? /^https:\/\/spdx\.org\/licenses\/([\w.+-]+)\.html$/.exec(url)?.[1]
      : undefined;
  const known = spdx ?? licenceIdentifier(String(licence?.at('name')?.value ?? ''));
  if (known !== undefined) licence?.modelled();
  return known;
}
