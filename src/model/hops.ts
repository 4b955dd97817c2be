import { publicationsOf } from './edge-index.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

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
  const { ids, indexOf, after } = successorsOf(model);
  // How far it goes on from each node, and how far each node is from a start, both up to `least`.
  let ahead = new Int32Array(ids.length);
  for (let round = 0; round < least; round++) {
    const further = new Int32Array(ids.length);
    for (const [node, next] of after.entries()) {
      for (const to of next) further[node] = Math.max(further[node] ?? 0, (ahead[to] ?? 0) + 1);
    }
    ahead = further;
  }
  const behind = new Int32Array(ids.length).fill(-1);
  let front = new Set<number>();
  for (const start of starts) {
    const node = indexOf.get(start);
    if (node === undefined) continue;
    behind[node] = 0;
    front.add(node);
  }
  while (front.size > 0) {
    const next = new Set<number>();
    for (const node of front) {
      const hops = Math.min((behind[node] ?? 0) + 1, least);
      for (const to of after[node] ?? []) {
        if ((behind[to] ?? -1) >= hops) continue;
        behind[to] = hops;
        next.add(to);
      }
    }
    front = next;
  }
  return ids.filter((_, node) => {
    const hops = behind[node] ?? -1;
    return hops >= 0 && hops + (ahead[node] ?? 0) >= least;
  });
}

/** For every service with an edge what it calls, and who gets its events. */
function successorsOf(model: Model) {
  const indexOf = new Map<ElementId, number>();
  const ids: ElementId[] = [];
  const after: number[][] = [];
  const node = (id: ElementId) => {
    const known = indexOf.get(id);
    if (known !== undefined) return known;
    indexOf.set(id, ids.length);
    after.push([]);
    return ids.push(id) - 1;
  };
  const add = (from: ElementId, to: ElementId) => {
    if (from === to) return;
    const source = node(from);
    after[source]?.push(node(to));
  };
  for (const { fromService, toService } of model.calls) {
    if (fromService !== undefined) add(fromService, toService);
  }
  for (const { service, event } of model.subscriptions) {
    for (const publication of publicationsOf(model, event)) add(publication.service, service);
  }
  return { ids, indexOf, after };
}
