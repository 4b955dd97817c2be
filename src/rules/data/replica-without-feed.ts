import { indexBy } from '../../model/edge-index.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Aggregate } from '../../model/elements/aggregate.js';
import type { Access, Subscription } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';
import { addStatement } from '../statement-fix.js';
import { isAbout } from './about-aggregate.js';

export const replicaWithoutFeed = defineRule({
  id: 'replica-without-feed',
  category: 'data',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'replica' },
  summary: 'A service keeps a copy of an aggregate and hears nothing of its changes.',
  sources: [
    'C. Richardson: Microservices Patterns (2018)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    stale: {
      what: '`{service}` keeps a copy of `{aggregate}` and subscribes to none of its events.',
      why: 'The copy is out of date from the first change on, and nobody notices.',
      remedy: 'Subscribe to {events}.',
    },
  },
  visit({ model, report }) {
    return {
      service(service) {
        for (const { target, span } of service.replicates) {
          const aggregate = find(model, 'aggregate', target);
          if (!aggregate || service.owns.some((own) => own.target === target)) continue;
          if (hasFeed(model, service, aggregate)) continue;
          const events = eventsOf(model, aggregate).map((id) => `\`${nameOfId(id)}\``);
          report({
            message: 'stale',
            data: {
              service: service.qualifiedName,
              aggregate: aggregate.qualifiedName,
              events:
                events.length > 0 ? listed(events, 'or') : 'an event that tells of its changes',
            },
            span,
            element: service.id,
            elements: [service.id, aggregate.id],
            fixes: subscribing(model, service, aggregate),
          });
        }
      },
    };
  },
});

const subscriber = (subscription: Subscription) => subscription.service;
const reader = (access: Access) => access.service;

function eventsOf(model: Model, aggregate: Aggregate): ElementId[] {
  const inContext = `${nameOfId(aggregate.context)}.`;
  return model.events
    .filter((event) => event.qualifiedName.startsWith(inContext))
    .filter((event) => isAbout(model, event, aggregate))
    .map(({ id }) => id);
}

function subscribing(model: Model, service: Service, aggregate: Aggregate): Fix[] {
  const published = new Set(model.publications.map(({ event }) => event));
  const events = eventsOf(model, aggregate)
    .filter((event) => published.has(event))
    .map(nameOfId);
  if (events.length === 0) return [];
  return [addStatement(service, `subscribes ${events.join(', ')} { idempotent }`)];
}

/** By an event about the aggregate, or by reading the store of a service that owns it. */
function hasFeed(model: Model, { id }: Service, aggregate: Aggregate): boolean {
  const heard = indexBy(model.subscriptions, subscriber).get(id) ?? [];
  return (
    heard.some(({ event: id }) => {
      const event = find(model, 'event', id);
      return event !== undefined && isAbout(model, event, aggregate);
    }) ||
    (indexBy(model.accesses, reader).get(id) ?? []).some(({ store }) => {
      const owner = find(model, 'service', find(model, 'store', store)?.owner);
      return owner?.owns.some(({ target }) => target === aggregate.id);
    })
  );
}
