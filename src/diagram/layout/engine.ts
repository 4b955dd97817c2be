import type { Size } from '../picture.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';
import type { RouteProblem, Routes } from './route.js';

/** What takes long in a layout: in this thread, in a worker, or from a cache. */
export interface LayoutEngine {
  /** About how large a graph will be in layers; takes a fraction of the time. */
  shape(graph: LayeredGraph): Promise<Size>;
  /** Lays out a graph in layers. */
  layers(graph: LayeredGraph): Promise<LayeredResult>;
  /** Routes edges around boxes that have their places. */
  route(problem: RouteProblem): Promise<Routes>;
}
