import type {
  Draft,
  DraftElement,
  DraftField,
  DraftPolicies,
  DraftResult,
  DraftSelector,
  DraftType,
  Ref,
} from '../build/draft.js';
import type {
  Context,
  Element,
  ElementId,
  ElementKind,
  Field,
  NamedReference,
  Parameter,
  Policies,
  Reference,
  Result,
  Step,
  Type,
  UnresolvedReference,
  ViewSelector,
} from '../model.js';
import type { NameIndex } from './name-index.js';
import { linkEdges, type LinkedEdges } from './link-edges.js';

/** One file with its names resolved. */
export interface LinkedFile {
  readonly file: string;
  readonly elements: readonly Element[];
  readonly byKind: ReadonlyMap<ElementKind, readonly Element[]>;
  /** Elements and contexts that say here what they were called before. */
  readonly renamed: readonly ElementId[];
  readonly edges: LinkedEdges;
  readonly references: readonly Reference[];
  readonly unresolved: readonly UnresolvedReference[];
}

/** What the rest of the model contributes to a file, besides names. */
export interface Surroundings {
  readonly names: NameIndex;
  context(id: ElementId): Context | undefined;
  /** Kind, service and API of an operation, service of an API, … for any declared element. */
  parentOf(id: ElementId): ElementId | undefined;
  /** The only broker of the model, if there is exactly one. */
  readonly onlyBroker: ElementId | undefined;
  /** Events below an element, or of the whole model, sorted by id. */
  eventsOf(owner: ElementId | undefined): readonly ElementId[];
}

/** Resolves references and remembers both the found and the missing. */
export class Linker {
  readonly references: Reference[] = [];
  readonly unresolved: UnresolvedReference[] = [];
  readonly #seen = new Set<string>();
  readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
  }

  one(ref: Ref | undefined): ElementId | undefined {
    if (!ref) return undefined;
    const { path, span, owner, expected } = ref;
    const resolution = this.around.names.resolve(ref);
    // A name may be needed twice (an operation's `emits` is a property and an edge); report once.
    const key = `${String(span.start.line)}:${String(span.start.column)}`;
    const first = !this.#seen.has(key);
    this.#seen.add(key);
    if ('target' in resolution) {
      if (first) this.references.push({ span, target: resolution.target, owner, path });
      return resolution.target;
    }
    const { candidates } = resolution;
    if (first) this.unresolved.push({ path, span, expected, owner, candidates });
    return undefined;
  }

  named(ref: Ref | undefined): NamedReference | undefined {
    const target = this.one(ref);
    return target !== undefined && ref ? { target, span: ref.span } : undefined;
  }

  many(refs: Ref | readonly Ref[] | undefined): NamedReference[] {
    if (!refs || !Array.isArray(refs)) return [];
    return (refs as readonly Ref[]).flatMap((ref) => this.named(ref) ?? []);
  }

  type(draft: DraftType): Type {
    switch (draft.shape) {
      case 'primitive':
        return draft;
      case 'list':
      case 'set': {
        const item = this.type(draft.item);
        return item === draft.item ? (draft as Type) : { shape: draft.shape, item };
      }
      case 'map': {
        const value = this.type(draft.value);
        return value === draft.value ? (draft as Type) : { shape: 'map', value };
      }
      case 'named':
      case 'ref': {
        const { path, span } = draft.ref;
        const target = this.one(draft.ref);
        return target === undefined
          ? { shape: 'unresolved', path, span }
          : { shape: draft.shape, target, span };
      }
    }
  }

  policies({ fallback, ...policies }: DraftPolicies): Policies {
    if (!fallback) return policies;
    if ('text' in fallback) return { ...policies, fallback };
    const target = this.one(fallback.ref);
    return target === undefined ? policies : { ...policies, fallback: { target } };
  }
}

/** Resolves one file's draft. */
export function linkDraft(draft: Draft, around: Surroundings): LinkedFile {
  const linker = new Linker(around);
  for (const { refs } of draft.contexts) {
    linker.many(refs['implements']);
    linker.one(single(refs['team']));
  }
  const elements = withSteps(
    inheritTeams(draft.elements.map((element) => linkElement(element, linker))),
  );
  const edges = linkEdges(draft, linker);
  const { references, unresolved } = linker;
  const byKind = groupByKind(elements);
  const renamed = [...draft.contexts.map(({ element }) => element), ...elements]
    .filter(({ renamedFrom }) => renamedFrom !== undefined)
    .map(({ id }) => id);
  return { file: draft.file, elements, byKind, renamed, edges, references, unresolved };
}

function groupByKind(elements: readonly Element[]): Map<ElementKind, Element[]> {
  const groups = new Map<ElementKind, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.kind);
    if (group) group.push(element);
    else groups.set(element.kind, [element]);
  }
  return groups;
}

/** Gives each flow its steps, which stand in the same file. */
function withSteps(elements: Element[]): Element[] {
  const steps = new Map<ElementId, Step[]>();
  for (const element of elements) {
    if (element.kind !== 'step' || element.parent === undefined) continue;
    const known = steps.get(element.parent);
    if (known) known.push(element);
    else steps.set(element.parent, [element]);
  }
  return elements.map((element) =>
    element.kind === 'flow' ? { ...element, steps: steps.get(element.id) ?? [] } : element,
  );
}

/** A store without a team of its own belongs to its service's, which stands in the same file. */
function inheritTeams(elements: Element[]): Element[] {
  const teams = new Map<ElementId, ElementId>();
  for (const element of elements) {
    const owner = element.kind === 'service' || element.kind === 'external';
    if (owner && element.team !== undefined) teams.set(element.id, element.team);
  }
  return elements.map((element) => {
    if (element.kind !== 'store' || element.team !== undefined) return element;
    const team = element.owner === undefined ? undefined : teams.get(element.owner);
    return team === undefined ? element : { ...element, team };
  });
}

function single(refs: Ref | readonly Ref[] | undefined): Ref | undefined {
  return Array.isArray(refs) ? (refs as readonly Ref[])[0] : (refs as Ref | undefined);
}

// The builders have left a place for everything that is set here, so that copies keep their shape.
function linkElement(draft: DraftElement, linker: Linker): Element {
  const { element, refs = {} } = draft;
  const one = (name: string) => linker.one(single(refs[name]));
  switch (element.kind) {
    case 'aggregate':
      return { ...element, team: one('team') ?? linker.around.context(element.context)?.team };
    case 'service':
      return {
        ...element,
        team: one('team') ?? linker.around.context(element.context)?.team,
        owns: linker.many(refs['owns']),
        replicates: linker.many(refs['replicates']),
        libraries: linker.many(refs['libraries']),
      };
    case 'external':
      return { ...element, team: one('team') };
    case 'store':
      return { ...element, team: one('team') };
    case 'entity':
    case 'value':
    case 'error':
      return { ...element, fields: linkFields(draft, linker) };
    case 'event':
    case 'command':
      return {
        ...element,
        fields: linkFields(draft, linker),
        broker: one('broker') ?? linker.around.onlyBroker,
      };
    case 'scalar':
      return { ...element, type: linkType(draft, linker) };
    case 'union':
      return { ...element, members: linker.many(refs['members']) };
    case 'operation':
      return {
        ...element,
        parameters: (draft.parameters ?? []).map((parameter): Parameter => ({
          ...parameter,
          type: linker.type(parameter.type),
        })),
        result: draft.result ? linkResult(draft.result, linker) : element.result,
        raises: linker.many(refs['raises']),
        emits: linker.many(refs['emits']),
        handles: linker.many(refs['handles']),
        modifies: linker.many(refs['modifies']),
      };
    case 'relation':
      return {
        ...element,
        upstream: one('upstream'),
        downstream: one('downstream'),
        exposes: linker.many(refs['exposes']),
        shares: linker.many(refs['shares']),
      };
    case 'view':
      return {
        ...element,
        include: (draft.include ?? []).flatMap((selector) => linkSelector(selector, linker)),
        exclude: (draft.exclude ?? []).flatMap((selector) => linkSelector(selector, linker)),
      };
    case 'step':
      return { ...element, from: one('from'), to: one('to'), compensate: one('compensate') };
    default:
      return element;
  }
}

function linkFields(draft: DraftElement, linker: Linker): Field[] {
  return (draft.fields ?? []).map((field: DraftField) => {
    const type = linker.type(field.type);
    // Most fields have built-in types and stay as they are.
    return type === field.type ? (field as Field) : { ...field, type };
  });
}

function linkType(draft: DraftElement, linker: Linker): Type {
  return draft.type ? linker.type(draft.type) : { shape: 'primitive', name: 'json' };
}

function linkResult(result: DraftResult, linker: Linker): Result {
  return result.type ? { ...result, type: linker.type(result.type) } : (result as Result);
}

function linkSelector(draft: DraftSelector, linker: Linker): ViewSelector[] {
  if (!('ref' in draft)) return [draft];
  const target = linker.one(draft.ref);
  return target === undefined ? [] : [{ select: draft.select, target }];
}
