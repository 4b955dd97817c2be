import {
  digraph,
  stronglyConnectedComponents,
  successors,
  type Components,
  type Digraph,
} from './graph.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';

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
  const counts = new Float64Array(components.members.length);
  for (let from = 0; from < starts.length; from += batch) {
    const bits = components.members.map(() => new Uint32Array(batch / 32));
    for (const [index, { service }] of starts.slice(from, from + batch).entries()) {
      const set = bits[components.of[node(service)] ?? 0]!;
      set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31));
    }
    passOn(graph, components, bits);
    for (const [component, set] of bits.entries()) {
      counts[component] = (counts[component] ?? 0) + ones(set);
    }
  }
  const own = new Map<ElementId, number>();
  for (const { service } of starts) own.set(service, (own.get(service) ?? 0) + 1);
  return new Map(
    ids.map((id, index) => [id, (counts[components.of[index] ?? 0] ?? 0) - (own.get(id) ?? 0)]),
  );
}

/** Starts that are followed at the same time, a multiple of 32; it bounds the memory. */
const batch = 1024;

/** Gives callees the bits of their callers. */
function passOn(graph: Digraph, components: Components, bits: readonly Uint32Array[]): void {
  // Callers have higher numbers than what they call.
  for (let component = components.members.length - 1; component >= 0; component--) {
    const from = bits[component]!;
    for (const member of components.members[component] ?? []) {
      for (const target of successors(graph, member)) {
        const other = components.of[target] ?? 0;
        const to = bits[other]!;
        if (other !== component) for (let i = 0; i < to.length; i++) to[i] = to[i]! | from[i]!;
      }
    }
  }
}

function ones(words: Uint32Array): number {
  let count = 0;
  for (let word of words) {
    for (; word !== 0; word &= word - 1) count++;
  }
  return count;
}
