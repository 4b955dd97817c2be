import { dependenciesOf } from '../model/dependencies.js';
import { digraph } from '../model/graph.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { serviceDependencyGraph } from '../model/service-dependencies.js';
import { degreesOf, type Degrees } from './degrees.js';

/**
 * Afferent coupling Ca (who depends on it), efferent coupling Ce (on whom it depends) and
 * instability I = Ce / (Ca + Ce): 0 is as stable as can be, 1 as easy to change as can be.
 * I is missing for what is coupled to nothing.
 *
 * R. C. Martin: Agile Software Development (2002), with services and contexts as components.
 */
export interface ComponentCoupling {
  readonly afferent: number;
  readonly efferent: number;
  readonly instability?: number;
}

const ofServices = new WeakMap<Model, Degrees>();
const ofContexts = new WeakMap<Model, Degrees>();

/** Coupling of a service or external by calls, subscriptions and stores. */
export function serviceCoupling(model: Model, id: ElementId): ComponentCoupling {
  return couplingOf(serviceDegrees(model), id);
}

/** On how many others each service and external depends, and how many on it. */
export function serviceDegrees(model: Model): Degrees {
  let degrees = ofServices.get(model);
  if (!degrees) ofServices.set(model, (degrees = degreesOf(serviceDependencyGraph(model))));
  return degrees;
}

/** Coupling of a context or external by everything that crosses its boundary, types included. */
export function contextCoupling(model: Model, id: ElementId): ComponentCoupling {
  let degrees = ofContexts.get(model);
  if (!degrees) {
    degrees = degreesOf(contextGraph(model));
    ofContexts.set(model, degrees);
  }
  return couplingOf(degrees, id);
}

/** Contexts and externals, with an edge for everything that crosses from one to another. */
function contextGraph(model: Model) {
  const indexOf = new Map<ElementId, number>();
  const node = (id: ElementId) => {
    const known = indexOf.get(id) ?? indexOf.size;
    indexOf.set(id, known);
    return known;
  };
  const edges = dependenciesOf(model).map(
    ({ downstream, upstream }) => [node(downstream), node(upstream)] as const,
  );
  return { ...digraph(indexOf.size, edges), numberOf: (id: ElementId) => indexOf.get(id) };
}

function couplingOf(degrees: Degrees, id: ElementId): ComponentCoupling {
  const afferent = degrees.in(id);
  const efferent = degrees.out(id);
  const all = afferent + efferent;
  return all === 0 ? { afferent, efferent } : { afferent, efferent, instability: efferent / all };
}
