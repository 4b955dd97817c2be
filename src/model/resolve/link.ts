import type { Draft, DraftElement, DraftSelector, Ref } from '../build/draft.js';
import type { Growing } from '../growing.js';
import type { Element } from '../elements/element.js';
import type { Step } from '../elements/flows.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import type { ViewSelector } from '../elements/views.js';
import type { Reference, UnresolvedReference } from '../references.js';
import { linkEdges, type LinkedEdges } from './link-edges.js';
import { Linker, type Surroundings } from './linker.js';

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

/**
 * Resolves one file's draft.
 *
 * @param isFirst nobody has seen the draft's elements yet, so that they themselves are filled in;
 *   otherwise copies are
 */
export function linkDraft(draft: Draft, around: Surroundings, isFirst: boolean): LinkedFile {
  const linker = new Linker(around, isFirst);
  for (const { refs } of draft.contexts) {
    linker.many(refs['implements']);
    linker.one(single(refs['team']));
  }
  const elements = draft.elements.map((element) => linkElement(element, linker));
  linkWithin(elements);
  const edges = linkEdges(draft, linker);
  const { references, unresolved } = linker;
  const renamed: ElementId[] = [];
  for (const { element } of draft.contexts) {
    if (element.renamedFrom !== undefined) renamed.push(element.id);
  }
  for (const { id, renamedFrom } of elements) if (renamedFrom !== undefined) renamed.push(id);
  return {
    file: draft.file,
    elements,
    byKind: groupByKind(elements),
    renamed,
    edges,
    references,
    unresolved,
  };
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

/**
 * What an element takes from others, which stand in the same file: a flow its steps, and a store
 * without a team of its own its service's.
 */
function linkWithin(elements: readonly Growing<Element>[]): void {
  const teams = new Map<ElementId, ElementId>();
  const steps = new Map<ElementId, Step[]>();
  for (const element of elements) {
    if (element.kind === 'service' || element.kind === 'external') {
      if (element.team !== undefined) teams.set(element.id, element.team);
    } else if (element.kind === 'step' && element.parent !== undefined) {
      const known = steps.get(element.parent);
      if (known) known.push(element);
      else steps.set(element.parent, [element]);
    }
  }
  for (const element of elements) {
    if (element.kind === 'store' && element.owner !== undefined) {
      element.team ??= teams.get(element.owner);
    } else if (element.kind === 'flow') {
      element.steps = steps.get(element.id) ?? [];
    }
  }
}

/** Who offers an API or operation, which stands for it where somebody acts; itself for all others. */
function offering(id: ElementId | undefined, linker: Linker): ElementId | undefined {
  let acting = id;
  while (acting !== undefined && /^(operation|api):/.test(acting)) {
    acting = linker.around.parentOf(acting);
  }
  return acting;
}

function single(refs: Ref | readonly Ref[] | undefined): Ref | undefined {
  return Array.isArray(refs) ? (refs as readonly Ref[])[0] : (refs as Ref | undefined);
}

// The builders have left a place for everything that is set here, so that elements keep their shape.
function linkElement(draft: DraftElement, linker: Linker): Element {
  const { element, refs = {}, types } = draft;
  const one = (name: string) => linker.one(single(refs[name]));
  switch (element.kind) {
    case 'aggregate': {
      const linked = linker.own(element);
      linked.team = one('team') ?? linker.around.context(element.context)?.team;
      return linked;
    }
    case 'service': {
      const linked = linker.own(element);
      linked.team = one('team') ?? linker.around.context(element.context)?.team;
      linked.owns = linker.many(refs['owns']);
      linked.replicates = linker.many(refs['replicates']);
      linked.libraries = linker.many(refs['libraries']);
      return linked;
    }
    case 'external': {
      const linked = linker.own(element);
      linked.team = one('team');
      linked.owns = linker.many(refs['owns']);
      linked.replicates = linker.many(refs['replicates']);
      linked.libraries = linker.many(refs['libraries']);
      return linked;
    }
    case 'store': {
      const linked = linker.own(element);
      linked.team = one('team');
      return linked;
    }
    case 'entity':
    case 'value':
    case 'error': {
      if (!types) return element;
      const linked = linker.own(element);
      linked.fields = linker.typed(element.fields, types);
      return linked;
    }
    case 'event':
    case 'command': {
      const linked = linker.own(element);
      linked.fields = linker.typed(element.fields, types);
      linked.broker = one('broker') ?? linker.around.onlyBroker;
      return linked;
    }
    case 'scalar': {
      const linked = linker.own(element);
      linked.type = draft.type ? linker.type(draft.type) : { shape: 'primitive', name: 'json' };
      return linked;
    }
    case 'union': {
      const linked = linker.own(element);
      linked.members = linker.many(refs['members']);
      return linked;
    }
    case 'operation': {
      const linked = linker.own(element);
      linked.parameters = linker.typed(element.parameters, types);
      if (draft.type) {
        const result = linker.own(element.result);
        result.type = linker.type(draft.type);
        linked.result = result;
      }
      linked.raises = linker.many(refs['raises']);
      linked.emits = linker.many(refs['emits']);
      linked.handles = linker.many(refs['handles']);
      linked.modifies = linker.many(refs['modifies']);
      return linked;
    }
    case 'relation': {
      const linked = linker.own(element);
      linked.upstream = one('upstream');
      linked.downstream = one('downstream');
      linked.exposes = linker.many(refs['exposes']);
      linked.shares = linker.many(refs['shares']);
      return linked;
    }
    case 'view': {
      const linked = linker.own(element);
      linked.include = linkSelectors(draft.include, linker);
      linked.exclude = linkSelectors(draft.exclude, linker);
      return linked;
    }
    case 'step': {
      const linked = linker.own(element);
      linked.from = offering(one('from'), linker);
      linked.to = one('to');
      linked.compensate = one('compensate');
      return linked;
    }
    case 'flow':
      return linker.own(element);
    default:
      return element;
  }
}

function linkSelectors(drafts: DraftElement['include'], linker: Linker): ViewSelector[] {
  return (drafts ?? []).flatMap((selector) => linkSelector(selector, linker));
}

function linkSelector(draft: DraftSelector, linker: Linker): ViewSelector[] {
  if (!('ref' in draft)) return [draft];
  const target = linker.one(draft.ref);
  return target === undefined ? [] : [{ select: draft.select, target }];
}
