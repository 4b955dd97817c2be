import { find } from '../../model/lookup.js';
import type { NamedReference } from '../../model/elements/base.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { addStatement } from '../statement-fix.js';
import { doerText, listed } from '../text.js';
import { writtenSubscriptions } from './written-subscriptions.js';

export const dualWrite = defineRule({
  id: 'dual-write',
  category: 'events',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'events',
    declared: (model) => model.services.some(({ outbox }) => outbox),
  },
  summary: 'Something is stored and published in one step without a transactional outbox.',
  sources: ['C. Richardson: Microservices Patterns (2018)'],
  messages: {
    both: {
      what: '{by} modifies {aggregates} and emits {events}, and `{service}` has no outbox.',
      why: 'Database and broker share no transaction: a crash in between stores without telling, or tells what was not stored.',
      remedy:
        'Write the event into the database with the change, publish it from there, and add `outbox`.',
    },
  },
  visit({ model, report }) {
    const judge = ({ id, service: owner, modifies, emits }: Worker): void => {
      const [first] = emits;
      if (!first || modifies.length === 0) return;
      const service = find(model, 'service', owner);
      if (!service || service.outbox) return;
      report({
        message: 'both',
        data: {
          by: doerText(id),
          aggregates: names(model, modifies),
          events: names(model, emits),
          service: service.name,
        },
        span: first.span,
        element: id,
        elements: [id, ...[...modifies, ...emits].map(({ target }) => target)],
        related: modifies.map(({ span }) => ({ span, message: 'What it stores.' })),
        fixes: [addStatement(service, 'outbox')],
      });
    };
    const isWritten = writtenSubscriptions();
    return {
      operation: judge,
      subscription(subscription) {
        if (isWritten(subscription)) judge(subscription);
      },
      handling: judge,
    };
  },
});

interface Worker {
  readonly id: ElementId;
  readonly service: ElementId;
  readonly modifies: readonly NamedReference[];
  readonly emits: readonly NamedReference[];
}

function names(model: Model, targets: readonly NamedReference[]): string {
  return listed(targets.map(({ target }) => `\`${model.elements.get(target)?.name ?? ''}\``));
}
