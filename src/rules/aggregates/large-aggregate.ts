import { find } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const largeAggregate = defineRule({
  id: 'large-aggregate',
  category: 'aggregates',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'An aggregate holds many entities.',
  sources: [
    'V. Vernon: Implementing Domain-Driven Design, ch.10 / Effective Aggregate Design (2011/2013)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  options: {
    maxEntities: { default: 3, minimum: 1, description: 'Entities that are still fine.' },
  },
  messages: {
    large: {
      what: 'The aggregate `{name}` holds {count} entities: {entities}.',
      why: 'All of it is loaded and locked for every change, so people who change different parts wait for each other.',
      remedy:
        'Keep together only what a rule must hold for at every moment, and refer to the rest by identity.',
    },
  },
  visit({ model, options, report }) {
    return {
      aggregate(aggregate) {
        const count = aggregate.entities.length;
        if (count <= options.maxEntities) return;
        const entities = aggregate.entities.flatMap((id) => find(model, 'entity', id) ?? []);
        report({
          message: 'large',
          data: {
            name: aggregate.qualifiedName,
            count,
            entities: listed(entities.map(({ name }) => `\`${name}\``)),
          },
          span: aggregate.nameSpan,
          element: aggregate.id,
          related: entities.map(({ nameSpan: span, root }) => ({
            span,
            message: root ? 'The root.' : 'Inside it.',
          })),
        });
      },
    };
  },
});
