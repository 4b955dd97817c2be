import { serviceGraph } from '../model/call-graph.js';
import { longestPaths } from '../model/graph.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';

const cache = new WeakMap<Model, (id: ElementId) => number>();

/**
 * How many synchronous calls in a row can follow from a call to this service: 0 for one that calls
 * nobody. A ring of calls counts as one step in, one step out (a lower bound).
 */
export function chainDepth(model: Model, service: ElementId): number {
  let depth = cache.get(model);
  if (!depth) {
    const graph = serviceGraph(model);
    const { length } = longestPaths(graph, graph.components);
    depth = (id) => {
      const node = graph.numberOf(id);
      return node === undefined ? 0 : (length[node] ?? 0);
    };
    cache.set(model, depth);
  }
  return depth(service);
}
