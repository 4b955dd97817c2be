import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from './engine.js';
import { layeredLayout, layeredShape } from './layered/layered.js';
import { routeEdges } from './route.js';

let engine: Promise<ELK> | undefined;

/** Lays out in this thread. The server gives it a thread of its own. */
export const elkEngine: LayoutEngine = {
  place: elkLayout,
  shape: (graph) => Promise.resolve(layeredShape(graph)),
  layers: (graph) => Promise.resolve(layeredLayout(graph)),
  route: (problem) => Promise.resolve(routeEdges(problem)),
};

/**
 * Lays a graph out with the Eclipse Layout Kernel. The engine is loaded on first use: it is larger
 * than everything else together.
 */
export async function elkLayout(graph: ElkNode): Promise<ElkNode> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => {
    const exported = module.default as unknown as { default?: new () => ELK } & (new () => ELK);
    return new (exported.default ?? exported)();
  });
  return (await engine).layout(graph);
}
