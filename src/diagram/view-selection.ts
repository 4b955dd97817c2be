import type { Relation } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { View, ViewSelector } from '../model/elements/views.js';
import { boundaryOf } from '../model/lookup.js';
import type { Model } from '../model/model.js';
import { chosenBy } from './view-choice.js';

/** What a view's `include` and `exclude` lists come to. */
export interface ViewSelection {
  /** Contexts, externals and actors. */
  readonly participants: ReadonlySet<ElementId>;
  /** Actors that the view names, whatever else it shows. */
  readonly named: ReadonlySet<ElementId>;
  /** Contexts that are included with what they contain. */
  readonly opened: ReadonlySet<ElementId>;
  /** Contexts of which nothing inside is shown. */
  readonly emptied: ReadonlySet<ElementId>;
  /** Contexts of which only these services, stores and events are included. */
  readonly parts: ReadonlyMap<ElementId, ReadonlySet<ElementId>>;
  /** Participants, services, stores and events that are excluded. */
  readonly hidden: ReadonlySet<ElementId>;
}

/** Resolves the lists of a view. Without `include` a view shows everything; `exclude` wins. */
export function resolveView(
  model: Model,
  view: View,
  relations: readonly Relation[],
): ViewSelection {
  const participants = new Set<ElementId>();
  const named = new Set<ElementId>();
  const opened = new Set<ElementId>();
  const whole = new Set<ElementId>();
  const parts = new Map<ElementId, Set<ElementId>>();
  const includes: readonly ViewSelector[] =
    view.include.length > 0 ? view.include : [{ select: 'all' }];
  for (const selector of includes) {
    const chosen = chosenBy(model, selector, relations);
    for (const id of [...chosen.whole, ...chosen.contents]) {
      participants.add(id);
      whole.add(id);
      if (selector.select === 'element') named.add(id);
    }
    for (const id of chosen.contents) opened.add(id);
    for (const part of chosen.parts) {
      const around = boundaryOf(model, part)?.id;
      if (around === undefined) continue;
      participants.add(around);
      const known = parts.get(around) ?? new Set();
      parts.set(around, known.add(part));
      // A team's services are some of what a context has; all else names them one by one.
      if (selector.select !== 'team') opened.add(around);
    }
  }
  for (const id of whole) parts.delete(id);
  const hidden = new Set<ElementId>();
  const emptied = new Set<ElementId>();
  for (const selector of view.exclude) {
    const chosen = chosenBy(model, selector, relations);
    for (const id of chosen.whole) {
      participants.delete(id);
      hidden.add(id);
    }
    for (const id of chosen.contents) emptied.add(id);
    for (const id of chosen.parts) hidden.add(id);
  }
  return { participants, named, opened, emptied, parts, hidden };
}
