import type { Relation } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { ViewSelector } from '../model/elements/views.js';
import { boundaryOf, find } from '../model/lookup.js';
import type { Model } from '../model/model.js';
import { serviceDependencies } from '../model/service-dependencies.js';
import { indexOf } from './model-index.js';

/** What one selector of a view stands for. */
export interface Choice {
  /** Contexts, externals and actors. */
  readonly whole: readonly ElementId[];
  /** Contexts and externals that are meant for what they contain. */
  readonly contents: readonly ElementId[];
  /** Services, stores and events of contexts. */
  readonly parts: readonly ElementId[];
}

const nothing: Choice = { whole: [], contents: [], parts: [] };

/** @param relations those of the map that is shown */
export function chosenBy(
  model: Model,
  selector: ViewSelector,
  relations: readonly Relation[],
): Choice {
  switch (selector.select) {
    case 'all':
      return { ...nothing, whole: participantsOf(model).map(({ id }) => id) };
    case 'tag':
      return tagged(model, selector.tag);
    case 'team':
      return ofTeam(model, selector.target);
    case 'upstream-neighbours':
      return neighbours(model, selector.target, 'upstream', relations);
    case 'downstream-neighbours':
      return neighbours(model, selector.target, 'downstream', relations);
    case 'element':
    case 'children': {
      const part = partAround(model, selector.target);
      if (part !== undefined) return { ...nothing, parts: [part] };
      if (find(model, 'team', selector.target)) return ofTeam(model, selector.target);
      const found = participantsAt(model, selector.target);
      const isInside = selector.select === 'children' && boundaryOf(model, selector.target);
      return isInside ? { ...nothing, contents: found } : { ...nothing, whole: found };
    }
  }
}

function participantsOf(model: Model) {
  return [...model.contexts, ...model.externals, ...model.actors];
}

/** The service, store or event of a context that an element is, or belongs to. */
function partAround(model: Model, id: ElementId): ElementId | undefined {
  let element = model.elements.get(id);
  while (element) {
    const { kind } = element;
    if (kind === 'service' || kind === 'store' || kind === 'event') {
      return boundaryOf(model, element.id)?.kind === 'context' ? element.id : undefined;
    }
    if (kind === 'context' || element.parent === undefined) return undefined;
    element = model.elements.get(element.parent);
  }
  return undefined;
}

/** The context, external or actor at an element, or the contexts that implement a domain. */
function participantsAt(model: Model, target: ElementId): ElementId[] {
  const domain = find(model, 'domain', target);
  if (domain || find(model, 'subdomain', target)) {
    const wanted = new Set<ElementId>([target, ...(domain?.subdomains ?? [])]);
    return model.contexts
      .filter((context) => context.implements.some((id) => wanted.has(id)))
      .map(({ id }) => id);
  }
  if (find(model, 'actor', target)) return [target];
  const boundary = boundaryOf(model, target);
  return boundary ? [boundary.id] : [];
}

function tagged(model: Model, tag: string): Choice {
  const isTagged = ({ tags }: { readonly tags: readonly string[] }) => tags.includes(tag);
  const inside = [...model.services, ...model.stores, ...model.events, ...model.apis];
  const found = [...participantsOf(model), ...inside].filter(isTagged);
  return split(
    model,
    found.map(({ id }) => id),
  );
}

/** Sorts what was found into parts of contexts, and everything else by its participant. */
function split(model: Model, found: readonly ElementId[]): Choice {
  const parts: ElementId[] = [];
  const whole: ElementId[] = [];
  for (const id of new Set(found)) {
    const part = partAround(model, id);
    if (part === undefined) whole.push(...participantsAt(model, id));
    else parts.push(part);
  }
  return { ...nothing, parts, whole };
}

/** Contexts and externals of a team, and of others' contexts the services that it owns. */
function ofTeam(model: Model, team: ElementId): Choice {
  const own = [...model.contexts, ...model.externals].filter((one) => one.team === team);
  const whole = new Set(own.map(({ id }) => id));
  const services = model.services.filter((one) => one.team === team && !whole.has(one.context));
  return { ...nothing, whole: [...whole], parts: services.map(({ id }) => id) };
}

type Side = 'upstream' | 'downstream';

function neighbours(
  model: Model,
  target: ElementId,
  side: Side,
  relations: readonly Relation[],
): Choice {
  const part = partAround(model, target);
  if (part === undefined) {
    const context = boundaryOf(model, target)?.id;
    const other = side === 'upstream' ? 'downstream' : 'upstream';
    const whole = relations.flatMap((relation) =>
      relation[other] === context && relation[side] !== undefined ? [relation[side]] : [],
    );
    return { ...nothing, whole };
  }
  return split(model, aroundPart(model, part, side));
}

/** Who a service, store or event depends on, or who depends on it: services and externals. */
function aroundPart(model: Model, part: ElementId, side: Side): ElementId[] {
  const up = side === 'upstream';
  if (find(model, 'event', part)) {
    if (up)
      return indexOf(model)
        .publishersOf(part)
        .map(({ service }) => service);
    return model.subscriptions.filter(({ event }) => event === part).map(({ service }) => service);
  }
  const store = find(model, 'store', part);
  if (store) {
    if (up) return store.owner === undefined ? [] : [store.owner];
    return model.accesses.filter((access) => access.store === part).map(({ service }) => service);
  }
  return serviceDependencies(model).flatMap(({ from, to }) => {
    const [near, far] = up ? [from, to] : [to, from];
    return near === part ? [far] : [];
  });
}
