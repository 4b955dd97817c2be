import { elkLayers } from './elk-layers.js';
import type { LayoutEngine } from './engine.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';
import { layeredLayout, layeredShape } from './layered/layered.js';
import { routeEdges } from './route.js';

/** Lays out in this thread. The server gives it a thread of its own. */
export const localEngine: LayoutEngine = {
  shape: (graph) => Promise.resolve(layeredShape(graph)),
  layers: (graph) => layersOrElse(graph, layeredLayout, elkLayers),
  route: (problem) => Promise.resolve(routeEdges(problem)),
};

/**
 * Lays a graph out in one way, and where that fails, in another: whatever is wrong with our layers,
 * there is a map.
 */
export async function layersOrElse(
  graph: LayeredGraph,
  layers: (graph: LayeredGraph) => LayeredResult,
  otherwise: (graph: LayeredGraph) => Promise<LayeredResult>,
): Promise<LayeredResult> {
  try {
    return layers(graph);
  } catch {
    return otherwise(graph);
  }
}
