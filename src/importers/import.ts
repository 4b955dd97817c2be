/** Documents in, a model and its contracts out. Pure: hosts read and write. */
import type { Model } from '../model/model.js';
import { Landscape, type ArchFile } from './arch/landscape.js';
import { Names } from './arch/names.js';
import {
  UnreadableDocument,
  type AdoptedDocument,
  type DocumentReport,
  type ImportInput,
  type ImportScope,
  type ReadDocument,
} from './document.js';
import { documentText } from '../contracts/text/text.js';
import { valueAt, type Tree } from '../contracts/tree.js';
import { readAsyncApi, type AsyncApiText } from './asyncapi/asyncapi.js';
import { asVersion3 } from './asyncapi/convert.js';
import { looksLikeCml, readCml } from './cml/cml.js';
import { readOpenApi } from './openapi/openapi.js';
import { readDocument, tooDeep } from './read-document.js';
import type { DocumentSettings } from './settings.js';

export interface Imported {
  readonly files: readonly ArchFile[];
  readonly adopted: readonly AdoptedDocument[];
  readonly reports: readonly DocumentReport[];
  readonly settings: readonly DocumentSettings[];
}

/**
 * @param present the model that the import goes into
 * @throws UnreadableDocument for the first document that cannot be read
 */
export function importDocuments(
  inputs: readonly ImportInput[],
  present: Pick<Model, 'contexts' | 'externals' | 'systems' | 'teams' | 'brokers'> = {
    contexts: [],
    externals: [],
    systems: [],
    teams: [],
    brokers: [],
  },
): Imported {
  const taken = [...present.contexts, ...present.externals].map(({ name }) => name);
  const top = [...present.teams, ...present.brokers].map(({ kind, name }) => `${kind} ${name}`);
  const landscape = new Landscape(new Set(taken), new Set(top));
  const contexts = new Names();
  for (const name of taken) contexts.take(name);
  const scope: ImportScope = {
    landscape,
    contexts,
    present: new Set(taken),
    hasSystem: present.systems.length > 0,
  };
  const read = inputs.map((input) => readOne(input, scope));
  return {
    files: landscape.files(),
    adopted: read.flatMap(({ adopted }) => adopted),
    reports: read.map(({ report }) => report),
    settings: read.map(({ settings }) => settings),
  };
}

function readOne(input: ImportInput, scope: ImportScope): ReadDocument {
  try {
    const name = stem(input.name);
    if (isCml(input)) return readCml(input, name, scope);
    const { kind, tree, format } = readDocument(input);
    if (kind === 'openapi') return readOpenApi(input, tree, format, name, scope);
    return readAsyncApi(input, asyncApiText(input, tree, format), name, scope);
  } catch (failure) {
    if (!(failure instanceof RangeError)) throw failure;
    throw new UnreadableDocument(input.name, 1, tooDeep);
  }
}

function isCml({ kind, name, text }: ImportInput): boolean {
  return kind === 'cml' || (kind === undefined && (/\.cml$/i.test(name) || looksLikeCml(text)));
}

/** The document in version 3, which is the only one that contracts are written in. */
function asyncApiText(input: ImportInput, tree: Tree, format: 'yaml' | 'json'): AsyncApiText {
  const version = String(valueAt(tree, 'asyncapi'));
  if (!version.startsWith('2.')) return { tree, text: input.text, format, version };
  const converted = converted3(input.name, tree);
  return { tree: converted, text: documentText(converted, format), format, version };
}

function converted3(name: string, tree: Tree): Tree {
  try {
    return asVersion3(tree);
  } catch (failure) {
    if (failure instanceof RangeError) throw failure;
    const why = failure instanceof Error ? failure.message : String(failure);
    throw new UnreadableDocument(name, 1, `It cannot be converted to AsyncAPI 3: ${why}`);
  }
}

/** `specs/petstore.openapi.yaml` → `petstore`. */
function stem(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\..*$/, '');
}
