import { kebabCase } from '../../language/names.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Subscription } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { subscribedName, writtenSubscriptions } from './written-subscriptions.js';

export const noDeadLetter = defineRule({
  id: 'no-dead-letter',
  category: 'events',
  severity: 'warning',
  scope: 'file',
  gate: {
    kind: 'absence',
    aspect: 'events',
    declared: (model) =>
      model.subscriptions.some(({ policies }) => policies.deadLetter !== undefined),
  },
  summary: 'A consumer has no place for events that it cannot handle.',
  sources: ['C. Richardson: Microservices Patterns (2018)'],
  messages: {
    missing: {
      what: '`{service}` has no dead-letter channel for `{event}`.',
      why: 'One event that cannot be handled is retried for ever and holds up all behind it, or is lost.',
      remedy: 'Add `dead-letter` with a channel that somebody watches.',
    },
  },
  visit({ model, report }) {
    const isWritten = writtenSubscriptions();
    const judge = (subscription: Subscription): void => {
      if (!isWritten(subscription) || subscription.policies.deadLetter !== undefined) return;
      const { service, event, id, targetSpan, pattern } = subscription;
      const topic = pattern === undefined ? find(model, 'event', event)?.topic : ownTopic(service);
      report({
        message: 'missing',
        data: { service: nameOfId(service), event: subscribedName(model, subscription) },
        span: targetSpan,
        element: id,
        elements: [service, event],
        // Topics with characters that a string literal escapes otherwise than JSON get no fix.
        fixes:
          topic !== undefined && /^[ -~]+$/.test(topic)
            ? addPolicy(subscription, `dead-letter ${JSON.stringify(`${topic}.dlq`)}`)
            : [],
      });
    };
    return { subscription: judge };
  },
});

/** Where the events of a wildcard go that a service cannot handle: `ordering.order-service`. */
function ownTopic(service: ElementId): string {
  return nameOfId(service).split('.').map(kebabCase).join('.');
}
