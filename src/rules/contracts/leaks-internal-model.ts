import { typeReference } from '../../model/dependencies.js';
import { find, isServiceId } from '../../model/lookup.js';
import type { ElementId, Model, Operation, Type } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const leaksInternalModel = defineRule({
  id: 'leaks-internal-model',
  category: 'contracts',
  severity: 'info',
  scope: 'file',
  gate: { kind: 'structural' },
  summary:
    'An API for other contexts takes or answers the entities of the domain model themselves.',
  sources: [
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    leaks: {
      what: 'The API `{api}` shows entities of the domain model: {entities}.',
      why: 'Every change of the model becomes a change of the contract, so the model stops changing.',
      remedy:
        'Declare a `value` with what its consumers need, or `audience context` where nobody else may use it.',
    },
  },
  visit({ model, report }) {
    return {
      api(api) {
        if (!isServiceId(api.service)) return;
        const leaks: Leak[] = [];
        for (const id of api.operations) addEntitiesOf(model, id, leaks);
        const [first] = leaks;
        if (!first) return;
        const entities = [...new Set(leaks.map(({ entity }) => entity))];
        report({
          message: 'leaks',
          data: {
            api: api.qualifiedName,
            entities: listed(entities.map((id) => `\`${model.elements.get(id)?.name ?? ''}\``)),
          },
          span: first.span,
          element: api.id,
          elements: [api.id, ...entities],
          related: leaks.slice(1).map(({ span, operation }) => ({
            span,
            message: `Also in \`${operation.name}\`.`,
          })),
        });
      },
    };
  },
});

interface Leak {
  readonly entity: ElementId;
  readonly span: Span;
  readonly operation: Operation;
}

function addEntitiesOf(model: Model, id: ElementId, leaks: Leak[]): void {
  const operation = find(model, 'operation', id);
  if (!operation || operation.audience === 'context') return;
  const add = (type: Type | undefined) => {
    const reference = typeReference(type);
    if (reference?.shape !== 'named' || !reference.target.startsWith('entity:')) return;
    leaks.push({ entity: reference.target, span: reference.span, operation });
  };
  for (const { type } of operation.parameters) add(type);
  add(operation.result.type);
}
