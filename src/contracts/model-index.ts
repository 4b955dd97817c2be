/** Questions about a whole model that every document asks, answered once for each model. */
import type { Union } from '../model/elements/data-types.js';
import type { Handling, Publication, Sending, Subscription } from '../model/elements/edges.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Command, Event } from '../model/elements/messages.js';
import type { Model } from '../model/model.js';

/** What a service puts on channels and takes from them, in the order of the message's id. */
export interface Messaging {
  readonly sent: readonly {
    readonly message: Event | Command;
    readonly edge: Publication | Sending;
  }[];
  readonly received: readonly {
    readonly message: Event | Command;
    readonly edge: Subscription | Handling;
  }[];
}

interface ModelIndex {
  readonly messaging: ReadonlyMap<ElementId, Messaging>;
  readonly unions: ReadonlyMap<ElementId, readonly Union[]>;
}

const indexes = new WeakMap<Model, ModelIndex>();

/** The messages of a service; two empty lists where it has none. */
export function messagingOf(model: Model, service: ElementId): Messaging {
  return indexOf(model).messaging.get(service) ?? { sent: [], received: [] };
}

/** Services and externals that send or receive messages, in the order of their ids. */
export function messagingServices(model: Model): ElementId[] {
  return [...indexOf(model).messaging.keys()].sort();
}

/** The unions that a type is a member of, in the order of their ids. */
export function unionsOf(model: Model, member: ElementId): readonly Union[] {
  return indexOf(model).unions.get(member) ?? [];
}

function indexOf(model: Model): ModelIndex {
  let index = indexes.get(model);
  if (!index) indexes.set(model, (index = { messaging: messaging(model), unions: unions(model) }));
  return index;
}

function messaging(model: Model): Map<ElementId, Messaging> {
  type Sent = Messaging['sent'][number];
  type Received = Messaging['received'][number];
  const sent = new Map<ElementId, Map<ElementId, Sent>>();
  const received = new Map<ElementId, Map<ElementId, Received>>();
  for (const edge of model.publications) put(sent, edge.service, edge.event, edge);
  for (const edge of model.sendings) put(sent, edge.service, edge.command, edge);
  for (const edge of model.subscriptions) put(received, edge.service, edge.event, edge);
  for (const edge of model.handlings) {
    // A command that an operation handles arrives by request, not on a channel.
    if (edge.operation === undefined) put(received, edge.service, edge.command, edge);
  }

  function put<E>(
    into: Map<ElementId, Map<ElementId, { message: Event | Command; edge: E }>>,
    service: ElementId,
    id: ElementId,
    edge: E,
  ): void {
    const message = model.elements.get(id);
    if (message?.kind !== 'event' && message?.kind !== 'command') return;
    let messages = into.get(service);
    if (!messages)
      into.set(service, (messages = new Map<string, { message: Event | Command; edge: E }>()));
    // Several handlers may emit the same event; it is one message on one channel all the same.
    if (!messages.has(id)) messages.set(id, { message, edge });
  }

  const result = new Map<ElementId, Messaging>();
  for (const service of new Set([...sent.keys(), ...received.keys()])) {
    result.set(service, {
      sent: sorted(sent.get(service)),
      received: sorted(received.get(service)),
    });
  }
  return result;
}

function sorted<T extends { message: Event | Command }>(messages: Map<ElementId, T> | undefined) {
  return [...(messages?.values() ?? [])].sort((a, b) => (a.message.id < b.message.id ? -1 : 1));
}

function unions(model: Model): Map<ElementId, Union[]> {
  const result = new Map<ElementId, Union[]>();
  for (const union of [...model.unions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const { target } of union.members) {
      const known = result.get(target);
      if (!known) result.set(target, [union]);
      else if (!known.includes(union)) known.push(union);
    }
  }
  return result;
}
