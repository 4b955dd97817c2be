import { serviceGraph } from '../model/call-graph.js';
import type { Model } from '../model/model.js';
import { degreesOf, type Degrees } from './degrees.js';

const cache = new WeakMap<Model, Degrees>();

/**
 * Absolute importance (AIS: `in`) and absolute dependence (ADS: `out`) of services: how many
 * others call them, and how many they call, synchronously. Externals count as others.
 *
 * D. Rud, A. Schmietendorf, R. Dumke: Product Metrics for Service-Oriented Infrastructures (2006).
 */
export function importance(model: Model): Degrees {
  let known = cache.get(model);
  if (!known) {
    known = degreesOf(serviceGraph(model));
    cache.set(model, known);
  }
  return known;
}
