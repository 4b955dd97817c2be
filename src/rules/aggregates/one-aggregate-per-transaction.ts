import type { Operation } from '../../model/elements/operations.js';
import { sagaTargets } from '../../model/sagas.js';
import { writtenSubscriptions } from '../events/written-subscriptions.js';
import { defineRule } from '../rule.js';
import { doerText, listed } from '../text.js';

export const oneAggregatePerTransaction = defineRule({
  id: 'one-aggregate-per-transaction',
  category: 'aggregates',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'modifies' },
  summary: 'One operation or handler modifies several aggregates.',
  sources: [
    'V. Vernon: Implementing Domain-Driven Design, ch.10 / Effective Aggregate Design (2011/2013)',
  ],
  messages: {
    several: {
      what: '{by} modifies {aggregates} in one go.',
      why: 'Either one transaction locks all of them, or one change stays when the other fails.',
      remedy: 'Modify one, emit an event, and let its handler modify the next; or declare a saga.',
    },
  },
  visit({ model, report }) {
    const saga = sagaTargets(model);
    const judge = ({ id, modifies }: Pick<Operation, 'id' | 'modifies'>): void => {
      const [, second] = modifies;
      if (!second || saga.has(id)) return;
      const aggregates = [...new Set(modifies.map(({ target }) => target))];
      if (aggregates.length < 2) return;
      report({
        message: 'several',
        data: {
          by: doerText(id),
          aggregates: listed(
            aggregates.map((target) => `\`${model.elements.get(target)?.name ?? ''}\``),
          ),
        },
        span: second.span,
        element: id,
        elements: [id, ...aggregates],
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
