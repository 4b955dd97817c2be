import { kindOfId, nameOfId } from '../../model/lookup.js';
import { hasMesh } from '../../model/mesh.js';
import type { Call } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Transport } from '../../model/elements/policies.js';
import { setPolicy } from '../policy-fix.js';
import { defineRule, type Severity } from '../rule.js';

export const insecureServiceLink = defineRule({
  id: 'insecure-service-link',
  category: 'security',
  severity: 'warning',
  severityNote: 'error (plain, to outside) / warning / info (TLS without mutual identity)',
  gate: {
    kind: 'absence',
    aspect: 'security',
    declared: (model, fact) =>
      fact === 'broker'
        ? model.brokers.some(({ transport }) => transport !== undefined)
        : model.calls.some(({ policies }) => policies.transport !== undefined),
  },
  summary: 'A call or broker is not encrypted, or both ends do not prove who they are.',
  sources: [
    'F. Ponce, J. Soldani, H. Astudillo, A. Brogi: Smells and refactorings for microservices security: MLR, JSS 192 (2022)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
  ],
  messages: {
    plain: {
      what: 'The call from `{from}` to `{to}` goes over the wire in plain.',
      why: 'Whoever gets into the network reads it and can change it{outside}.',
      remedy: 'Set `transport {wanted}`{mesh}.',
    },
    undeclared: {
      what: 'The call from `{from}` to `{to}` does not say how it is protected.',
      why: 'What nobody declares nobody checks; most often it is plain HTTP.',
      remedy: 'Set `transport {wanted}`{mesh}.',
    },
    oneSided: {
      what: 'The call from `{from}` to `{to}` is encrypted, but the caller does not prove who it is.',
      why: 'Whatever gets into the network can call `{to}` as well.',
      remedy: 'Set `transport mtls`, or declare the `mesh` that provides it.',
    },
    broker: {
      what: 'The broker `{name}` {state}.',
      why: 'All messages pass it; whoever gets into the network reads them all.',
      remedy: 'Set `transport tls` or `mtls`.',
    },
  },
  visit({ model, report }) {
    const mesh = hasMesh(model);
    return {
      call(call) {
        if (call.fromService === call.toService) return;
        const outside = isOutside(call.from) || isOutside(call.toService);
        const problem = problemOf(call, outside, mesh);
        if (problem === undefined) return;
        const wanted: Transport = outside ? 'tls' : 'mtls';
        const data = {
          from: nameOfId(call.from),
          to: nameOfId(call.to),
          wanted,
          outside: outside ? ', here anybody on the way' : '',
          mesh: outside ? '' : ', or declare the `mesh` that provides it',
        };
        report({
          message: problem,
          data,
          span: call.policies.spans['transport'] ?? call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
          severity: severityOf(problem, outside),
          fixes: setPolicy(call, 'transport', `transport ${wanted}`),
        });
      },
      broker({ id, name, nameSpan: span, transport }) {
        if (transport === 'tls' || transport === 'mtls' || mesh) return;
        const state =
          transport === 'plain' ? 'is reached in plain' : 'does not say how it is reached';
        report({ message: 'broker', missing: 'broker', data: { name, state }, span, element: id });
      },
    };
  },
});

function isOutside(id: ElementId): boolean {
  const kind = kindOfId(id);
  return kind === 'external' || kind === 'actor';
}

function severityOf(problem: Problem, outside: boolean): Severity {
  if (problem === 'oneSided') return 'info';
  return problem === 'plain' && outside ? 'error' : 'warning';
}

type Problem = NonNullable<ReturnType<typeof problemOf>>;

/** A mesh protects what runs in it; what crosses the boundary of the system does not. */
function problemOf({ policies }: Call, outside: boolean, mesh: boolean) {
  const { transport } = policies;
  if (transport === 'mtls' || (mesh && !outside)) return undefined;
  if (transport === 'plain') return 'plain' as const;
  if (transport === 'tls') return outside ? undefined : ('oneSided' as const);
  return mesh ? undefined : ('undeclared' as const);
}
