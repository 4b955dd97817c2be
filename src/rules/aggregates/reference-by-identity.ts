import { typeReference } from '../../model/dependencies.js';
import { find } from '../../model/lookup.js';
import type { Field } from '../../model/elements/data-types.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Span } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';

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
    const judge = (id: ElementId, owner: string, fields: readonly Field[]): void => {
      for (const field of fields) {
        if (field.type.shape === 'primitive') continue;
        const reference = typeReference(field.type);
        if (reference?.shape !== 'named' || !reference.target.startsWith('entity:')) continue;
        const { target, span } = reference;
        const entity = find(model, 'entity', target);
        if (entity?.aggregate === undefined || entity.aggregate === id) continue;
        const aggregate = find(model, 'aggregate', id);
        const other = find(model, 'aggregate', entity.aggregate);
        if (!aggregate || !other) continue;
        const foreign = other.context !== aggregate.context;
        report({
          message: 'holds',
          data: {
            owner,
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
      }
    };
    return {
      entity({ aggregate, name, fields }) {
        if (aggregate !== undefined) judge(aggregate, name, fields);
      },
      value({ parent, name, fields }) {
        if (parent?.startsWith('aggregate:')) judge(parent, name, fields);
      },
    };
  },
});

function byRef({ file, start }: Span): Fix[] {
  return [
    { title: 'Refer by identity', edits: [{ span: { file, start, end: start }, text: 'ref ' }] },
  ];
}
