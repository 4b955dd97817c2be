/** The model as a tree to read: what stands in what, the same way as the map draws it. */
import { indexBy } from './edge-index.js';
import type { ElementBase } from './elements/base.js';
import type { Relation } from './elements/context-map.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** An entry of the tree: an element, or a relation below the context that it belongs to. */
export type OutlineEntry = Pick<ElementBase, 'id' | 'name' | 'title' | 'nameSpan'> & {
  readonly kind: string;
};

/**
 * What stands below an element, or at the top of the model: domains and what belongs to none; in
 * a domain its contexts; in a context services, stores, events, commands and relations; in a service
 * or external APIs and stores; in an API operations. Contexts of several domains stand in each.
 */
export function outlineBelow(model: Model, id?: ElementId): readonly OutlineEntry[] {
  const element = id === undefined ? undefined : model.elements.get(id);
  switch (element?.kind) {
    case undefined:
      return id === undefined ? topOf(model) : [];
    case 'domain':
      return indexesOf(model).byDomain.get(element.id) ?? [];
    case 'context':
      return [
        ...below(model.services, serviceContext, element.id),
        ...below(model.stores, storeContext, element.id),
        ...below(model.events, boundaryName, element.id),
        ...below(model.commands, boundaryName, element.id),
        ...(indexesOf(model).relations.get(element.id) ?? []),
      ];
    case 'external':
      return [...members(model, [...element.apis, ...element.stores])];
    case 'service':
      return [...members(model, [...element.apis, ...element.stores])];
    case 'api':
      return members(model, element.operations);
    default:
      return [];
  }
}

function topOf(model: Model): OutlineEntry[] {
  const { byDomain } = indexesOf(model);
  const placed = new Set([...byDomain.values()].flat().map(({ id }) => id));
  return [
    ...byName(model.domains.filter(({ id }) => byDomain.has(id))),
    ...byName(model.contexts.filter(({ id }) => !placed.has(id))),
    ...byName(model.externals),
    ...byName(model.actors),
  ];
}

interface Indexes {
  readonly byDomain: ReadonlyMap<ElementId, readonly OutlineEntry[]>;
  readonly relations: ReadonlyMap<ElementId, readonly Relation[]>;
}
const indexes = new WeakMap<Model, Indexes>();

function indexesOf(model: Model): Indexes {
  let known = indexes.get(model);
  if (!known) {
    const byDomain = new Map<ElementId, OutlineEntry[]>();
    for (const context of byName(model.contexts)) {
      const domains = new Set(
        context.implements.map((id) => {
          const element = model.elements.get(id);
          return element?.kind === 'subdomain' ? element.domain : id;
        }),
      );
      for (const domain of domains) push(byDomain, domain, context);
    }
    const relations = new Map<ElementId, Relation[]>();
    for (const relation of [...model.relations, ...model.derivedRelations]) {
      for (const end of [relation.upstream, relation.downstream]) {
        if (end !== undefined) push(relations, end, relation);
      }
    }
    indexes.set(model, (known = { byDomain, relations }));
  }
  return known;
}

function push<V>(map: Map<ElementId, V[]>, key: ElementId, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const serviceContext = ({ context }: { readonly context: ElementId }) => context;
const storeContext = (store: { readonly context?: ElementId; readonly owner?: ElementId }) =>
  store.owner === undefined ? store.context : undefined;
/** Messages belong to the context in whose block or aggregate they stand. */
const boundaryName = ({ qualifiedName }: ElementBase) => {
  const end = qualifiedName.indexOf('.');
  return end < 0 ? undefined : `context:${qualifiedName.slice(0, end)}`;
};

function below<E extends OutlineEntry>(
  list: readonly E[],
  key: (element: E) => ElementId | undefined,
  id: ElementId,
): E[] {
  return byName(indexBy(list, key).get(id) ?? []);
}

function members(model: Model, ids: readonly ElementId[]): OutlineEntry[] {
  return ids.flatMap((id) => model.elements.get(id) ?? []);
}

function byName<E extends OutlineEntry>(list: readonly E[]): E[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
