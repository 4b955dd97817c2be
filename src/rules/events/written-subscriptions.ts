import { isServiceId } from '../../model/lookup.js';
import type { Subscription } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { placeOf } from '../../model/span.js';

/**
 * Tells the subscriptions of services as they are written: of a wildcard, which stands for one
 * subscription to every event that it matches, the first that it is asked about.
 */
export function writtenSubscriptions(): (subscription: Subscription) => boolean {
  const seen = new Set<string>();
  return ({ service, pattern, targetSpan }) => {
    if (!isServiceId(service)) return false;
    if (pattern === undefined) return true;
    const place = placeOf(targetSpan);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  };
}

/** What stands behind `subscribes`: the pattern, else the event's name. */
export function subscribedName(model: Model, { pattern, event }: Subscription): string {
  return pattern ?? model.elements.get(event)?.name ?? event;
}
