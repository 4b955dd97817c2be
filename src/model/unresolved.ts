import { nameOfId } from './lookup.js';
import type { ElementId, ElementKind } from './elements/identity.js';
import type { Model } from './model.js';

const known = new WeakMap<Model, Map<ElementKind, ReadonlySet<ElementId>>>();

/**
 * Elements that name something of this kind which nothing is called. What they lack they have
 * somewhere: that the name is wrong is said already.
 */
export function ownersOfUnresolved(model: Model, kind: ElementKind): ReadonlySet<ElementId> {
  let byKind = known.get(model);
  if (!byKind) known.set(model, (byKind = new Map<ElementKind, ReadonlySet<ElementId>>()));
  let owners = byKind.get(kind);
  if (!owners) {
    const wanting = model.unresolved.filter(({ expected }) => expected.includes(kind));
    byKind.set(kind, (owners = new Set(wanting.map(({ owner }) => owner))));
  }
  return owners;
}

/** The last parts of paths to elements of this kind that resolve to nothing. */
export function unresolvedNames(model: Model, kind: ElementKind): string[] {
  return model.unresolved
    .filter(({ expected, candidates }) => expected.includes(kind) && candidates.length === 0)
    .map(({ path }) => path.slice(path.lastIndexOf('.') + 1));
}

/** Contexts in which something depends on a service, event, command or store of an unknown name. */
export function contextsWithUnresolved(model: Model): ReadonlySet<ElementId> {
  const kinds: readonly ElementKind[] = ['service', 'operation', 'event', 'command', 'store'];
  const contexts = new Set<ElementId>();
  for (const { expected, owner } of model.unresolved) {
    if (!kinds.some((kind) => expected.includes(kind))) continue;
    contexts.add(`context:${nameOfId(owner).split('.')[0] ?? ''}`);
  }
  return contexts;
}
