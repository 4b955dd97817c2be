import { find, isServiceId } from '../../model/lookup.js';
import type { Flow, Step } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { ReachedChange } from '../../model/reached-owners.js';

/** What one request in a flow changes, and the step that does so. */
export interface StepChange extends ReachedChange {
  readonly step: Step;
}

/**
 * Changes of a flow by the request that they belong to: a step from outside begins one, and so does
 * a service that reacts to an event, of which nobody waits for the outcome.
 *
 * @param changes of each operation, those that it leads to included
 */
export function changesByRequest(
  model: Model,
  { steps }: Flow,
  changes: ReadonlyMap<ElementId, readonly ReachedChange[]>,
): readonly (readonly StepChange[])[] {
  const requests: StepChange[][] = [];
  const current = new Map<ElementId, StepChange[]>();
  const begin = (): StepChange[] => {
    const request: StepChange[] = [];
    requests.push(request);
    return request;
  };
  for (const step of steps) {
    const { action, from, to } = step;
    if (action === 'react' && from !== undefined) current.set(from, begin());
    if (action !== 'call' || to === undefined) continue;
    const caller = isServiceId(from) ? from : undefined;
    let request = caller === undefined ? undefined : current.get(caller);
    if (!request) {
      request = begin();
      if (caller !== undefined) current.set(caller, request);
    }
    const target = model.elements.get(to);
    current.set(target && 'service' in target ? target.service : to, request);
    if (find(model, 'operation', to)) {
      for (const change of changes.get(to) ?? []) request.push({ ...change, step });
    }
  }
  return requests;
}
