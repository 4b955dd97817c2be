import { kindOfId, nameOfId } from './lookup.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** What an element or edge was called before; its own id where nothing around it was renamed. */
export type FormerId = (id: ElementId) => ElementId;

/** Of a model that declares no rename. */
export const unchanged: FormerId = (id) => id;

const known = new WeakMap<Model, FormerId>();

/**
 * Ids as they were before the renames that `@renamedFrom` declares. `@renamedFrom(Old)` changes the
 * last part of a name, `@renamedFrom(Sales.Old)` the whole path, for what was moved as well.
 */
export function formerIdsOf(model: Model): FormerId {
  const cached = known.get(model);
  if (cached) return cached;
  const former = formerIds(model);
  known.set(model, former);
  return former;
}

function formerIds(model: Model): FormerId {
  /** By id for the element itself, by name for what lies inside of it. */
  const byId = new Map<ElementId, string>();
  const byName = new Map<string, string>();
  for (const { id, qualifiedName, renamedFrom } of model.renamed) {
    if (renamedFrom === undefined) continue;
    byId.set(id, renamedFrom);
    byName.set(qualifiedName, renamedFrom);
  }
  if (byId.size === 0) return unchanged;

  const formerName = (name: string, own = byName.get(name)): string => {
    if (own?.includes('.')) return own;
    const dot = name.lastIndexOf('.');
    const last = own ?? name.slice(dot + 1);
    return dot < 0 ? last : `${formerName(name.slice(0, dot))}.${last}`;
  };
  /** A relation begins with its map, and participants are global: `Landscape.Payments`. */
  const formerSource = (kind: string, from: string): string => {
    const dot = kind === 'relation' ? from.indexOf('.') : -1;
    if (dot < 0) return formerName(from);
    return `${formerName(from.slice(0, dot))}.${formerName(from.slice(dot + 1))}`;
  };
  return (id) => {
    const kind = kindOfId(id);
    const name = nameOfId(id);
    if (!name.includes('->')) return `${kind}:${formerName(name, byId.get(id))}`;
    const [, ends = name, ordinal = ''] = /^(.*?)(#\d+)?$/.exec(name) ?? [];
    const [from = '', to = ''] = ends.split('->');
    return `${kind}:${formerSource(kind, from)}->${formerName(to)}${ordinal}`;
  };
}
