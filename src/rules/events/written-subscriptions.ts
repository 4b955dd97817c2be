import { find } from '../../model/lookup.js';
import type { Model, Subscription } from '../../model/model.js';

/**
 * The subscriptions of services as they are written: of a wildcard, which stands for one
 * subscription to every event that it matches, the first.
 */
export function writtenSubscriptions(model: Model): Subscription[] {
  const seen = new Set<string>();
  return model.subscriptions.filter(({ service, pattern, targetSpan }) => {
    if (!find(model, 'service', service)) return false;
    if (pattern === undefined) return true;
    const { file, start } = targetSpan;
    const place = `${file} ${String(start.line)} ${String(start.column)}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** What stands behind `subscribes`: the pattern, else the event's name. */
export function subscribedName(model: Model, { pattern, event }: Subscription): string {
  return pattern ?? model.elements.get(event)?.name ?? event;
}
