import { leadingMap } from '../model/derived-relations.js';
import { boundaryOf, nameOfId } from '../model/lookup.js';
import type { ContextMap, Relation } from '../model/elements/context-map.js';
import type { Context } from '../model/elements/context.js';
import type { ElementId } from '../model/elements/identity.js';
import type { External } from '../model/elements/services.js';
import type { Actor } from '../model/elements/strategic.js';
import type { ShowLevel, View } from '../model/elements/views.js';
import type { Model } from '../model/model.js';
import { groupsOf, type Group, type GroupBy } from './groups.js';
import { byId, indexOf } from './model-index.js';
import type { Flow } from './picture.js';
import { resolveView, type ViewSelection } from './view-selection.js';

/** How much of a context is shown: its box, its services, or their APIs and events as well. */
export type Level = 'contexts' | 'services' | 'apis';

/** Where upstream flows to. */
export type Direction = Flow;

export interface SelectOptions {
  readonly view?: View;
  /** The context map whose relations are shown; the leading one by default. */
  readonly map?: ContextMap;
  /** Show this context opened, with its neighbours. */
  readonly context?: ElementId;
  /** Contexts whose inside is shown, besides those that the view opens. */
  readonly open?: ReadonlySet<ElementId>;
  /** Contexts that stay folded although the view opens them. */
  readonly folded?: ReadonlySet<ElementId>;
  readonly level?: Level;
  readonly groupBy?: GroupBy;
  /** Where a view does not say so itself. */
  readonly direction?: Direction;
}

/** An arrow between participants that is no relation: what an actor calls. */
export interface Link {
  readonly id: ElementId;
  readonly from: ElementId;
  readonly to: ElementId;
}

/** What a map shows, before layout. All lists are sorted by id. */
export interface Selection {
  readonly title: string;
  readonly contexts: readonly Context[];
  readonly externals: readonly External[];
  readonly actors: readonly Actor[];
  /** Declared relations of the map and derived ones, with both ends shown. */
  readonly relations: readonly Relation[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
  readonly open: ReadonlySet<ElementId>;
  /** Missing where the layout may choose the one that fits a screen better. */
  readonly direction?: Direction;
  readonly shows: (what: ShowLevel) => boolean;
  /** Whether a service, store or event of an opened context is shown. */
  readonly showsPart: (context: ElementId, part: ElementId) => boolean;
  /** Whether an element was excluded, or what it belongs to, so that not even a ghost is shown. */
  readonly excludes: (element: ElementId) => boolean;
}

/** Chooses what a map of a model shows. Pure, and independent of the order of declarations. */
export function select(model: Model, options: SelectOptions = {}): Selection {
  const { view, level } = options;
  const map = options.map ?? leadingMap(model.maps);
  const relations = relationsOf(model, map);
  const chosen = view ? resolveView(model, view, relations) : undefined;
  const included =
    chosen?.participants ??
    (options.context === undefined
      ? new Set([...model.contexts, ...model.externals, ...model.actors].map(({ id }) => id))
      : neighbourhood(options.context, relations));
  const show = new Set<ShowLevel>(view?.show ?? []);
  if (level === 'services') show.add('services').add('stores').delete('apis');
  if (level === 'apis') show.add('services').add('stores').add('apis').add('events');
  const shown = (id: ElementId | undefined) => id !== undefined && included.has(id);
  const contexts = model.contexts.filter(({ id }) => shown(id)).sort(byId);
  const actors = model.actors
    .filter(({ id }) => shown(id) && (show.has('actors') || chosen?.named.has(id) === true))
    .sort(byId);
  const detailed = [...inside].some((what) => show.has(what));
  const direction = view?.direction ?? options.direction;
  return {
    title:
      view?.title ??
      view?.name ??
      neighboursTitle(options) ??
      map?.title ??
      model.systems[0]?.title ??
      'Context map',
    contexts,
    externals: model.externals.filter(({ id }) => shown(id)).sort(byId),
    actors,
    relations: relations
      .filter(({ upstream, downstream }) => shown(upstream) && shown(downstream))
      .sort(byId),
    links: actors.flatMap(({ id }) => linksOf(model, id, shown)).sort(byId),
    groups: options.groupBy === undefined ? [] : groupsOf(model, contexts, options.groupBy),
    open: openContexts(options, contexts, chosen, detailed),
    ...(direction === undefined ? {} : { direction }),
    shows: (what) => (detailed || !inside.has(what) ? show.has(what) : true),
    showsPart: (context, part) =>
      chosen?.hidden.has(part) !== true && (chosen?.parts.get(context)?.has(part) ?? true),
    excludes: (element) => chosen !== undefined && isExcluded(model, chosen, element),
  };
}

function isExcluded(model: Model, { hidden, emptied }: ViewSelection, id: ElementId): boolean {
  if (hidden.has(id)) return true;
  const boundary = boundaryOf(model, id)?.id;
  return boundary !== undefined && (hidden.has(boundary) || emptied.has(boundary));
}

function neighboursTitle({ context }: SelectOptions): string | undefined {
  return context === undefined ? undefined : `${nameOfId(context)} and its neighbours`;
}

/** What `show` can say of the inside of contexts. Without any of these, an opened one shows all. */
const inside: ReadonlySet<ShowLevel> = new Set(['services', 'apis', 'events', 'stores']);

function relationsOf(model: Model, map: ContextMap | undefined): Relation[] {
  return [
    ...model.relations.filter((relation) => relation.map === map?.id),
    ...model.derivedRelations,
  ].filter(({ upstream, downstream }) => upstream !== undefined && downstream !== undefined);
}

function openContexts(
  { open, folded, context, level }: SelectOptions,
  contexts: readonly Context[],
  chosen: ViewSelection | undefined,
  detailed: boolean,
): Set<ElementId> {
  if (level === 'contexts') return new Set();
  const result = new Set<ElementId>(open);
  if (context !== undefined) result.add(context);
  for (const id of chosen?.opened ?? []) result.add(id);
  if (detailed) for (const { id } of contexts) result.add(id);
  for (const id of [...(folded ?? []), ...(chosen?.emptied ?? [])]) result.delete(id);
  return result;
}

function neighbourhood(context: ElementId, relations: readonly Relation[]): Set<ElementId> {
  const result = new Set<ElementId>([context]);
  for (const { upstream, downstream } of relations) {
    if (upstream === context && downstream !== undefined) result.add(downstream);
    if (downstream === context && upstream !== undefined) result.add(upstream);
  }
  return result;
}

/** What an actor calls, one link for each context or external. */
function linksOf(
  model: Model,
  actor: ElementId,
  shown: (id: ElementId | undefined) => boolean,
): Link[] {
  const links = new Map<ElementId, Link>();
  for (const call of indexOf(model).callsByActor(actor)) {
    const to = boundaryOf(model, call.toService)?.id;
    if (to !== undefined && shown(to) && !links.has(to)) {
      links.set(to, { id: call.id, from: actor, to });
    }
  }
  return [...links.values()];
}
