import { requestGraph } from './call-graph.js';
import { digraphOf, successors } from './graph.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** Somebody who waits, through synchronous calls, for an operation or service. */
export interface Waiting {
  /** Operation, service, external or actor. */
  readonly id: ElementId;
  /** Calls on the way; 1 for who calls it. */
  readonly hops: number;
  /** What it calls on the way. */
  readonly through: ElementId;
}

/**
 * Who waits for the given operations and services, the nearest first; those themselves left out.
 * Linear in the model's calls.
 */
export function waitingFor(model: Model, targets: readonly ElementId[]): readonly Waiting[] {
  const graph = requestGraph(model);
  const sources = new Int32Array(graph.targets.length);
  for (let node = 0; node < graph.ids.length; node++) {
    sources.fill(node, graph.first[node], graph.first[node + 1]);
  }
  const callers = digraphOf(graph.ids.length, [...graph.targets], [...sources]);
  const hops = new Map<ElementId, number>(targets.map((id) => [id, 0]));
  const result: Waiting[] = [];
  // The map grows while it is walked.
  for (const [through, distance] of hops) {
    const node = graph.numberOf(through);
    if (node === undefined) continue;
    for (const caller of successors(callers, node)) {
      const id = graph.ids[caller] ?? '';
      if (hops.has(id)) continue;
      hops.set(id, distance + 1);
      result.push({ id, hops: distance + 1, through });
    }
  }
  const people = new Map<ElementId, Waiting>();
  for (const { from, fromService, toService, toOperation } of model.calls) {
    if (fromService !== undefined) continue;
    const through = toOperation ?? toService;
    const distance = hops.get(through);
    const known = people.get(from);
    if (distance === undefined || (known && known.hops <= distance + 1)) continue;
    people.set(from, { id: from, hops: distance + 1, through });
  }
  return [...result, ...people.values()].sort((a, b) => a.hops - b.hops || (a.id < b.id ? -1 : 1));
}
