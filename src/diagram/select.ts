import { leadingMap } from '../model/derived-relations.js';
import { boundaryOf, find } from '../model/lookup.js';
import type { Actor, Context, ElementId, External, Model, Relation, View, ViewSelector } from '../model/model.js';

export interface SelectOptions {
  readonly view?: View;
  /** Show this context opened, with its neighbours. */
  readonly context?: ElementId;
  /** Contexts whose inside is shown. */
  readonly open?: ReadonlySet<ElementId>;
}

/** What a map shows, before layout. All lists are sorted by id. */
export interface Selection {
  readonly title: string;
  readonly contexts: readonly Context[];
  readonly externals: readonly External[];
  readonly actors: readonly Actor[];
  /** Declared relations of the leading map and derived ones, with both ends shown. */
  readonly relations: readonly Relation[];
  readonly open: ReadonlySet<ElementId>;
  readonly direction: 'right' | 'down';
  readonly shows: (what: View['show'][number]) => boolean;
}

/** Chooses what a map of a model shows. Pure, and independent of the order of declarations. */
export function select(model: Model, options: SelectOptions = {}): Selection {
  const { view } = options;
  const map = leadingMap(model.maps);
  const relations = [
    ...model.relations.filter((relation) => relation.map === map?.id),
    ...model.derivedRelations,
  ].filter(({ upstream, downstream }) => upstream !== undefined && downstream !== undefined);
  const included = view
    ? selectedBy(model, view, relations)
    : options.context === undefined
      ? everything(model)
      : neighbourhood(options.context, relations);
  const shown = (id: ElementId | undefined) => id !== undefined && included.has(id);
  const show = new Set(view?.show ?? []);
  const services = show.has('services') || show.has('apis') || show.has('events') || show.has('stores');
  const contexts = model.contexts.filter(({ id }) => shown(id)).sort(byId);
  const open = new Set<ElementId>(options.open ?? []);
  if (options.context !== undefined) open.add(options.context);
  if (services) for (const { id } of contexts) open.add(id);
  return {
    title: view?.title ?? view?.name ?? map?.title ?? model.systems[0]?.title ?? 'Context map',
    contexts,
    externals: model.externals.filter(({ id }) => shown(id)).sort(byId),
    actors: model.actors.filter(({ id }) => shown(id) && show.has('actors')).sort(byId),
    relations: relations
      .filter(({ upstream, downstream }) => shown(upstream) && shown(downstream))
      .sort(byId),
    open,
    direction: view?.direction ?? 'right',
    shows: (what) => (show.size > 0 ? show.has(what) : what !== 'teams'),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function everything(model: Model): Set<ElementId> {
  return new Set([...model.contexts, ...model.externals].map(({ id }) => id));
}

function neighbourhood(context: ElementId, relations: readonly Relation[]): Set<ElementId> {
  const result = new Set<ElementId>([context]);
  for (const { upstream, downstream } of relations) {
    if (upstream === context && downstream !== undefined) result.add(downstream);
    if (downstream === context && upstream !== undefined) result.add(upstream);
  }
  return result;
}

function selectedBy(model: Model, view: View, relations: readonly Relation[]): Set<ElementId> {
  const result = new Set<ElementId>();
  const includes: readonly ViewSelector[] =
    view.include.length > 0 ? view.include : [{ select: 'all' }];
  for (const selector of includes) {
    for (const id of participants(model, selector, relations)) result.add(id);
  }
  for (const selector of view.exclude) {
    for (const id of participants(model, selector, relations)) result.delete(id);
  }
  return result;
}

/** Contexts, externals and actors that a selector stands for. */
function participants(
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
      return model.contexts
        .filter(
          ({ id, team }) =>
            team === selector.target ||
            model.services.some((service) => service.context === id && service.team === selector.target),
        )
        .map(({ id }) => id);
    case 'upstream-neighbours':
      return relations.flatMap(({ upstream, downstream }) =>
        downstream === selector.target && upstream !== undefined ? [upstream] : [],
      );
    case 'downstream-neighbours':
      return relations.flatMap(({ upstream, downstream }) =>
        upstream === selector.target && downstream !== undefined ? [downstream] : [],
      );
    case 'element':
    case 'children': {
      const domain = find(model, 'domain', selector.target);
      if (domain) {
        const parts = new Set<ElementId>([domain.id, ...domain.subdomains]);
        return model.contexts.filter((context) => context.implements.some((id) => parts.has(id))).map(({ id }) => id);
      }
      if (find(model, 'actor', selector.target)) return [selector.target];
      const boundary = boundaryOf(model, selector.target);
      return boundary ? [boundary.id] : [];
    }
  }
}
