import { nameOfId } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { Call } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import type { Correspondence } from '../compare/correspondence.js';
import type { Message, Reach } from './contract.js';

/** Somebody who relies on a contract, by one edge of the model after. */
export interface Use {
  /** Service, external or actor. */
  readonly consumer: ElementId;
  /** The call, subscription, sending or handling. */
  readonly edge: ElementId;
  readonly span: Span;
  /** What it says it reads; missing where it does not say. */
  readonly fields?: readonly string[];
  readonly retries: boolean;
  /** Its text names what is not there any more. */
  readonly leftBehind: boolean;
}

/** Finds who relies on what. Everything is indexed once; each question costs its answer. */
export class Consumers {
  readonly #after: Model;
  readonly #correspondence: Correspondence;
  readonly #calls: Map<ElementId, Call[]>;
  readonly #formerCalls: Map<ElementId, Call[]>;
  readonly #messages = new Map<ElementId, Use[]>();
  readonly #formerMessages = new Map<ElementId, Use[]>();
  /** By the qualified name of an element: last parts of the unresolved names in its text. */
  readonly #dangling = new Map<string, Set<string>>();

  constructor(before: Model, after: Model, correspondence: Correspondence) {
    this.#after = after;
    this.#correspondence = correspondence;
    this.#calls = callsByTarget(after);
    this.#formerCalls = callsByTarget(before);
    indexMessages(after, this.#messages, (edge) => correspondence.former.has(edge));
    indexMessages(before, this.#formerMessages, () => true);
    for (const { owner, path } of after.unresolved) {
      // An edge to nowhere has no end, but begins at somebody: `call:Shipping.Parcels->Gone`.
      const [source = ''] = nameOfId(owner).split('->');
      const names = this.#dangling.get(source) ?? new Set<string>();
      names.add(path.slice(path.lastIndexOf('.') + 1));
      this.#dangling.set(source, names);
    }
  }

  /** Users of an operation that both revisions have. */
  ofOperation(former: Operation, now: Operation, api: Api): Use[] {
    const lasting = [now.id, api.id, now.service]
      .flatMap((id) => this.#calls.get(id) ?? [])
      .filter(({ id }) => this.#correspondence.former.has(id))
      .map((call) => useOf(call, false));
    return unique([...lasting, ...this.leftBehind(former)]);
  }

  /** Those who called an operation before and still name what is gone. */
  leftBehind(former: Operation): Use[] {
    return (this.#formerCalls.get(former.id) ?? []).flatMap((call) => {
      const now = this.#correspondence.latter.get(call.from);
      if (now === undefined || this.#correspondence.latter.has(call.id)) return [];
      return this.#names(now, former.name)
        ? [{ ...useOf(call, true), consumer: this.#today(call) }]
        : [];
    });
  }

  ofMessage(message: Message): Use[] {
    return this.#messages.get(message.id) ?? [];
  }

  /** Those who used a message before and still name it. */
  leftBehindBy(message: Message): Use[] {
    return (this.#formerMessages.get(message.id) ?? []).flatMap((use) => {
      const now = this.#correspondence.latter.get(use.consumer);
      return now !== undefined && this.#names(now, message.name)
        ? [{ ...use, consumer: now, leftBehind: true }]
        : [];
    });
  }

  #today(call: Call): ElementId {
    const id = call.fromService ?? call.from;
    return this.#correspondence.latter.get(id) ?? id;
  }

  /** Whether the text of an element, or of what it lies in, names something that is not there. */
  #names(id: ElementId, name: string): boolean {
    for (
      let at: ElementId | undefined = id;
      at !== undefined;
      at = this.#after.elements.get(at)?.parent
    ) {
      if (this.#dangling.get(nameOfId(at))?.has(name) === true) return true;
    }
    return false;
  }
}

/** Uses that a change concerns. Reading a part or its surroundings counts as reading it. */
export function concerned(
  uses: readonly Use[],
  reach: Reach,
  names: readonly string[] | undefined,
): readonly Use[] {
  switch (reach) {
    case 'users':
      return uses;
    case 'readers':
      return uses.filter(
        ({ fields }) =>
          fields === undefined ||
          (names ?? []).some((name) => fields.some((field) => field.split('.').includes(name))),
      );
    case 'left-behind':
      return uses.filter(({ leftBehind }) => leftBehind);
    case 'retrying':
      return uses.filter(({ retries }) => retries);
  }
}

function useOf(call: Call, leftBehind: boolean): Use {
  const { fields, retry = 0 } = call.policies;
  return {
    consumer: call.fromService ?? call.from,
    edge: call.id,
    span: call.targetSpan,
    ...(fields ? { fields } : {}),
    retries: retry > 0,
    leftBehind,
  };
}

function callsByTarget(model: Model): Map<ElementId, Call[]> {
  const result = new Map<ElementId, Call[]>();
  for (const call of model.calls) add(result, call.to, call);
  return result;
}

function indexMessages(
  model: Model,
  into: Map<ElementId, Use[]>,
  isKnown: (edge: ElementId) => boolean,
): void {
  for (const edge of model.subscriptions) {
    if (!isKnown(edge.id)) continue;
    const { fields } = edge.policies;
    add(into, edge.event, {
      consumer: edge.service,
      edge: edge.id,
      span: edge.targetSpan,
      ...(fields ? { fields } : {}),
      retries: false,
      leftBehind: false,
    });
  }
  for (const edge of model.sendings) {
    if (!isKnown(edge.id)) continue;
    const { service, id, targetSpan: span, command } = edge;
    add(into, command, { consumer: service, edge: id, span, retries: false, leftBehind: false });
  }
}

function add<T>(map: Map<ElementId, T[]>, key: ElementId, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

function unique(uses: readonly Use[]): Use[] {
  const known = new Map(uses.map((use) => [use.edge, use]));
  return [...known.values()].sort((a, b) => (nameOfId(a.edge) < nameOfId(b.edge) ? -1 : 1));
}
