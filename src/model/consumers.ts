import { callsTo, indexBy, subscriptionsTo } from './edge-index.js';
import { kindOfId, nameOfId } from './lookup.js';
import type { Field } from './elements/data-types.js';
import type { Sending } from './elements/edges.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import type { Reference } from './references.js';
import type { Span } from './span.js';

/** Somebody who uses an element, and where. */
export interface Consumer {
  readonly id: ElementId;
  readonly span: Span;
}

const target = (reference: Reference) => reference.target;
const sent = (sending: Sending) => sending.command;

/** What only talks about elements and does not need them. */
const mentions: ReadonlySet<string> = new Set(['view', 'flow', 'step', 'contextmap', 'relation']);

/**
 * Whoever calls, subscribes to, sends, or names an element in the text of another one; each once,
 * in the order of the text. Publishers and handlers do not consume; views, flows and context maps
 * only mention it; what lies in it is no consumer either.
 */
export function consumersOf(model: Model, element: Element | Field): Consumer[] {
  const found = new Map<ElementId, Span>();
  const add = (id: ElementId, span: Span) => {
    if (!found.has(id)) found.set(id, span);
  };
  switch (element.kind) {
    case 'event':
      for (const { id, targetSpan } of subscriptionsTo(model, element.id)) add(id, targetSpan);
      break;
    case 'command':
      for (const { id, targetSpan } of indexBy(model.sendings, sent).get(element.id) ?? []) {
        add(id, targetSpan);
      }
      break;
    default:
      references(model, element, add);
  }
  return [...found].map(([id, span]) => ({ id, span }));
}

function references(
  model: Model,
  { id, kind, qualifiedName }: Element | Field,
  add: (id: ElementId, span: Span) => void,
): void {
  const isInside = (owner: ElementId) =>
    owner === id || nameOfId(owner).startsWith(`${qualifiedName}.`);
  for (const { owner, span } of indexBy(model.references, target).get(id) ?? []) {
    if (!mentions.has(kindOfId(owner)) && !isInside(owner)) add(owner, span);
  }
  if (kind !== 'service') return;
  for (const call of callsTo(model, id)) if (call.fromService !== id) add(call.id, call.targetSpan);
}
