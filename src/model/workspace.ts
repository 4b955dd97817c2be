import { parseArch } from '../language/parse.js';
import type { ParsedText } from '../language/parsed-text.js';
import { assemble, assembleFile, listElements, type Assembly } from './assemble.js';
import { buildDraft } from './build/build.js';
import type { Draft } from './build/draft.js';
import { ContextBlocks } from './incremental/context-blocks.js';
import { Declarations } from './incremental/declarations.js';
import { DeclaredNames } from './incremental/declared-names.js';
import { ElementTable } from './incremental/element-table.js';
import { NameUsers } from './incremental/used-names.js';
import type { Context } from './elements/context.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { none } from './none.js';
import { linkDraft, type LinkedFile } from './resolve/link.js';
import type { Surroundings } from './resolve/linker.js';
import type { NameIndex } from './resolve/name-index.js';
import { sortedIndex } from './sorted-index.js';

/**
 * A file; `linked` is what its draft, or before it was first linked the one before, meant when it was
 * last linked.
 */
interface FileState {
  readonly text: string;
  readonly draft: Draft;
  readonly linked: LinkedFile;
  readonly isFresh: boolean;
}

/**
 * The files of one model root, kept up to date by file. An edit parses and reads that file alone;
 * other files are linked again only where a name that they use came, went or changed its meaning.
 */
export class ModelWorkspace {
  readonly #files = new Map<string, FileState>();
  #sorted: readonly string[] | undefined = [];
  /** States in the order of `#sorted`, as of the last model. */
  #inOrder: readonly FileState[] = [];
  #orderOf: readonly string[] | undefined;
  readonly #names = new DeclaredNames();
  readonly #table = new ElementTable();
  readonly #declarations = new Declarations(this.#table);
  readonly #contexts = new ContextBlocks(this.#table, this.#names.index);
  /** Made when the first name changes after files were linked; so a cold check goes without it. */
  #users: NameUsers | undefined;
  /** Ids of what was renamed, by the files that say so. */
  readonly #renamed = new Map<string, readonly ElementId[]>();
  /** Files to be linked before the next model. */
  readonly #unlinked = new Set<string>();
  #built: { readonly model: Model; readonly assembly: Assembly } | undefined;

  /**
   * Sets the text of a file, or removes it. `file` is relative to the root, with `/`. Nothing is
   * linked before the model is asked for, so many files can be set at the cost of their parse.
   */
  update(file: string, text: string | undefined, parsed?: ParsedText): void {
    const before = this.#files.get(file);
    if (before?.text === text) return;
    const draft = text === undefined ? undefined : buildDraft(file, parsed ?? parseArch(text));
    this.#built = undefined;
    if (!before || !draft) this.#sorted = undefined;
    const changed = this.#names.exchange(before?.draft, draft);
    this.#contexts.exchange(file, before?.draft, draft);
    if (before) this.#users?.remove(file, before.draft);
    if (draft && text !== undefined) {
      const linked = before?.linked ?? unlinked;
      this.#files.set(file, { text, draft, linked, isFresh: true });
      this.#unlinked.add(file);
      this.#users?.add(file, draft);
    } else {
      this.#files.delete(file);
      this.#unlinked.delete(file);
      this.#declarations.exchange(file, undefined);
      this.#renamed.delete(file);
    }
    if (changed.length === 0 || this.#unlinked.size === this.#files.size) return;
    this.#users ??= this.#findUsers();
    for (const user of this.#users.of(changed)) this.#unlinked.add(user);
  }

  #findUsers(): NameUsers {
    const users = new NameUsers();
    for (const [file, { draft }] of this.#files) users.add(file, draft);
    return users;
  }

  /** Names of the files, sorted. */
  get files(): readonly string[] {
    this.#sorted ??= [...this.#files.keys()].sort();
    return this.#sorted;
  }

  text(file: string): string | undefined {
    return this.#files.get(file)?.text;
  }

  /** Paths that elements of these kinds can be reached by, for suggestions and completion. */
  get names(): NameIndex {
    return this.#names.index;
  }

  /** The model of all files as they are now. The same object until something changes. */
  get model(): Model {
    return this.#now.model;
  }

  /** The model as one file sees it (see `assembleFile`); undefined for a file that is not in it. */
  modelOf(file: string): Model | undefined {
    const { model, assembly } = this.#now;
    const state = this.#files.get(file);
    return state && assembleFile(model, assembly, state);
  }

  get #now(): { readonly model: Model; readonly assembly: Assembly } {
    this.#built ??= this.#build();
    return this.#built;
  }

  #build() {
    for (const file of this.#contexts.merge()) this.#unlinked.add(file);
    const around = this.#surroundings();
    const linkedNow = [...this.#unlinked].sort();
    for (const file of linkedNow) {
      const state = this.#files.get(file);
      if (!state) continue;
      const { text, draft, isFresh } = state;
      const linked = linkDraft(draft, around, isFresh);
      this.#files.set(file, { text, draft, linked, isFresh: false });
      this.#declarations.exchange(file, linked);
      if (linked.renamed.length > 0) this.#renamed.set(file, linked.renamed);
      else this.#renamed.delete(file);
    }
    this.#unlinked.clear();
    this.#order(linkedNow);
    const files = this.#inOrder;
    const assembly: Assembly = {
      files,
      names: this.files,
      renamed: [...this.#renamed.keys()].sort().flatMap((file) => this.#renamed.get(file) ?? []),
      elements: this.#table.snapshot(() => listElements(assembly)),
      hasDuplicates: this.#declarations.hasDuplicates,
      contextProblems: this.#contexts.problems(),
    };
    return { model: assemble(assembly), assembly };
  }

  /** Brings `#inOrder` up to date; where no file came or went, at the cost of those that changed. */
  #order(changed: readonly string[]): void {
    const { files } = this;
    const stateOf = (file: string) => this.#files.get(file) ?? [];
    if (this.#orderOf !== files) {
      this.#inOrder = files.flatMap(stateOf);
      this.#orderOf = files;
      return;
    }
    const states = [...this.#inOrder];
    for (const file of changed) {
      const state = this.#files.get(file);
      if (state) states[sortedIndex(files, file)] = state;
    }
    this.#inOrder = states;
  }

  #surroundings(): Surroundings {
    return {
      names: this.#names.index,
      context: (id) => this.#table.get(id) as Context | undefined,
      parentOf: (id) => this.#names.parentOf(id),
      onlyBroker: this.#names.onlyBroker,
      eventsOf: (owner) => this.#names.eventsOf(owner),
    };
  }
}

/** What a file means before it was linked. */
const unlinked: LinkedFile = {
  file: '',
  elements: none,
  byKind: new Map(),
  renamed: none,
  edges: {
    calls: none,
    subscriptions: none,
    publications: none,
    sendings: none,
    handlings: none,
    accesses: none,
  },
  references: none,
  unresolved: none,
};
