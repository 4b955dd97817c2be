import type { Relation } from '../../model/elements/context-map.js';
import type { Edge } from '../../model/elements/edges.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { Comparison } from '../compare/compare.js';
import { edgesOf } from '../compare/edges.js';

type Item = Element | Edge;

/** The lists of a model that maps are drawn from, by the kind of what they hold. */
const lists = {
  actor: 'actors',
  external: 'externals',
  context: 'contexts',
  aggregate: 'aggregates',
  service: 'services',
  store: 'stores',
  api: 'apis',
  operation: 'operations',
  event: 'events',
  command: 'commands',
  call: 'calls',
  subscription: 'subscriptions',
  publication: 'publications',
  sending: 'sendings',
  handling: 'handlings',
  access: 'accesses',
} as const satisfies Readonly<Record<string, keyof Model>>;

/**
 * The model after, with what is gone still in its place: what a map of both revisions is laid out
 * from, so that boxes stand where they stand, whichever side is shown. What is gone keeps its id
 * from before, and names the rest by their ids of today.
 */
export function overlaidModel({ before, after, changes, correspondence }: Comparison): Model {
  const { latter } = correspondence;
  const former = new Map<ElementId, Item>(
    edgesOf(before).map((edge): [ElementId, Item] => [edge.id, edge]),
  );
  const gone = changes
    .filter(({ change, id }) => change === 'removed' && !after.elements.has(id))
    .flatMap(({ id }): Item[] => {
      const item = before.elements.get(id) ?? former.get(id);
      return item ? [inToday(item, latter)] : [];
    });
  if (gone.length === 0) return after;
  const model: Record<string, unknown> = {};
  for (const name of Object.keys(after) as (keyof Model)[]) {
    Object.defineProperty(model, name, {
      get: () => after[name],
      enumerable: true,
      configurable: true,
    });
  }
  const set = (name: keyof Model, value: unknown) => {
    Object.defineProperty(model, name, { value, enumerable: true });
  };
  for (const [kind, name] of Object.entries(lists)) {
    const more = gone.filter((item) => item.kind === kind);
    if (more.length > 0) set(name, [...after[name], ...more]);
  }
  const relations = gone.filter((item): item is Relation => item.kind === 'relation');
  for (const [name, origin] of [
    ['relations', 'declared'],
    ['derivedRelations', 'derived'],
  ] as const) {
    const more = relations.filter((relation) => relation.origin === origin);
    if (more.length > 0) set(name, [...after[name], ...more]);
  }
  const elements = new Map(after.elements);
  for (const item of gone) if ('qualifiedName' in item) elements.set(item.id, item);
  set('elements', elements);
  return model as unknown as Model;
}

/** Something that is gone, with the ids of what is left as they are today. */
function inToday<T extends Item>(item: T, latter: ReadonlyMap<ElementId, ElementId>): T {
  const today = (value: unknown): unknown => {
    if (typeof value === 'string') return latter.get(value) ?? value;
    return Array.isArray(value)
      ? value.map((part: unknown) => (typeof part === 'string' ? today(part) : part))
      : value;
  };
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key,
      key === 'id' ? (value as unknown) : today(value),
    ]),
  ) as unknown as T;
}
