/** Documents put where generating will find them: as contract, as its base, and in the lock. */
import type { ContractsConfig } from '../contracts/config.js';
import { contract } from '../contracts/contracts.js';
import { adoptedFolder } from '../contracts/merge/adopted.js';
import { fingerprint } from '../contracts/merge/fingerprint.js';
import { baseFolder, type ContractLock, type LockedDocument } from '../contracts/merge/lock.js';
import { readSource } from '../contracts/merge/merge.js';
import { same } from '../contracts/merge/place.js';
import { contractPlaces } from '../contracts/plan.js';
import { documentText } from '../contracts/text/text.js';
import type { Model } from '../model/model.js';
import type { AdoptedDocument } from './document.js';

export interface Adoption {
  readonly document: AdoptedDocument;
  /** Where the contract lies, relative to the model root. */
  readonly path: string;
  /** All files to write, relative to the model root. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly locked: LockedDocument;
  /** Whether the text had to change its format, and lost its comments. */
  readonly isConverted: boolean;
}

/**
 * Where each document goes, and what is to be remembered of it. A document whose element the model
 * does not have, as after a name that was taken, is left out.
 *
 * @param model with what was imported
 * @throws RangeError if `outDir` leads out of the model root
 */
export function adoptions(
  model: Model,
  config: ContractsConfig,
  documents: readonly AdoptedDocument[],
): Adoption[] {
  const places = contractPlaces(model, config);
  return documents.flatMap((document) => {
    const place = places.find(
      ({ kind, element }) => kind === document.kind && element === document.element,
    );
    const generated = place && contract(model, config, place);
    if (!place || !generated) return [];
    const text = inFormat(document, config.format);
    const { path, kind, element } = place;
    return [
      {
        document,
        path,
        files: [
          { path, text },
          { path: `${baseFolder}/${path}`, text },
          { path: `${adoptedFolder}/${path}`, text: generated.text },
          ...document.files.map((file) => ({
            path: `${path.slice(0, path.lastIndexOf('/') + 1)}${file.path}`,
            text: file.text,
          })),
        ],
        locked: { kind, element, base: fingerprint(text), file: fingerprint(text) },
        isConverted: text !== document.text,
      },
    ];
  });
}

/** The lock with the documents in it. */
export function lockWith(
  lock: ContractLock,
  adopted: readonly Adoption[],
  generator: string,
): ContractLock {
  const documents = new Map(lock.documents);
  for (const { path, locked } of adopted) documents.set(path, locked);
  return { ...lock, generator, documents };
}

/** JSON is YAML as well, mostly; where it is not, and the other way round, it is written anew. */
function inFormat(
  { text, tree, format }: AdoptedDocument,
  wanted: ContractsConfig['format'],
): string {
  if (format === wanted) return text;
  if (wanted === 'yaml') {
    try {
      if (same(readSource(text, 'yaml').root?.value, tree)) return text;
    } catch {
      // Written anew below.
    }
  }
  return documentText(tree, wanted);
}
