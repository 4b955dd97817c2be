import { digraph, stronglyConnectedComponents } from './graph.js';
import type { Call, ElementId } from './model.js';

/** A place where requests start, in the service that answers there. */
interface Start {
  readonly id: ElementId;
  readonly service: ElementId;
}

/**
 * How many of the starts reach each service by the given calls without starting there. One bit for
 * each start and group of services, passed on along the calls once.
 */
export function startsReaching(
  starts: readonly Start[],
  calls: readonly Call[],
): ReadonlyMap<ElementId, number> {
  const indexOf = new Map<ElementId, number>();
  const ids: ElementId[] = [];
  const node = (id: ElementId) => {
    let index = indexOf.get(id);
    if (index === undefined) indexOf.set(id, (index = ids.push(id) - 1));
    return index;
  };
  const pairs = calls.flatMap(({ fromService, toService }) =>
    fromService === undefined || fromService === toService
      ? []
      : [[node(fromService), node(toService)] as const],
  );
  for (const { service } of starts) node(service);
  const graph = digraph(ids.length, pairs);
  const components = stronglyConnectedComponents(graph);
  const words = Math.ceil(starts.length / 32);
  const bits = components.members.map(() => new Uint32Array(words));
  const own = new Map<ElementId, number>();
  for (const [index, { service }] of starts.entries()) {
    own.set(service, (own.get(service) ?? 0) + 1);
    const set = bits[components.of[node(service)] ?? 0];
    if (set) set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31));
  }
  // Callers have higher numbers than what they call.
  for (let component = components.members.length - 1; component >= 0; component--) {
    const from = bits[component]!;
    for (const member of components.members[component] ?? []) {
      for (let at = graph.first[member] ?? 0; at < (graph.first[member + 1] ?? 0); at++) {
        const other = components.of[graph.targets[at] ?? 0] ?? 0;
        const to = bits[other]!;
        if (other !== component) for (let i = 0; i < words; i++) to[i] = to[i]! | from[i]!;
      }
    }
  }
  const counts = components.members.map((_, component) => ones(bits[component]!));
  return new Map(
    ids.map((id, index) => [id, (counts[components.of[index] ?? 0] ?? 0) - (own.get(id) ?? 0)]),
  );
}

function ones(words: Uint32Array): number {
  let count = 0;
  for (let word of words) {
    for (; word !== 0; word &= word - 1) count++;
  }
  return count;
}
