import { fileOf } from '../model/assemble.js';
import { dependenciesOf } from '../model/dependencies.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { nameAt } from '../model/navigation.js';
import { compare, contains, type Span } from '../model/span.js';
import { callToEvent } from './call-to-event.js';
import { extractValue } from './extract-value.js';
import { keepFormerName } from './keep-former-name.js';
import { moveDeclaration } from './move-declaration.js';
import type { Refactoring, Sources } from './refactoring.js';
import { splitService } from './split-service.js';

/** Contexts that a move is offered to at most; the nearest come first. */
const offered = 8;

const movable = /^(aggregate|service|entity|value|enum|scalar|union|event|command|error)$/;

/**
 * What can be done where the author stands, or with what is selected.
 *
 * @param former names that elements had before they were renamed just now, by id
 */
export function refactoringsAt(
  sources: Sources,
  file: string,
  selection: Span,
  former: ReadonlyMap<ElementId, string> = new Map(),
): Refactoring[] {
  const { model } = sources;
  const found: (Refactoring | undefined)[] = [];
  const name = nameAt(model, file, selection.start);
  const element = name?.declaration ? model.elements.get(name.target) : undefined;
  if (element && movable.test(element.kind) && element.parent?.startsWith('context:')) {
    found.push(...moves(sources, element));
  }
  const before = element && former.get(element.id);
  if (element && before !== undefined) found.push(keepFormerName(element, before));
  if (element?.kind === 'api') found.push(splitService(sources, element));
  const call = fileOf(model, file)?.linked.edges.calls.find(({ span }) =>
    contains(span, selection.start),
  );
  if (call) found.push(callToEvent(sources, call));
  if (compare(selection.start, selection.end) < 0) {
    found.push(extractValue(sources, file, selection));
  }
  return found.flatMap((refactoring) => refactoring ?? []);
}

function moves(sources: Sources, element: Element): Refactoring[] {
  const { model } = sources;
  const own = freeContext(model, element.name);
  const extract: Refactoring = {
    title: `Extract ${element.name} into a context of its own`,
    kind: 'extract',
    changes: () => moveDeclaration(sources, element, own),
  };
  return [
    extract,
    ...nearest(model, element.parent ?? '').map((context): Refactoring => ({
      title: `Move ${element.name} to the context ${context}`,
      kind: 'move',
      changes: () => moveDeclaration(sources, element, context),
    })),
  ];
}

function freeContext(model: Model, name: string): string {
  let free = name;
  for (let count = 2; model.elements.has(`context:${free}`); count++)
    free = `${name}${String(count)}`;
  return free;
}

/** Names of other contexts: those that the own one depends on or that depend on it come first. */
function nearest(model: Model, own: ElementId): string[] {
  const near = new Set<ElementId>();
  for (const { upstream, downstream } of dependenciesOf(model)) {
    if (upstream === own) near.add(downstream);
    if (downstream === own) near.add(upstream);
  }
  return model.contexts
    .filter(({ id }) => id !== own)
    .sort((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)) || (a.name < b.name ? -1 : 1))
    .slice(0, offered)
    .map(({ name }) => name);
}
