import { classifiedPath, classifiedPathOf } from '../../model/classification.js';
import { typeReferences } from '../../model/dependencies.js';
import { contextOf, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { scopedClasses, type RegulatedClass } from './data-scope.js';
import { dataFlows } from './data-flows.js';

export const regulatedDataScope = defineRule({
  id: 'regulated-data-scope',
  category: 'data',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'data classification' },
  summary: 'Personal, card or health data reach a service that is not in scope for them.',
  sources: [
    'F. Ponce, J. Soldani, H. Astudillo, A. Brogi: Smells and refactorings for microservices security: MLR, JSS 192 (2022)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    leaves: {
      what: '{what} brings {data} (`{path}`) to `{receiver}`, which is not tagged `{dataClass}`.',
      why: 'Whatever holds such data falls under its rules: audits, retention, deletion, and the cost of all that.',
      remedy:
        'Leave the field out or send a token, or tag the service or its context with `@tag({dataClass})`.',
    },
  },
  check({ model, report }) {
    const { classes, inScope } = scopedClasses(model);
    if (classes.length === 0) return;
    for (const { edge, span, receiver, types, elements, what } of dataFlows(model)) {
      for (const dataClass of classes) {
        if (inScope(receiver, dataClass)) continue;
        const found = types
          .map((type) => carriedPath(model, type, receiver, dataClass))
          .find((path) => path !== undefined);
        if (found === undefined) continue;
        report({
          message: 'leaves',
          data: {
            what,
            data: words[dataClass],
            path: found,
            receiver: nameOfId(receiver),
            dataClass,
          },
          span,
          element: edge,
          elements,
        });
      }
    }
  },
});

const words = { pii: 'personal data', pci: 'card data', phi: 'health data' } as const;

/** The way to such data, unless their type is declared in the receiver's context: it is at home. */
function carriedPath(
  model: Model,
  type: ElementId | Type,
  receiver: ElementId,
  dataClass: RegulatedClass,
): string | undefined {
  const ids = typeof type === 'string' ? [type] : typeReferences(type).map(({ target }) => target);
  const own = contextOf(model, receiver);
  if (own && ids.some((id) => contextOf(model, id)?.id === own.id)) return undefined;
  return typeof type === 'string'
    ? classifiedPath(model, type, dataClass)
    : classifiedPathOf(model, type, dataClass);
}
