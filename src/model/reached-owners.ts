import { requestGraph } from './call-graph.js';
import { isQuery } from './idempotency.js';
import { find } from './lookup.js';
import type { Call } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** A change of an aggregate that a request leads to. */
export interface ReachedChange {
  readonly aggregate: ElementId;
  /** The service that owns the aggregate; where none says so, the one that changes it. */
  readonly owner: ElementId;
  readonly operation: ElementId;
  /** The call by which it is reached first; missing for the operation's own changes. */
  readonly call?: Call;
}

/** More owners than this make no difference. */
const enough = 3;

/**
 * For each operation changes of aggregates that it makes itself or by synchronous calls, one for
 * each owner and up to three owners. What operations of `ends` change is not passed on. Linear in
 * the request graph; calls within a ring are not followed. Calls of a service as a whole count for
 * the only operation of it that changes anything: of several, nobody knows which one makes them.
 */
export function reachedChanges(
  model: Model,
  ends: ReadonlySet<ElementId>,
): ReadonlyMap<ElementId, readonly ReachedChange[]> {
  const owners = new Map<ElementId, ElementId>();
  for (const service of model.services) {
    for (const { target } of service.owns) {
      if (!owners.has(target)) owners.set(target, service.id);
    }
  }
  const changes = new Map<ElementId, ReachedChange[]>();
  const add = (to: ElementId, change: ReachedChange) => {
    const known = changes.get(to);
    if (!known) changes.set(to, [change]);
    else if (known.length < enough && !known.some(({ owner }) => owner === change.owner)) {
      known.push(change);
    }
  };
  for (const { id, service, modifies } of model.operations) {
    for (const { target: aggregate } of modifies) {
      add(id, { aggregate, owner: owners.get(aggregate) ?? service, operation: id });
    }
  }
  if (changes.size === 0) return changes;
  const commands = onlyCommands(model);
  const graph = requestGraph(model);
  // Components are numbered in reverse topological order: callees come before their callers.
  for (const [component, members] of graph.components.members.entries()) {
    for (const node of members) {
      const id = graph.ids[node] ?? '';
      const operation = find(model, 'operation', id);
      if (!operation) continue;
      const takesAll = commands.get(operation.service) === operation.id;
      for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
        const target = graph.targets[at] ?? 0;
        const to = graph.ids[target] ?? '';
        const call = graph.calls[graph.edges[at] ?? 0];
        if (graph.components.of[target] === component || ends.has(to) || !call) continue;
        if (call.fromOperation === undefined && !takesAll) continue;
        for (const change of changes.get(to) ?? []) add(id, { ...change, call });
      }
    }
  }
  return changes;
}

/** For each service the only operation that is no query, where there is just one. */
function onlyCommands(model: Model): ReadonlyMap<ElementId, ElementId | undefined> {
  const commands = new Map<ElementId, ElementId | undefined>();
  for (const operation of model.operations) {
    if (isQuery(operation)) continue;
    const { id, service } = operation;
    commands.set(service, commands.has(service) ? undefined : id);
  }
  return commands;
}
