import { callsOfHandler, publicationsOf } from '../../model/edge-index.js';
import { isQuery } from '../../model/idempotency.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';

export const thinEventCallback = defineRule({
  id: 'thin-event-callback',
  category: 'events',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'The handler of an event asks the publisher for what the event does not say.',
  sources: [
    'M. Fowler: What do you mean by ’Event-Driven’? (2017)',
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
  ],
  messages: {
    callback: {
      what: 'On `{event}`, `{service}` asks `{publisher}` back ({to}).',
      why: 'All consumers come back at once with every event, need the publisher to be up, and may see a later state.',
      remedy: 'Put the fields that consumers need into `{event}`.',
    },
  },
  visit({ model, report }) {
    return {
      subscription(subscription) {
        const { event, service, id } = subscription;
        const calls = callsOfHandler(model, id);
        if (calls.length === 0) return;
        const publishers = new Set(publicationsOf(model, event).map((edge) => edge.service));
        publishers.delete(service);
        for (const call of calls) {
          if (!publishers.has(call.toService) || !asks(model, call)) continue;
          const declared = model.elements.get(event);
          report({
            message: 'callback',
            data: {
              event: declared?.name ?? '',
              service: nameOfId(service),
              publisher: nameOfId(call.toService),
              to: nameOfId(call.to),
            },
            span: call.targetSpan,
            element: call.id,
            elements: [call.id, event, call.toService],
            related: declared ? [{ span: declared.nameSpan, message: 'The event.' }] : [],
          });
        }
      },
    };
  },
});

/** A query, or a call that does not say what it is. */
function asks(model: Model, { toOperation }: Call): boolean {
  const operation = find(model, 'operation', toOperation);
  return operation === undefined || isQuery(operation);
}
