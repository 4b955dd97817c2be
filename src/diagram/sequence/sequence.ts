/** A flow as a sequence diagram: who takes part, and what they say to each other, in order. */
import { find } from '../../model/lookup.js';
import type { Flow, Step } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { simpleName } from '../labels.js';

export interface Participant {
  readonly id: ElementId;
  readonly kind: 'actor' | 'external' | 'service' | 'unknown';
  readonly name: string;
  /** The context of a service; empty for others. */
  readonly context: string;
}

/** A step of the flow. */
export interface Message {
  /** The step's id, which leads to its source. */
  readonly id: ElementId;
  /** Counting from 1. */
  readonly number: number;
  /** `call` waits for its answer, `publish` happens at `from` alone, `react` is told by `from`. */
  readonly action: Step['action'];
  /** Ids of participants. */
  readonly from: ElementId;
  readonly to: ElementId;
  readonly text: string;
  readonly comment?: string;
  /** What undoes the step. */
  readonly undo?: string;
  /** After this step a saga only goes forward. */
  readonly pivot: boolean;
}

export interface Sequence {
  readonly title: string;
  /** In the order in which they take part. */
  readonly participants: readonly Participant[];
  readonly messages: readonly Message[];
}

/**
 * The sequence of a flow. A reaction is drawn from whoever published the event in this flow, else
 * from a service of the model that publishes it. Steps of which neither end is known are left out.
 */
export function sequenceOf(model: Model, flow: Flow): Sequence {
  const participants = new Map<ElementId, Participant>();
  const publishers = new Map<ElementId, ElementId>();
  const messages = flow.steps.flatMap((step): Message[] => {
    const { to, action } = step;
    const actor = participantOf(model, step.from);
    const target = action === 'call' ? participantOf(model, to) : undefined;
    const teller =
      action === 'react' && to !== undefined
        ? (publishers.get(to) ?? publisherOf(model, to))
        : undefined;
    const self = actor ?? target ?? teller;
    if (self === undefined) return [];
    if (action === 'publish' && to !== undefined && actor !== undefined) publishers.set(to, actor);
    const [from, end] =
      action === 'react' ? [teller ?? self, actor ?? self] : [actor ?? self, target ?? self];
    for (const id of [from, end])
      participants.set(id, participants.get(id) ?? described(model, id));
    const { comment, compensate, pivot, id, index } = step;
    return [
      {
        id,
        number: index,
        action,
        from,
        to: end,
        text: textOf(model, to, end),
        ...(comment === undefined ? {} : { comment }),
        ...(compensate === undefined ? {} : { undo: simpleName(compensate) }),
        pivot,
      },
    ];
  });
  return { title: flow.title ?? flow.name, participants: [...participants.values()], messages };
}

/** The service, external or actor that an element belongs to. */
function participantOf(model: Model, id: ElementId | undefined): ElementId | undefined {
  const element = id === undefined ? undefined : model.elements.get(id);
  if (element?.kind === 'operation' || element?.kind === 'api') return element.service;
  return element?.kind === 'event' ? publisherOf(model, element.id) : element?.id;
}

function publisherOf(model: Model, event: ElementId): ElementId | undefined {
  return model.publications.find((publication) => publication.event === event)?.service;
}

function described(model: Model, id: ElementId): Participant {
  const kind = model.elements.get(id)?.kind;
  const service = find(model, 'service', id);
  return {
    id,
    kind: kind === 'actor' || kind === 'external' || kind === 'service' ? kind : 'unknown',
    name: simpleName(id),
    context: service ? simpleName(service.context) : '',
  };
}

/** The operation or event; nothing where a step names only the service that stands there anyway. */
function textOf(model: Model, target: ElementId | undefined, end: ElementId): string {
  return target === undefined || target === end || !model.elements.has(target)
    ? ''
    : simpleName(target);
}
