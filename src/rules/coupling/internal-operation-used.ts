import { internalTarget } from '../../metrics/strength.js';
import { boundaryOf, isServiceId, nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';

export const internalOperationUsed = defineRule({
  id: 'internal-operation-used',
  category: 'coupling',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'if-declared', fact: '`audience`' },
  summary: 'A call from another context reaches what is meant for its own context only.',
  sources: [
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    used: {
      what: '`{from}` calls `{to}`, whose audience is its own context `{context}`.',
      why: 'What is not published may change at any time; the caller will notice when it breaks.',
      remedy: 'Publish the operation for a wider audience, or call one that is published.',
    },
  },
  visit({ model, report }) {
    return {
      call(call) {
        const { id, from, fromService, to, toService, targetSpan } = call;
        // Who is outside altogether is the business of `internal-api-exposed`.
        if (fromService === undefined || !isServiceId(fromService)) return;
        const target = internalTarget(model, call);
        if (target === undefined) return;
        const owner = boundaryOf(model, toService);
        if (!owner || boundaryOf(model, fromService)?.id === owner.id) return;
        const element = model.elements.get(target);
        report({
          message: 'used',
          data: { from: nameOfId(from), to: nameOfId(target), context: owner.name },
          span: targetSpan,
          element: id,
          elements: [from, to],
          related: element
            ? [{ span: element.nameSpan, message: 'Its audience is `context`.' }]
            : [],
        });
      },
    };
  },
});
