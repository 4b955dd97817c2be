import { typeReference } from '../../model/dependencies.js';
import { find, isServiceId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Type } from '../../model/elements/types.js';
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
    const leaks = new Map<ElementId, Leak[]>();
    const add = (operation: Operation, type: Type | undefined) => {
      const reference = typeReference(type);
      if (reference?.shape !== 'named' || !reference.target.startsWith('entity:')) return;
      const leak = { entity: reference.target, span: reference.span, operation };
      const known = leaks.get(operation.api);
      if (known) known.push(leak);
      else leaks.set(operation.api, [leak]);
    };
    return {
      operation(operation) {
        if (operation.audience === 'context' || !isServiceId(operation.service)) return;
        const { parameters } = operation;
        for (const parameter of parameters) add(operation, parameter.type);
        add(operation, operation.result.type);
      },
      end() {
        for (const [id, found] of leaks) {
          const api = find(model, 'api', id);
          const [first, ...others] = found;
          if (!api || !first) continue;
          const entities = [...new Set(found.map(({ entity }) => entity))];
          report({
            message: 'leaks',
            data: {
              api: api.qualifiedName,
              entities: listed(entities.map((id) => `\`${model.elements.get(id)?.name ?? ''}\``)),
            },
            span: first.span,
            element: api.id,
            elements: [api.id, ...entities],
            related: others.map(({ span, operation }) => ({
              span,
              message: `Also in \`${operation.name}\`.`,
            })),
          });
        }
      },
    };
  },
});

interface Leak {
  readonly entity: ElementId;
  readonly span: Span;
  readonly operation: Operation;
}
