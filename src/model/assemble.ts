import type { Draft } from './build/draft.js';
import { deriveRelations } from './derived-relations.js';
import { lazily } from './lazily.js';
import type { Context } from './elements/context.js';
import type { Element, ElementOf } from './elements/element.js';
import type { ElementId, ElementKind } from './elements/identity.js';
import type { Duplicate, Model } from './model.js';
import type { Problem } from './problem.js';
import type { LinkedEdges } from './resolve/link-edges.js';
import type { LinkedFile } from './resolve/link.js';
import { sortedIndex } from './sorted-index.js';

/** A file as it counts: what it says, and what that means. */
export interface AssembledFile {
  readonly draft: Draft;
  readonly linked: LinkedFile;
}

export interface Assembly {
  /** In the order of their names. */
  readonly files: readonly AssembledFile[];
  readonly names: readonly string[];
  /** Ids of what says what it was called before, in that order. */
  readonly renamed: readonly ElementId[];
  readonly elements: ReadonlyMap<ElementId, Element>;
  readonly hasDuplicates: boolean;
  readonly contextProblems: readonly Problem[];
}

const assemblies = new WeakMap<Model, Assembly>();

/** What a file of the model says, without walking the others; undefined for an unknown one. */
export function fileOf(model: Model, file: string): AssembledFile | undefined {
  const assembly = assemblies.get(model);
  const index = sortedIndex(model.files, file);
  return model.files[index] === file ? assembly?.files[index] : undefined;
}

/**
 * The files of a model in which anything is annotated, in their order; undefined where the model
 * was put together otherwise.
 */
export function annotatedFiles(model: Model): readonly AssembledFile[] | undefined {
  return assemblies.get(model)?.files.filter(({ draft }) => draft.isAnnotated);
}

/**
 * The model of some linked files. Its lists are made when they are first read, so that a request
 * that looks only at a few elements does not pay for all of them.
 */
export function assemble(assembly: Assembly): Model {
  const model = withLists(assembly, () => {
    const ids = new Set(assembly.renamed);
    return [...ids].flatMap((id) => assembly.elements.get(id) ?? []);
  });
  assemblies.set(model, assembly);
  return model;
}

/**
 * The model as one file sees it: every element can be looked up, but only what stands in that file
 * is listed (and the contexts that it writes at). Rules that look from an element to what it names
 * find in it what they find in the whole model, at the cost of one file. What was renamed is known of all.
 */
export function assembleFile(model: Model, assembly: Assembly, file: AssembledFile): Model {
  const listed: Assembly = { ...assembly, files: [file], names: [file.draft.file] };
  const { elements } = model;
  const own = listElements(listed);
  const view = {
    get: (id: ElementId) => elements.get(id),
    has: (id: ElementId) => elements.has(id),
    get size() {
      return own.length;
    },
    forEach: (visit: (value: Element, key: ElementId, map: Model['elements']) => void) => {
      for (const element of own) visit(element, element.id, view);
    },
    keys: () => own.map(({ id }) => id).values(),
    values: () => own.values(),
    entries: () => own.map((element): [ElementId, Element] => [element.id, element]).values(),
    [Symbol.iterator]: () => view.entries(),
  } as Model['elements'];
  const seen: Assembly = { ...listed, elements: view };
  const ofFile = withLists(seen, () => model.renamed);
  assemblies.set(ofFile, seen);
  return ofFile;
}

/** Every element once, in the order of the model: contexts first, then as declared. */
export function listElements({ files, elements, hasDuplicates }: Assembly): Element[] {
  const list: Element[] = contextsOf({ files, elements });
  const seen = new Set<ElementId>();
  for (const { linked } of files) {
    for (const declared of linked.elements) {
      if (!hasDuplicates && isFinal(declared)) {
        list.push(declared);
        continue;
      }
      const { id } = declared;
      if (seen.has(id)) continue;
      seen.add(id);
      const element = elements.get(id);
      if (element) list.push(element);
    }
  }
  return list;
}

/** Whether it stands as it was linked: the leading map is marked in the table only. */
function isFinal({ kind }: Element): boolean {
  return kind !== 'contextmap';
}

function withLists(assembly: Assembly, renamed: () => readonly Element[]): Model {
  const { files, elements, hasDuplicates, contextProblems } = assembly;
  const lists = new ListsOfKinds(files);
  const of = <K extends ElementKind>(kind: K) => {
    const declared = lists.of(kind);
    // Duplicates count once.
    const [first] = declared;
    const exact = !hasDuplicates && (!first || isFinal(first));
    return (exact ? declared : firsts(declared, elements)) as ElementOf<K>[];
  };
  const edges = <K extends keyof LinkedEdges>(kind: K) => {
    const all: LinkedEdges[K][number][] = [];
    for (const file of files) {
      const ofFile = file.linked.edges[kind] as readonly LinkedEdges[K][number][];
      for (const one of ofFile) all.push(one);
    }
    return all;
  };
  const model: Model = lazily<Model>({
    files: () => assembly.names,
    elements: () => elements,
    renamed,
    systems: () => of('system'),
    domains: () => of('domain'),
    subdomains: () => of('subdomain'),
    teams: () => of('team'),
    actors: () => of('actor'),
    externals: () => of('external'),
    brokers: () => of('broker'),
    libraries: () => of('library'),
    contexts: () => contextsOf(assembly),
    aggregates: () => of('aggregate'),
    entities: () => of('entity'),
    values: () => of('value'),
    enums: () => of('enum'),
    scalars: () => of('scalar'),
    unions: () => of('union'),
    events: () => of('event'),
    commands: () => of('command'),
    errors: () => of('error'),
    services: () => of('service'),
    stores: () => of('store'),
    apis: () => of('api'),
    operations: () => of('operation'),
    maps: () => of('contextmap'),
    relations: () => of('relation'),
    views: () => of('view'),
    flows: () => of('flow'),
    calls: () => edges('calls'),
    subscriptions: () => edges('subscriptions'),
    publications: () => edges('publications'),
    sendings: () => edges('sendings'),
    handlings: () => edges('handlings'),
    accesses: () => edges('accesses'),
    references: () => assembly.files.flatMap(({ linked }) => linked.references),
    unresolved: () => assembly.files.flatMap(({ linked }) => linked.unresolved),
    problems: () => [...assembly.files.flatMap(({ draft }) => draft.problems), ...contextProblems],
    duplicates: () => (hasDuplicates ? duplicatesOf(assembly) : []),
    derivedRelations: () => deriveRelations(model),
  });
  return model;
}

/**
 * What files declare, by kind. A request asks for a few kinds, and each is gathered by itself; the
 * rules ask for all of them, and to pass all files for each of thirty kinds is dear.
 */
class ListsOfKinds {
  readonly #files: readonly AssembledFile[];
  #asked = 0;
  #all: Map<ElementKind, Element[]> | undefined;

  constructor(files: readonly AssembledFile[]) {
    this.#files = files;
  }

  of(kind: ElementKind): Element[] {
    if (++this.#asked > askedByOne) return (this.#all ??= this.#gather()).get(kind) ?? [];
    const declared: Element[] = [];
    for (const { linked } of this.#files) {
      const ofFile = linked.byKind.get(kind);
      if (ofFile) for (const element of ofFile) declared.push(element);
    }
    return declared;
  }

  #gather(): Map<ElementKind, Element[]> {
    const all = new Map<ElementKind, Element[]>();
    for (const { linked } of this.#files) {
      linked.byKind.forEach((ofFile, kind) => {
        let list = all.get(kind);
        if (!list) all.set(kind, (list = []));
        for (const one of ofFile) list.push(one);
      });
    }
    return all;
  }
}

/** Kinds that a request asks for, unless it wants all. */
const askedByOne = 4;

function contextsOf({ files, elements }: Pick<Assembly, 'files' | 'elements'>): Context[] {
  const ids = new Set<ElementId>();
  for (const { draft } of files) for (const { element } of draft.contexts) ids.add(element.id);
  return [...ids].flatMap((id) => (elements.get(id) as Context | undefined) ?? []);
}

function firsts(declared: readonly Element[], elements: Assembly['elements']): Element[] {
  const ids = new Set(declared.map(({ id }) => id));
  return [...ids].flatMap((id) => elements.get(id) ?? []);
}

/** Ids with several declarations, sorted. */
function duplicatesOf({ files }: Assembly): Duplicate[] {
  const byId = new Map<ElementId, Element[]>();
  for (const { linked } of files) {
    for (const element of linked.elements) {
      const known = byId.get(element.id);
      if (known) known.push(element);
      else byId.set(element.id, [element]);
    }
  }
  return [...byId]
    .filter(([, declarations]) => declarations.length > 1)
    .map(([id, declarations]): Duplicate => ({ id, declarations }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
