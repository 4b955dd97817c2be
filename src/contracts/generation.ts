/**
 * What generating would do, as data: every contract of a model against what is on disk. Pure but
 * for reading through `files`; hosts write, or show it first.
 */
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { ContractsConfig } from './config.js';
import { contract } from './contracts.js';
import type { ContractDocument, ContractKind, ContractPlace, ContractRemark } from './document.js';
import type { Conflict, HandChange, Resolve } from './merge/conflict.js';
import { adoptedFolder, adoptedTree, nextAlone } from './merge/adopted.js';
import { fingerprint } from './merge/fingerprint.js';
import { baseFolder, type ContractLock, type LockedDocument } from './merge/lock.js';
import { mergeDocument, type MergeResult } from './merge/merge.js';
import { mergeText } from './merge/merge-text.js';
import { renamesOf, type Renames } from './merge/renames.js';
import type { Splice } from './merge/splice.js';
import { stateOf, type ContractState } from './merge/state.js';
import { formerPlaces } from './moves.js';
import { contractPlaces, placesOf } from './plan.js';
import { FieldNumbers } from './protobuf/numbers.js';
import { numbersAfterRenames } from './protobuf/renamed-numbers.js';
import { byText } from './tree.js';

/** Files below the model root, by relative path. */
export interface ContractFiles {
  /** Undefined where there is no such file. */
  read(path: string): string | undefined;
}

export interface GenerationInput {
  readonly model: Model;
  readonly config: ContractsConfig;
  readonly lock: ContractLock;
  readonly files: ContractFiles;
  /** Version of Archivolt, for the lock file. */
  readonly generator: string;
  /** Kinds to generate; all where undefined. */
  readonly only?: ReadonlySet<ContractKind> | undefined;
  /** A service, an API, a message or a context to generate for; the whole model where undefined. */
  readonly within?: ElementId | undefined;
  /** Paths to generate; all where undefined. The lock keeps what it says of others. */
  readonly paths?: ReadonlySet<string> | undefined;
  readonly resolve?: Resolve | undefined;
}

export type GenerationAction = 'create' | 'update' | 'keep' | 'delete';

export interface GeneratedContract extends ContractPlace {
  readonly state: ContractState;
  readonly action: GenerationAction;
  /** What the file has now and what it should have; undefined where there is no file. */
  readonly disk: string | undefined;
  readonly text: string | undefined;
  readonly base: string | undefined;
  /** What the model alone gives, to remember of a document that was there before the model. */
  readonly alone?: string;
  /** The way from `disk` to `text`, for editors. */
  readonly splices: readonly Splice[];
  readonly conflicts: readonly Conflict[];
  readonly handChanges: readonly HandChange[];
  readonly remarks: readonly ContractRemark[];
  readonly problem?: MergeResult['problem'];
  /** Where the file lay before it was renamed; it goes from there. */
  readonly movedFrom?: string;
  /** As the model gives it, with the keys that it renamed; undefined for orphans. */
  readonly document?: ContractDocument;
  readonly renames?: Renames;
}

export interface Generation {
  readonly contracts: readonly GeneratedContract[];
  /** The lock after everything is written. */
  readonly lock: ContractLock;
}

/** Documents that are worked out, of those that there are to do. */
export interface GenerationStep {
  readonly done: number;
  readonly of: number;
}

/** @throws RangeError if `outDir` leads out of the model root */
export function generation(input: GenerationInput): Generation {
  const steps = generating(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * As `generation`, in steps of one document each, for hosts that answer others in between.
 *
 * @throws RangeError if `outDir` leads out of the model root
 */
export function* generating(input: GenerationInput): Generator<GenerationStep, Generation> {
  const { model, config, lock, only, within, paths } = input;
  const places = contractPlaces(model, config);
  const wanted = (within === undefined ? places : placesOf(model, places, within)).filter(
    ({ kind, path }) => (only?.has(kind) ?? true) && (paths?.has(path) ?? true),
  );
  const numbers = new FieldNumbers(numbersAfterRenames(model, lock.numbers));
  const taken = new Set(places.map((place) => place.path));
  const formerPlaceOf = formerPlaces(model, lock, taken);
  const moved = new Set<string>();
  const contracts: GeneratedContract[] = [];
  for (const [index, place] of wanted.entries()) {
    const former = lock.documents.has(place.path) ? undefined : formerPlaceOf(place);
    if (former !== undefined) moved.add(former);
    const one = generated(input, place, former, numbers);
    if (one) contracts.push(one);
    yield { done: index + 1, of: wanted.length };
  }
  const orphans =
    within === undefined
      ? [...lock.documents]
          .filter(
            ([path, { kind }]) =>
              !taken.has(path) &&
              !moved.has(path) &&
              (only?.has(kind) ?? true) &&
              (paths?.has(path) ?? true),
          )
          .map(([path, locked]) => orphan(input, path, locked))
      : [];
  const all = [...contracts, ...orphans].sort((a, b) => byText(a.path, b.path));
  return { contracts: all, lock: nextLock(input, all, numbers) };
}

function generated(
  { model, config, files, resolve }: GenerationInput,
  place: ContractPlace,
  former: string | undefined,
  numbers: FieldNumbers,
): GeneratedContract | undefined {
  const document = contract(model, config, place, numbers);
  if (!document) return undefined;
  const own = files.read(place.path);
  const isMove = former !== undefined && own === undefined;
  const disk = isMove ? files.read(former) : own;
  const base = files.read(`${baseFolder}/${former ?? place.path}`);
  const { tree, text } = document;
  const renames: Renames = tree === undefined ? new Map() : renamesOf(model, config.style, tree);
  const format = place.path.endsWith('.json') ? ('json' as const) : ('yaml' as const);
  const alone = files.read(`${adoptedFolder}/${former ?? place.path}`);
  const adoption =
    tree === undefined || base === undefined || alone === undefined
      ? undefined
      : { format, base, alone, tree, renames };
  const wanted = adoption && adoptedTree(adoption);
  const merged =
    tree === undefined
      ? mergeText(base, disk, text, resolve)
      : mergeDocument({
          format,
          base,
          disk,
          ...(wanted ?? { tree, text }),
          renames,
          keepsForm: wanted !== undefined,
          ...(resolve ? { resolve } : {}),
        });
  const state = isMove && disk !== undefined ? 'stale' : stateOf(disk, merged);
  return {
    ...place,
    state,
    action: disk === undefined || isMove ? 'create' : merged.text === disk ? 'keep' : 'update',
    disk,
    text: merged.text,
    base: merged.base,
    ...(adoption && wanted ? { alone: nextAlone(adoption, wanted.tree, merged.base) } : {}),
    splices: merged.splices,
    conflicts: merged.conflicts,
    handChanges: merged.handChanges,
    remarks: document.remarks,
    document,
    renames,
    ...(merged.problem ? { problem: merged.problem } : {}),
    ...(isMove && disk !== undefined ? { movedFrom: former } : {}),
  };
}

/** What is left of a contract that the model no longer has: it goes, unless somebody worked on it. */
function orphan(
  { files, resolve }: GenerationInput,
  path: string,
  locked: LockedDocument,
): GeneratedContract {
  const disk = files.read(path);
  const base = files.read(`${baseFolder}/${path}`);
  const untouched = disk !== undefined && (disk === base || fingerprint(disk) === locked.file);
  const conflict: Conflict = {
    kind: 'edited-deleted',
    pointer: '',
    base,
    mine: disk,
    model: undefined,
    line: 1,
  };
  const decision = disk === undefined || untouched ? 'model' : resolve?.(conflict, true);
  const goes = decision === 'model';
  return {
    path,
    kind: locked.kind,
    element: locked.element,
    state: 'orphan',
    action: goes ? 'delete' : 'keep',
    disk,
    text: goes ? undefined : disk,
    base: goes || decision === 'mine' ? undefined : base,
    splices: [],
    conflicts: decision === undefined ? [conflict] : [],
    handChanges: [],
    remarks: [],
  };
}

function nextLock(
  { lock, generator }: GenerationInput,
  contracts: readonly GeneratedContract[],
  numbers: FieldNumbers,
): ContractLock {
  const documents = new Map(lock.documents);
  for (const one of contracts) {
    const { path, kind, element, base, text, movedFrom, problem, state, conflicts: open } = one;
    // Nothing is written where there is a problem, so nothing is remembered either.
    if (problem || (state === 'orphan' && open.length > 0)) continue;
    if (movedFrom !== undefined) documents.delete(movedFrom);
    if (base === undefined || text === undefined) documents.delete(path);
    else documents.set(path, { kind, element, base: fingerprint(base), file: fingerprint(text) });
  }
  return { generator, documents, numbers: numbers.lock() };
}
