import { find, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { relationsOf, type MapRelation } from './relations.js';

export const partnershipOverload = defineRule({
  id: 'partnership-overload',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A context has more partnerships and shared kernels than one team can keep up.',
  sources: [
    'ddd-crew (Plöd, Gunia, Tune et al.): Context Mapping (cheat sheet, README @556342d) (2020-23)',
    'E. Evans: Domain-Driven Design Reference (2015)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  options: {
    partnerMax: {
      default: 2,
      minimum: 0,
      description: 'Partnerships and shared kernels that are still fine.',
    },
  },
  messages: {
    overload: {
      what: '`{context}` has {count} partnerships and shared kernels: with {partners}.',
      why: 'Partners plan, change and release together; who does so with {count} others does hardly anything else.',
      remedy:
        'Make some of them customer/supplier, or offer an open-host service with a published language.',
    },
  },
  check({ model, options, report }) {
    for (const map of model.maps) {
      const byContext = new Map<ElementId, MapRelation[]>();
      for (const entry of relationsOf(model, map)) {
        const { relationKind } = entry.relation;
        if (relationKind !== 'partnership' && relationKind !== 'shared-kernel') continue;
        for (const id of new Set([entry.upstream, entry.downstream])) {
          const known = byContext.get(id);
          if (known) known.push(entry);
          else byContext.set(id, [entry]);
        }
      }
      for (const [id, relations] of byContext) {
        const context = find(model, 'context', id);
        if (!context || relations.length <= options.partnerMax) continue;
        const partners = relations.map(({ upstream, downstream }) =>
          upstream === id ? downstream : upstream,
        );
        report({
          message: 'overload',
          data: {
            context: context.name,
            count: relations.length,
            partners: listed(partners.map((partner) => `\`${nameOfId(partner)}\``)),
          },
          span: context.nameSpan,
          element: id,
          elements: [id, ...new Set(partners)],
          related: relations.map(({ relation }) => ({
            span: relation.span,
            message: `A ${relation.relationKind.replace('-', ' ')}.`,
          })),
        });
      }
    }
  },
});
