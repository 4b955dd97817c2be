import { parseArch, type ParsedText } from '../language/parse.js';
import { assemble } from './assemble.js';
import { buildDraft } from './build/build.js';
import type { Draft } from './build/draft.js';
import { mergeContexts } from './merge-contexts.js';
import type { Context, Domain, ElementId, Model, Problem, Subdomain } from './model.js';
import { linkDraft, type LinkedFile, type Surroundings } from './resolve/link.js';
import { NameIndex, type Named } from './resolve/name-index.js';

interface FileState {
  readonly text: string;
  readonly draft: Draft;
  linked?: LinkedFile;
}

/**
 * The files of one model root, kept up to date by file. An edit parses and reads that file alone;
 * other files are linked again only where a name that they use came, went or changed its meaning.
 */
export class ModelWorkspace {
  readonly #files = new Map<string, FileState>();
  readonly #names = new NameIndex();
  readonly #declared = new Map<ElementId, Named & { parent?: ElementId; count: number }>();
  /** Files that use a name, by the last part of its path. */
  readonly #users = new Map<string, Set<string>>();
  #contexts: ReadonlyMap<ElementId, Context> = new Map();
  #contextProblems: readonly Problem[] = [];
  #contextsStale = true;
  #model: Model | undefined;

  /**
   * Sets the text of a file, or removes it. `file` is relative to the root, with `/`. Nothing is
   * linked before the model is asked for, so many files can be set at the cost of their parse.
   */
  update(file: string, text: string | undefined, parsed?: ParsedText): void {
    const before = this.#files.get(file);
    if (before?.text === text) return;
    const draft = text === undefined ? undefined : buildDraft(file, parsed ?? parseArch(text));
    this.#model = undefined;
    const changed = this.#exchange(before?.draft, draft);
    if (before) this.#forgetUses(file, before.draft);
    if (draft && text !== undefined) {
      this.#files.set(file, { text, draft });
      this.#rememberUses(file, draft);
    } else {
      this.#files.delete(file);
    }
    for (const name of changed) {
      for (const user of this.#users.get(name) ?? []) {
        const state = this.#files.get(user);
        if (state) delete state.linked;
      }
    }
  }

  get files(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  text(file: string): string | undefined {
    return this.#files.get(file)?.text;
  }

  /** Paths that elements of these kinds can be reached by, for suggestions and completion. */
  get names(): NameIndex {
    return this.#names;
  }

  /** The model of all files as they are now. The same object until something changes. */
  get model(): Model {
    this.#model ??= this.#build();
    return this.#model;
  }

  #build(): Model {
    if (this.#contextsStale) this.#mergeContexts();
    const around = this.#surroundings();
    const files = this.files.map((file) => {
      const state = this.#files.get(file)!;
      state.linked ??= linkDraft(state.draft, around);
      return { draft: state.draft, linked: state.linked };
    });
    return assemble(files, [...this.#contexts.values()], this.#contextProblems);
  }

  /** Replaces a file's declarations in the index; answers the simple names that changed. */
  #exchange(before: Draft | undefined, after: Draft | undefined): Set<string> {
    const old = new Map(declarations(before).map((named) => [named.id, named]));
    const changed = new Set<string>();
    for (const named of declarations(after)) {
      if (old.delete(named.id)) continue;
      this.#declare(named);
      changed.add(lastPart(named.qualifiedName));
      if (named.kind === 'event') changed.add(anyEvent);
      if (named.kind === 'broker') changed.add(anyBroker);
    }
    for (const named of old.values()) {
      this.#undeclare(named);
      changed.add(lastPart(named.qualifiedName));
      if (named.kind === 'event') changed.add(anyEvent);
      if (named.kind === 'broker') changed.add(anyBroker);
    }
    const touched = [...(before?.contexts ?? []), ...(after?.contexts ?? [])];
    const sensitive = (draft: Draft | undefined) =>
      draft?.elements.some(({ element: { kind } }) => /^(subdomain|domain|team)$/.test(kind)) ??
      false;
    if (touched.length > 0 || sensitive(before) || sensitive(after)) this.#contextsStale = true;
    return changed;
  }

  #declare(named: Named & { readonly parent?: ElementId }): void {
    const known = this.#declared.get(named.id);
    if (known) known.count++;
    else this.#declared.set(named.id, { ...named, count: 1 });
    this.#names.add(named);
  }

  #undeclare(named: Named): void {
    const known = this.#declared.get(named.id);
    if (known && --known.count === 0) this.#declared.delete(named.id);
    this.#names.remove(named);
  }

  /** Merges contexts anew; files whose context's team changed are linked again. */
  #mergeContexts(): void {
    const drafts = this.files.map((file) => this.#files.get(file)!.draft);
    const domains = new Map<ElementId, Domain | Subdomain>();
    for (const { element } of drafts.flatMap(({ elements }) => elements)) {
      if (element.kind === 'domain' || element.kind === 'subdomain')
        domains.set(element.id, element);
    }
    const merged = mergeContexts(
      drafts.flatMap(({ contexts }) => contexts),
      this.#names,
      (id) => domains.get(id),
    );
    const teamChanged = (id: ElementId) =>
      this.#contexts.get(id)?.team !== merged.contexts.get(id)?.team;
    for (const state of this.#files.values()) {
      if (state.draft.contexts.some(({ element }) => teamChanged(element.id))) delete state.linked;
    }
    this.#contexts = merged.contexts;
    this.#contextProblems = merged.problems;
    this.#contextsStale = false;
  }

  #surroundings(): Surroundings {
    let events: Named[] | undefined;
    const brokers: ElementId[] = [];
    for (const { id, kind } of this.#declared.values()) if (kind === 'broker') brokers.push(id);
    return {
      names: this.#names,
      context: (id) => this.#contexts.get(id),
      parentOf: (id) => this.#declared.get(id)?.parent,
      onlyBroker: brokers.length === 1 ? brokers[0] : undefined,
      eventsOf: (owner) => {
        events ??= [...this.#declared.values()].filter(({ kind }) => kind === 'event');
        const prefix =
          owner === undefined ? '' : `${this.#declared.get(owner)?.qualifiedName ?? ''}.`;
        return events
          .filter(({ qualifiedName }) => qualifiedName.startsWith(prefix))
          .map(({ id }) => id)
          .sort();
      },
    };
  }

  #rememberUses(file: string, draft: Draft): void {
    for (const name of usedNames(draft)) {
      const users = this.#users.get(name);
      if (users) users.add(file);
      else this.#users.set(name, new Set([file]));
    }
  }

  #forgetUses(file: string, draft: Draft): void {
    for (const name of usedNames(draft)) {
      const users = this.#users.get(name);
      users?.delete(file);
      if (users?.size === 0) this.#users.delete(name);
    }
  }
}

/** Stand for "any event" and "any broker"; they are no names, so nothing else can collide. */
const anyEvent = '*event';
const anyBroker = '*broker';

function declarations(draft: Draft | undefined): (Named & { readonly parent?: ElementId })[] {
  if (!draft) return [];
  const byId = new Map<ElementId, Named & { readonly parent?: ElementId }>();
  for (const { element } of [...draft.contexts, ...draft.elements]) {
    const { id, kind, qualifiedName, parent } = element;
    if (kind === 'relation' || kind === 'step') continue;
    byId.set(id, { id, kind, qualifiedName, ...(parent === undefined ? {} : { parent }) });
  }
  return [...byId.values()];
}

/** Last parts of all paths in a draft: what must be linked again when such a name changes. */
function usedNames(draft: Draft): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
    } else if (typeof value === 'object' && value !== null) {
      if ('path' in value && 'expected' in value && typeof value.path === 'string') {
        names.add(lastPart(value.path));
      } else {
        Object.values(value).forEach(visit);
      }
    }
  };
  for (const {
    refs,
    fields,
    type,
    parameters,
    result,
    include,
    exclude,
    element,
  } of draft.elements) {
    visit([refs, fields?.map((field) => field.type), type, include, exclude]);
    visit([parameters?.map((parameter) => parameter.type), result?.type]);
    if (element.kind === 'event' || element.kind === 'command') names.add(anyBroker);
  }
  for (const { refs } of draft.contexts) visit(refs);
  for (const edge of draft.edges) {
    if ('target' in edge) visit(edge.target);
    if ('policies' in edge) visit(edge.policies.fallback);
    if ('emits' in edge) visit([edge.emits, edge.modifies]);
    if (edge.kind === 'subscription' && edge.pattern !== undefined) names.add(anyEvent);
  }
  return names;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
