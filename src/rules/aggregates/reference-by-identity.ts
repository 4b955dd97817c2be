import { typeReference } from '../../model/dependencies.js';
import { find } from '../../model/lookup.js';
import type { Aggregate } from '../../model/elements/aggregate.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';
import type { Structure } from '../visitors.js';

export const referenceByIdentity = defineRule({
  id: 'reference-by-identity',
  category: 'aggregates',
  severity: 'warning',
  severityNote: 'error (other context) / warning (same context)',
  gate: { kind: 'structural' },
  summary: 'An aggregate holds an entity of another aggregate instead of its identity.',
  sources: [
    'V. Vernon: Implementing Domain-Driven Design, ch.10 / Effective Aggregate Design (2011/2013)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  messages: {
    holds: {
      what: '`{owner}.{field}` holds `{entity}` of the aggregate `{other}`{context}.',
      why: 'Loading, locking and changing one aggregate then means the other as well, and neither can be moved alone.',
      remedy: 'Refer to it by identity: `{field}: ref {other}`.',
    },
  },
  visit({ model, report }) {
    return {
      typedField(field, owner) {
        const reference = typeReference(field.type);
        if (reference?.shape !== 'named' || !reference.target.startsWith('entity:')) return;
        const { target, span } = reference;
        const aggregate = aggregateAround(model, owner);
        const entity = find(model, 'entity', target);
        const other = find(model, 'aggregate', entity?.aggregate);
        if (!aggregate || !entity || !other || other.id === aggregate.id) return;
        const foreign = other.context !== aggregate.context;
        report({
          message: 'holds',
          data: {
            owner: owner.name,
            field: field.name,
            entity: entity.name,
            other: foreign ? other.qualifiedName : other.name,
            context: foreign ? ' in another context' : '',
          },
          span,
          element: field.id,
          elements: [field.id, aggregate.id, other.id],
          severity: foreign ? 'error' : 'warning',
          fixes: entity.root ? byRef(span) : [],
        });
      },
    };
  },
});

/** The aggregate whose state an entity or value is part of. */
function aggregateAround(model: Model, owner: Structure): Aggregate | undefined {
  if (owner.kind === 'entity') return find(model, 'aggregate', owner.aggregate);
  return owner.kind === 'value' ? find(model, 'aggregate', owner.parent) : undefined;
}

function byRef({ file, start }: Span): Fix[] {
  return [
    { title: 'Refer by identity', edits: [{ span: { file, start, end: start }, text: 'ref ' }] },
  ];
}
