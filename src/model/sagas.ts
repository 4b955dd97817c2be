import type { Flow } from './elements/flows.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** A flow of kind saga, or one that compensates or has a pivot and so says that it is one. */
export function isSaga({ flowKind, steps }: Flow): boolean {
  return (
    flowKind === 'saga' ||
    (flowKind === undefined &&
      steps.some(({ compensate, pivot }) => compensate !== undefined || pivot))
  );
}

const caches = new WeakMap<Model, ReadonlySet<ElementId>>();

/** What the steps of sagas call or compensate with: operations, APIs and services. */
export function sagaTargets(model: Model): ReadonlySet<ElementId> {
  const known = caches.get(model);
  if (known) return known;
  const targets = new Set<ElementId>();
  for (const { steps } of model.flows.filter(isSaga)) {
    for (const { to, compensate } of steps) {
      if (to !== undefined) targets.add(to);
      if (compensate !== undefined) targets.add(compensate);
    }
  }
  caches.set(model, targets);
  return targets;
}
