import { find } from '../model/lookup.js';
import type { Context } from '../model/elements/context.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { byId } from './model-index.js';

export const groupings = ['domain', 'team'] as const;
export type GroupBy = (typeof groupings)[number];

/** Contexts that are drawn within a common frame. */
export interface Group {
  /** Id of the domain or team. */
  readonly id: ElementId;
  readonly label: string;
  readonly kind: GroupBy;
  readonly members: readonly ElementId[];
}

/** Groups of the contexts that have a domain or team; the others stay outside. Sorted by id. */
export function groupsOf(model: Model, contexts: readonly Context[], by: GroupBy): Group[] {
  const members = new Map<ElementId, ElementId[]>();
  for (const context of contexts) {
    const id = by === 'team' ? context.team : domainOf(model, context);
    if (id !== undefined) members.set(id, [...(members.get(id) ?? []), context.id]);
  }
  return [...members]
    .map(([id, ids]): Group => {
      const element = model.elements.get(id);
      return { id, kind: by, label: element?.title ?? element?.name ?? id, members: ids.sort() };
    })
    .sort(byId);
}

/** The domain of the first thing that a context implements. */
function domainOf(model: Model, context: Context): ElementId | undefined {
  const [first] = context.implements;
  return find(model, 'subdomain', first)?.domain ?? find(model, 'domain', first)?.id;
}
