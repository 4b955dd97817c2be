import { callsOfHandler } from '../../model/edge-index.js';
import { find, kindOfId, nameOfId } from '../../model/lookup.js';
import type { Subscription } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { addPolicy } from '../policy-fix.js';
import { defineRule } from '../rule.js';
import { subscribedName, writtenSubscriptions } from './written-subscriptions.js';

export const nonIdempotentConsumer = defineRule({
  id: 'non-idempotent-consumer',
  category: 'events',
  severity: 'warning',
  scope: 'file',
  gate: {
    kind: 'absence',
    aspect: 'events',
    declared: (model) => model.subscriptions.some(({ policies }) => policies.idempotent),
  },
  summary: 'A consumer does not say that getting an event twice is safe.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'CNCF: CloudEvents 1.0 (2019-)',
    'C. Richardson: Microservices Patterns (2018)',
  ],
  messages: {
    duplicates: {
      what: '`{service}` consumes `{event}` and is not idempotent.',
      why: 'Brokers deliver again after every doubt; then the effect happens twice.',
      remedy: 'Remember the ids of the events that were handled, and add `idempotent`.',
    },
    replay: {
      what: '`{service}` calls `{external}` on `{event}`, which is kept and can be replayed.',
      why: 'A replay repeats what has left the system: mails, payments, orders.',
      remedy: 'Skip what was handled before, and add `idempotent`.',
    },
  },
  visit({ model, report }) {
    const isWritten = writtenSubscriptions();
    const judge = (subscription: Subscription): void => {
      const { policies, service, event } = subscription;
      if (!isWritten(subscription) || policies.idempotent) return;
      const external = replayedExternal(model, subscription);
      const delivery = deliveryOf(model, subscription);
      const once = delivery === 'exactly-once' || delivery === 'at-most-once';
      if (once && external === undefined) return;
      const name = subscribedName(model, subscription);
      const at = {
        span: subscription.targetSpan,
        element: subscription.id,
        elements: [service, event],
        fixes: addPolicy(subscription, 'idempotent'),
      };
      const data = { service: nameOfId(service), event: name };
      if (once) {
        report({ message: 'replay', data: { ...data, external: external ?? '' }, ...at });
      } else report({ message: 'duplicates', data, ...at });
    };
    return { subscription: judge };
  },
});

function deliveryOf(model: Model, { event }: Subscription) {
  const message = find(model, 'event', event);
  return message?.delivery ?? find(model, 'broker', message?.broker)?.delivery;
}

/** The external that a handler of an event with a retention calls. */
function replayedExternal(model: Model, { id, event }: Subscription): string | undefined {
  if (find(model, 'event', event)?.retention === undefined) return undefined;
  const call = callsOfHandler(model, id).find(
    ({ toService, policies }) => kindOfId(toService) === 'external' && !policies.idempotent,
  );
  return call && nameOfId(call.toService);
}
