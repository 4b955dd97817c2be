/** What the two rules on synchronous cycles share. */
import type { IdGraph } from '../../model/call-graph.js';
import type { Call } from '../../model/elements/edges.js';
import { ringsOf, type Ring } from '../../model/rings.js';

export interface Cycle extends Ring<Call> {
  /** The call of each step of the ring. */
  readonly calls: readonly Call[];
}

/** One shortest cycle for each strongly connected component, self-loops where `loops` is set. */
export function cyclesOf(graph: IdGraph, loops: boolean): Cycle[] {
  return ringsOf(graph, graph.calls, loops).map((ring) => ({ ...ring, calls: ring.steps }));
}
