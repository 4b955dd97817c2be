import { find, isServiceId, nameOfId } from '../../model/lookup.js';
import { isMediator } from '../../model/mediators.js';
import type { Audience } from '../../model/elements/apis.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { defineRule, type Severity } from '../rule.js';
import { addStatement } from '../statement-fix.js';

export const internalApiExposed = defineRule({
  id: 'internal-api-exposed',
  category: 'security',
  severity: 'error',
  severityNote: 'error / warning (an actor on an internal API)',
  gate: { kind: 'structural' },
  summary: 'Somebody outside reaches what is declared to be internal, or looks like it.',
  sources: [
    'F. Ponce, J. Soldani, H. Astudillo, A. Brogi: Smells and refactorings for microservices security: MLR, JSS 192 (2022)',
    'OWASP: OWASP API Security Top 10 (2023)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    called: {
      what: '`{from}` {how} `{to}`, whose audience is `{audience}`.',
      why: 'What is made for insiders trusts its callers and changes without notice.',
      remedy: 'Take the way away, offer an operation made for outside, or change the audience.',
    },
    path: {
      what: 'The public operation `{operation}` has the path `{path}` and asks for no scope.',
      why: 'Such paths are the first that attackers try.',
      remedy: 'Set `audience internal`, or ask for a `scope`.',
    },
  },
  visit({ model, report }) {
    return {
      call(call) {
        const exposure = exposureOf(model, call);
        if (!exposure) return;
        report({
          message: 'called',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            how: exposure.how,
            audience: exposure.audience,
          },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          severity: exposure.severity,
        });
      },
      operation(operation) {
        const { audience, fullPath: path = '', scopes, name, nameSpan: span, id } = operation;
        if (audience !== 'public' || !find(model, 'service', operation.service)) return;
        if (scopes.length > 0 || !internalPath.test(path)) return;
        report({
          message: 'path',
          data: { operation: name, path },
          span,
          element: id,
          fixes: operation.audienceDeclared ? [] : [addStatement(operation, 'audience internal')],
        });
      },
    };
  },
});

const internalPath = /\/(admin|internal|actuator|debug|metrics)(\/|$)/i;

interface Exposure {
  readonly how: string;
  readonly audience: Audience;
  readonly severity: Severity;
}

function exposureOf(model: Model, call: Call): Exposure | undefined {
  const { fromService } = call;
  // Between two services only what a public operation passes on is exposed.
  if (isServiceId(fromService) && call.fromOperation === undefined) return undefined;
  const audience = declaredAudience(model, call);
  if (audience !== 'internal' && audience !== 'context') return undefined;
  if (fromService === undefined) {
    // An actor may belong to the organisation, but to no context.
    return { how: 'calls', audience, severity: audience === 'context' ? 'error' : 'warning' };
  }
  if (!isServiceId(fromService)) return { how: 'calls', audience, severity: 'error' };
  const route = find(model, 'operation', call.fromOperation);
  if (route?.audience !== 'public' || !isMediator(model, fromService)) return undefined;
  return audience === 'context'
    ? { how: 'is public and passes on to', audience, severity: 'error' }
    : undefined;
}

/** The audience that the called operation or API was given; a default exposes nothing. */
function declaredAudience(model: Model, { toOperation, toApi, toService }: Call) {
  if (!find(model, 'service', toService)) return undefined;
  const operation = find(model, 'operation', toOperation);
  const api = find(model, 'api', operation?.api ?? toApi);
  if (operation?.audienceDeclared) return operation.audience;
  return api?.audienceDeclared ? api.audience : undefined;
}
