import { kebabCase } from '../../language/names.js';
import { classifiedPathOf } from '../../model/classification.js';
import { isQuery } from '../../model/idempotency.js';
import { find } from '../../model/lookup.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { addStatement } from '../statement-fix.js';
import { defineRule } from '../rule.js';

export const noAuthorization = defineRule({
  id: 'no-authorization',
  category: 'security',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'security',
    declared: (model) => model.operations.some(({ scopes }) => scopes.length > 0),
  },
  summary: 'An operation that changes something or shows protected data asks for no scope.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'OWASP: OWASP API Security Top 10 (2023)',
    'F. Ponce, J. Soldani, H. Astudillo, A. Brogi: Smells and refactorings for microservices security: MLR, JSS 192 (2022)',
  ],
  messages: {
    none: {
      what: '`{operation}` {reason} and asks for no scope.',
      why: 'Whoever is signed in at all may do it, also to what belongs to others.',
      remedy: 'Add `scope` with what a caller must be allowed to do.',
    },
  },
  visit({ model, report }) {
    return {
      operation(operation) {
        if (operation.audience === 'context' || isAuthorized(model, operation)) return;
        const service = find(model, 'service', operation.service);
        if (!service) return;
        const reason = reasonOf(model, operation);
        if (reason === undefined) return;
        const verb = isQuery(operation) ? 'read' : 'write';
        report({
          message: 'none',
          data: { operation: operation.name, reason },
          span: operation.nameSpan,
          element: operation.id,
          fixes: [addStatement(operation, `scope "${kebabCase(service.name)}:${verb}"`)],
        });
      },
    };
  },
});

/** By a scope of its own, or by those that its API asks for; who need not sign in has none. */
function isAuthorized(model: Model, { scopes, api }: Operation): boolean {
  if (scopes.length > 0) return true;
  const ofApi = find(model, 'api', api)?.auth ?? [];
  return ofApi.some(({ scheme, scopes: own }) => own.length > 0 || scheme === 'none');
}

function reasonOf(model: Model, operation: Operation): string | undefined {
  if (!isQuery(operation)) return 'changes something';
  const classes = ['pii', 'pci', 'phi'] as const;
  const path = classes
    .map((one) => classifiedPathOf(model, operation.result.type, one))
    .find((way) => way !== undefined);
  return path === undefined ? undefined : `shows protected data (\`${path}\`)`;
}
