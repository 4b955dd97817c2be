import { typeReference } from '../../model/dependencies.js';
import { find } from '../../model/lookup.js';
import type { Aggregate } from '../../model/elements/aggregate.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';
import { HeldEntities } from './held-entities.js';
import type { Structure } from '../visitors.js';

/** Types that are entities, or may hold some. */
const mayHold = /^(?:entity|value|union):/;

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
    within: {
      what: '`{owner}.{field}` holds, within `{type}`, `{entity}` of the aggregate `{other}`{context}.',
      why: 'Loading, locking and changing one aggregate then means the other as well, and neither can be moved alone.',
      remedy: 'Let `{type}` refer to it by identity, or hold what is needed of it.',
    },
  },
  visit({ model, report }) {
    const held = new HeldEntities(model);
    return {
      typedField(field, owner) {
        const reference = typeReference(field.type);
        if (reference?.shape !== 'named' || !mayHold.test(reference.target)) return;
        const { target, span } = reference;
        const direct = find(model, 'entity', target);
        const entities = direct ? [direct] : held.of(target);
        const aggregate = entities.length > 0 ? aggregateAround(model, owner) : undefined;
        if (!aggregate) return;
        for (const entity of entities) {
          const other = find(model, 'aggregate', entity.aggregate);
          if (!other || other.id === aggregate.id) continue;
          const foreign = other.context !== aggregate.context;
          const data = {
            owner: owner.name,
            field: field.name,
            entity: entity.name,
            other: foreign ? other.qualifiedName : other.name,
            context: foreign ? ' in another context' : '',
          };
          const at = {
            span,
            element: field.id,
            elements: [field.id, aggregate.id, other.id],
            severity: foreign ? ('error' as const) : ('warning' as const),
          };
          if (direct) {
            report({ message: 'holds', data, ...at, fixes: entity.root ? byRef(span) : [] });
          } else {
            const type = model.elements.get(target)?.name ?? '';
            report({ message: 'within', data: { ...data, type }, ...at });
          }
        }
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
