import { serviceGraph } from './call-graph.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Criticality } from './elements/services.js';
import type { Model } from './model.js';

export type Tier = 1 | 2 | 3;
const tiers: Readonly<Record<Criticality, Tier>> = { high: 1, medium: 2, low: 3 };

/** 1 for `criticality high`, the most critical, to 3 for `low`; undefined where none is declared. */
export function tierOf(model: Model, id: ElementId | undefined): Tier | undefined {
  const element = id === undefined ? undefined : model.elements.get(id);
  if (element?.kind !== 'service' && element?.kind !== 'external') return undefined;
  return element.criticality && tiers[element.criticality];
}

/** Whether the caller cannot answer when this call fails. */
export function isRequired({ policies }: Call): boolean {
  return !policies.optional && policies.fallback === undefined;
}

const paths = new WeakMap<Model, ReadonlySet<ElementId>>();

/**
 * Services that work while something of tier 1 is answered: those of tier 1 themselves, and what
 * they reach by calls that they cannot do without.
 */
export function criticalPath(model: Model): ReadonlySet<ElementId> {
  const known = paths.get(model);
  if (known) return known;
  const graph = serviceGraph(model);
  const reached = new Set<ElementId>();
  for (const list of [model.services, model.externals]) {
    for (const { id, criticality } of list) if (criticality === 'high') reached.add(id);
  }
  // The set grows while it is walked.
  for (const id of reached) {
    const node = graph.numberOf(id);
    if (node === undefined) continue;
    for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
      const call = graph.calls[graph.edges[at] ?? 0];
      if (call && isRequired(call)) reached.add(call.toService);
    }
  }
  paths.set(model, reached);
  return reached;
}
