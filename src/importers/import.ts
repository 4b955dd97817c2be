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
  present: Pick<Model, 'contexts' | 'externals' | 'systems'> = {
    contexts: [],
    externals: [],
    systems: [],
  },
): Imported {
  const taken = [...present.contexts, ...present.externals].map(({ name }) => name);
  const landscape = new Landscape(new Set(taken));
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
    const { tree, format } = readDocument(input);
    return readOpenApi(input, tree, format, stem(input.name), scope);
  } catch (failure) {
    if (!(failure instanceof RangeError)) throw failure;
    throw new UnreadableDocument(input.name, 1, tooDeep);
  }
}

/** `specs/petstore.openapi.yaml` → `petstore`. */
function stem(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\..*$/, '');
}
