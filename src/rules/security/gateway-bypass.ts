import { find, kindOfId, nameOfId } from '../../model/lookup.js';
import { isMediator } from '../../model/mediators.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';

export const gatewayBypass = defineRule({
  id: 'gateway-bypass',
  category: 'security',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Somebody outside reaches a service past the gateway.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'F. Ponce, J. Soldani, H. Astudillo, A. Brogi: Smells and refactorings for microservices security: MLR, JSS 192 (2022)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
  ],
  messages: {
    call: {
      what: '`{from}` calls `{to}` past {gateway}.',
      why: 'What the gateway sees to (sign-in, limits, logs) does not happen on this way.',
      remedy: 'Let `{from}` call {gateway}, and that call `{service}`.',
    },
    api: {
      what: 'The API `{api}` is {audience}, but `{service}` is no gateway, bff or frontend.',
      why: 'What {gateway} sees to (sign-in, limits, logs) does not happen for those who call it directly.',
      remedy: 'Offer it through {gateway} and make this one `audience internal`.',
    },
    operation: {
      what: '`{operation}` is public, but `{service}` is no gateway, bff or frontend.',
      why: 'What {gateway} sees to (sign-in, limits, logs) does not happen for those who call it directly.',
      remedy: 'Offer it through {gateway} and leave this one to the audience of its API.',
    },
  },
  visit({ model, report }) {
    const gateway = gatewayName(model);
    if (gateway === undefined) return {};
    return {
      call(call) {
        const from = kindOfId(call.from);
        if (from !== 'actor' && from !== 'external' && call.fromService !== undefined) {
          if (kindOfId(call.fromService) !== 'external') return;
        }
        if (!find(model, 'service', call.toService) || isMediator(model, call.toService)) return;
        report({
          message: 'call',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            service: nameOfId(call.toService),
            gateway,
          },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.toService],
        });
      },
      operation({ id, api, service, audience, name, nameSpan }) {
        if (audience !== 'public' || find(model, 'api', api)?.audience === 'public') return;
        if (!find(model, 'service', service) || isMediator(model, service)) return;
        report({
          message: 'operation',
          data: { operation: name, service: nameOfId(service), gateway },
          span: nameSpan,
          element: id,
          elements: [id, service],
        });
      },
      api(api) {
        if (api.audience !== 'public' || !find(model, 'service', api.service)) return;
        if (isMediator(model, api.service)) return;
        report({
          message: 'api',
          data: {
            api: api.qualifiedName,
            audience: api.audience,
            service: nameOfId(api.service),
            gateway,
          },
          span: api.nameSpan,
          element: api.id,
          elements: [api.id, api.service],
        });
      },
    };
  },
});

/** `\`Edge\`` where the model has one gateway or bff, `a gateway` where it has several. */
function gatewayName(model: Model): string | undefined {
  const gateways = model.services.filter(
    ({ serviceKind }) => serviceKind === 'gateway' || serviceKind === 'bff',
  );
  const [only, ...others] = gateways;
  return only && (others.length === 0 ? `\`${only.name}\`` : 'a gateway or bff');
}
