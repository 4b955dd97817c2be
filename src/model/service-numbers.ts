import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** Elements as dense numbers, of which graphs and counts are made. */
export interface Numbers {
  /** By number. */
  readonly ids: readonly ElementId[];
  /** Number of an element, undefined for one that has none. */
  readonly numberOf: (id: ElementId) => number | undefined;
}

const cache = new WeakMap<object, Numbers>();

/** Services in the order of the model, so that a number is a place there; behind them externals. */
export function serviceNumbers(model: Pick<Model, 'services' | 'externals'>): Numbers {
  let known = cache.get(model);
  if (known) return known;
  const ids: ElementId[] = [];
  const numbers = new Map<ElementId, number>();
  for (const list of [model.services, model.externals]) {
    for (const { id } of list) numbers.set(id, ids.push(id) - 1);
  }
  cache.set(model, (known = { ids, numberOf: (id) => numbers.get(id) }));
  return known;
}
