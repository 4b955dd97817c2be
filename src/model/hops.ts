import { publicationsOf } from './edge-index.js';
import type { ElementId, Model } from './model.js';

/**
 * Services and externals that lie on a path of at least `least` hops from one of the starts, over
 * synchronous calls and from publishers to subscribers, in the order of the model's edges. Rings
 * count as often as it takes. Linear in the edges times `least`.
 */
export function hopsAround(
  model: Model,
  starts: readonly ElementId[],
  least: number,
): readonly ElementId[] {
  const after = successorsOf(model);
  const longest = (to: ReadonlyMap<ElementId, number>, id: ElementId) => {
    let most = -1;
    for (const next of after.get(id) ?? []) most = Math.max(most, to.get(next) ?? -1);
    return most;
  };
  // How far it goes on from each node, and how far each node is from a start, both up to `least`.
  let ahead = new Map<ElementId, number>([...after.keys()].map((id) => [id, 0]));
  for (let round = 0; round < least; round++) {
    ahead = new Map([...ahead.keys()].map((id) => [id, longest(ahead, id) + 1]));
  }
  const behind = new Map(starts.filter((id) => after.has(id)).map((id) => [id, 0]));
  let front = new Set(behind.keys());
  while (front.size > 0) {
    const next = new Set<ElementId>();
    for (const id of front) {
      const hops = Math.min((behind.get(id) ?? 0) + 1, least);
      for (const to of after.get(id) ?? []) {
        if ((behind.get(to) ?? -1) >= hops) continue;
        behind.set(to, hops);
        next.add(to);
      }
    }
    front = next;
  }
  return [...after.keys()].filter((id) => {
    const hops = behind.get(id);
    return hops !== undefined && hops + (ahead.get(id) ?? 0) >= least;
  });
}

/** For every service with an edge what it calls, and who gets its events. */
function successorsOf(model: Model): Map<ElementId, Set<ElementId>> {
  const after = new Map<ElementId, Set<ElementId>>();
  const node = (id: ElementId) => {
    let set = after.get(id);
    if (!set) after.set(id, (set = new Set<ElementId>()));
    return set;
  };
  const add = (from: ElementId, to: ElementId) => {
    if (from === to) return;
    node(from).add(to);
    node(to);
  };
  for (const { fromService, toService } of model.calls) {
    if (fromService !== undefined) add(fromService, toService);
  }
  for (const { service, event } of model.subscriptions) {
    for (const publication of publicationsOf(model, event)) add(publication.service, service);
  }
  return after;
}
