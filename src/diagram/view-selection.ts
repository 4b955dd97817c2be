import { boundaryOf, contextOf, find } from '../model/lookup.js';
import type { Relation } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { View, ViewSelector } from '../model/elements/views.js';
import type { Model } from '../model/model.js';

/** What a view's `include` and `exclude` lists come to. */
export interface ViewSelection {
  /** Contexts, externals and actors. */
  readonly participants: ReadonlySet<ElementId>;
  /** Actors that the view names, whatever else it shows. */
  readonly named: ReadonlySet<ElementId>;
  /** Contexts that are included with what they contain. */
  readonly opened: ReadonlySet<ElementId>;
  /** Contexts of which only these services, stores and events are included. */
  readonly parts: ReadonlyMap<ElementId, ReadonlySet<ElementId>>;
  /** Services, stores and events that are excluded. */
  readonly hidden: ReadonlySet<ElementId>;
}

/** Resolves the lists of a view. Without `include` a view shows everything. */
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
  const hidden = new Set<ElementId>();
  const includes: readonly ViewSelector[] =
    view.include.length > 0 ? view.include : [{ select: 'all' }];
  for (const selector of includes) {
    const inner = innerTarget(model, selector);
    for (const id of participantsOf(model, selector, relations)) {
      participants.add(id);
      if (selector.select === 'element') named.add(id);
      if (selector.select === 'children') opened.add(id);
      if (inner === undefined) whole.add(id);
    }
    const context = contextOf(model, inner);
    if (inner === undefined || !context) continue;
    const known = parts.get(context.id) ?? new Set();
    parts.set(context.id, known.add(inner));
    opened.add(context.id);
  }
  for (const id of whole) parts.delete(id);
  for (const selector of view.exclude) {
    const inner = innerTarget(model, selector);
    if (inner !== undefined) hidden.add(inner);
    else for (const id of participantsOf(model, selector, relations)) participants.delete(id);
  }
  return { participants, named, opened, parts, hidden };
}

/** The service, store or event inside a context that a selector names. */
function innerTarget(model: Model, selector: ViewSelector): ElementId | undefined {
  if (selector.select !== 'element') return undefined;
  let element = model.elements.get(selector.target);
  while (element) {
    const { kind, id } = element;
    if (kind === 'service' || kind === 'store' || kind === 'event') return id;
    if (kind === 'context' || element.parent === undefined) return undefined;
    element = model.elements.get(element.parent);
  }
  return undefined;
}

/** Contexts, externals and actors that a selector stands for. */
function participantsOf(
  model: Model,
  selector: ViewSelector,
  relations: readonly Relation[],
): ElementId[] {
  const all = [...model.contexts, ...model.externals, ...model.actors];
  switch (selector.select) {
    case 'all':
      return all.map(({ id }) => id);
    case 'tag':
      return all.filter(({ tags }) => tags.includes(selector.tag)).map(({ id }) => id);
    case 'team':
      return teamContexts(model, selector.target);
    case 'upstream-neighbours':
    case 'downstream-neighbours': {
      const target = boundaryOf(model, selector.target)?.id;
      const up = selector.select === 'upstream-neighbours';
      return relations.flatMap(({ upstream, downstream }) => {
        const [near, far] = up ? [downstream, upstream] : [upstream, downstream];
        return near === target && far !== undefined ? [far] : [];
      });
    }
    case 'element':
    case 'children':
      return belowTarget(model, selector.target);
  }
}

function teamContexts(model: Model, team: ElementId): ElementId[] {
  const ids = new Set<ElementId>();
  for (const context of model.contexts) if (context.team === team) ids.add(context.id);
  for (const service of model.services) if (service.team === team) ids.add(service.context);
  return [...ids];
}

function belowTarget(model: Model, target: ElementId): ElementId[] {
  const domain = find(model, 'domain', target);
  const subdomain = find(model, 'subdomain', target);
  if (domain || subdomain) {
    const wanted = new Set<ElementId>([target, ...(domain?.subdomains ?? [])]);
    return model.contexts
      .filter((context) => context.implements.some((id) => wanted.has(id)))
      .map(({ id }) => id);
  }
  if (find(model, 'actor', target)) return [target];
  if (find(model, 'team', target)) return teamContexts(model, target);
  const boundary = boundaryOf(model, target);
  return boundary ? [boundary.id] : [];
}
