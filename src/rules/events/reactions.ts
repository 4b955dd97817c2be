import { digraph, shortestCycle, stronglyConnectedComponents } from '../../model/graph.js';
import type { Flow } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';

/** That an event is published because another one came. */
export interface Reaction {
  readonly from: ElementId;
  readonly to: ElementId;
  /** The subscription, or the step of a flow. */
  readonly by: ElementId;
  readonly span: Span;
}

/** One shortest ring of a knot of events, beginning with the smallest id. */
export interface EventLoop {
  readonly ring: readonly ElementId[];
  /** The reaction from each event of the ring to the next; the last one closes it. */
  readonly reactions: readonly Reaction[];
}

export function eventLoops(model: Model): EventLoop[] {
  const reactions = [
    ...model.subscriptions.flatMap(({ event, emits, id }) =>
      emits.map(({ target, span }) => ({ from: event, to: target, by: id, span })),
    ),
    ...model.flows.flatMap(reactionsIn),
  ];
  const ids = [...new Set(reactions.flatMap(({ from, to }) => [from, to]))].sort();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const at = (id: ElementId) => indexOf.get(id) ?? 0;
  const graph = digraph(
    ids.length,
    reactions.map(({ from, to }) => [at(from), at(to)]),
  );
  const components = stronglyConnectedComponents(graph);
  const between = new Map(
    [...reactions].reverse().map((reaction) => [`${reaction.from} ${reaction.to}`, reaction]),
  );
  return components.members
    .flatMap((members) => {
      const ring = shortestCycle(graph, components, Math.min(...members.slice(0, 1000)));
      if (!ring) return [];
      const events = ring.map((node) => ids[node] ?? '');
      return [
        {
          ring: events,
          reactions: events.flatMap((event, index) => {
            const next = events[(index + 1) % events.length] ?? event;
            return between.get(`${event} ${next}`) ?? [];
          }),
        },
      ];
    })
    .sort((a, b) => ((a.ring[0] ?? '') < (b.ring[0] ?? '') ? -1 : 1));
}

/** In a flow a service publishes because of what it has reacted to last. */
function reactionsIn({ steps }: Flow): Reaction[] {
  const last = new Map<ElementId, ElementId>();
  return steps.flatMap(({ action, from, to, id, span }) => {
    if (from === undefined || to === undefined) return [];
    if (action === 'react') last.set(from, to);
    const cause = last.get(from);
    return action === 'publish' && cause !== undefined ? [{ from: cause, to, by: id, span }] : [];
  });
}
