/** What an import would write into a model root, as data. Pure: hosts read, ask and write. */
import { lockPath, lockText, type ContractLock } from '../contracts/merge/lock.js';
import type { ContractsConfig } from '../contracts/config.js';
import { same } from '../contracts/merge/place.js';
import { valueAt, type Tree, type TreeMap } from '../contracts/tree.js';
import type { Model } from '../model/model.js';
import { Project } from '../project/project.js';
import { version } from '../project/version.js';
import { adoptions, lockWith, type Adoption } from './adoption.js';
import type { DocumentReport, ImportInput } from './document.js';
import type { ArchFile } from './arch/landscape.js';
import { withExceptions } from './exceptions.js';
import { importDocuments } from './import.js';
import { contractsSection } from './settings.js';

/** The model root that an import goes into. */
export interface ImportTarget {
  /** Texts of the `.arch` files that are there, by path below the root. */
  readonly models: ReadonlyMap<string, string>;
  /** The text of `archivolt.json`; undefined where there is none. */
  readonly configuration: string | undefined;
  readonly lock: ContractLock;
  /** The folder for the new models below the root: empty, or with a slash at its end. */
  readonly folder: string;
}

export interface PlannedFile {
  /** Relative to the model root. */
  readonly path: string;
  readonly text: string;
  /** Whether it may take the place of one that is there. */
  readonly replaces: boolean;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Paths of the new models among them; the first is the one to look at. */
  readonly models: readonly string[];
  /** Where each document lies as a contract. */
  readonly adopted: readonly Adoption[];
  readonly reports: readonly DocumentReport[];
  /** What is to be known beside the reports. */
  readonly remarks: readonly string[];
  /** The whole model with what was imported. */
  readonly model: Model;
}

/** Before any sunset that a document names. */
const today = '2000-01-01';

/**
 * @throws UnreadableDocument for the first document that cannot be read
 * @throws RangeError if the configured `outDir` leads out of the root
 */
export function planImport(inputs: readonly ImportInput[], target: ImportTarget): ImportPlan {
  const project = new Project();
  project.configure(target.configuration);
  for (const [path, text] of target.models) project.setFile(path, text);
  const imported = importDocuments(inputs, project.model);
  const section = contractsSection(imported.settings);
  const missing = section && differing(section, project.configuration.contracts);
  const configuration = { extends: 'recommended', ...(section ? { contracts: section } : {}) };
  const isNew = target.configuration === undefined;
  const text = `${JSON.stringify(configuration, null, 2)}\n`;
  if (isNew) project.configure(text);
  const { models, accepted } = checkedModels(project, imported.files, target.folder);
  const adopted = adoptions(project.model, project.configuration.contracts, imported.adopted);
  const lock = lockWith(target.lock, adopted, version);
  const files = [
    ...adopted.flatMap((one) => one.files.map((file) => ({ ...file, replaces: false }))),
    ...(adopted.length === 0 ? [] : [{ path: lockPath, text: lockText(lock), replaces: true }]),
    ...(isNew ? [{ path: 'archivolt.json', text, replaces: false }] : []),
    ...models.map(({ path, text: model }) => ({ path, text: model, replaces: false })),
  ];
  return {
    files,
    models: models.map(({ path }) => path),
    adopted,
    reports: imported.reports,
    remarks: [
      ...(isNew || missing === undefined
        ? []
        : [
            `archivolt.json has other settings than the documents, which counts for what is generated anew: ${JSON.stringify({ contracts: missing })} would be theirs.`,
          ]),
      ...accepted.map(
        ({ rule, span, what }) =>
          `${span.file}: accepted as it is in the document (${rule}): ${what}`,
      ),
      ...adopted
        .filter(({ isConverted }) => isConverted)
        .map(({ path }) => `${path} has another format than its original; comments are not in it.`),
    ],
    model: project.model,
  };
}

/** The settings that are not in force; undefined where all are. */
function differing(section: TreeMap, config: ContractsConfig): TreeMap | undefined {
  const current = config as unknown as Readonly<Record<string, Tree>>;
  const own = Object.entries(section).flatMap(([key, value]): [string, Tree][] => {
    if (key !== 'style') return same(current[key], value) ? [] : [[key, value]];
    const style = Object.entries(value as TreeMap).filter(
      ([name, one]) => !same(valueAt(current['style'], name), one),
    );
    return style.length === 0 ? [] : [[key, Object.fromEntries(style)]];
  });
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** The new models in the project, with exceptions where a rule finds an error in them. */
function checkedModels(project: Project, files: readonly ArchFile[], folder: string) {
  const texts = new Map(files.map(({ path, text }) => [folder + path, text]));
  for (const [path, text] of texts) project.setFile(path, text);
  // The day decides about dates in the model alone, and an import has none that have passed.
  const checked = withExceptions(texts, project.findings(today));
  for (const [path, text] of checked.texts) project.setFile(path, text);
  const models = [...checked.texts].map(([path, text]) => ({ path, text }));
  return { models, accepted: checked.accepted };
}
