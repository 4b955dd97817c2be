import { callsFrom } from '../../model/edge-index.js';
import { find, isServiceId } from '../../model/lookup.js';
import type { Api, ElementId, Model } from '../../model/model.js';
import { addStatement } from '../statement-fix.js';
import { defineRule } from '../rule.js';

export const unauthenticatedEntry = defineRule({
  id: 'unauthenticated-entry',
  category: 'security',
  severity: 'error',
  severityNote: 'error (public) / warning (partner)',
  gate: {
    kind: 'absence',
    aspect: 'security',
    declared: (model) => model.apis.some(({ auth }) => auth.length > 0),
  },
  summary: 'An API for the public or for partners does not say how callers prove who they are.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'OWASP: OWASP API Security Top 10 (2023)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
  ],
  messages: {
    open: {
      what: 'The {audience} API `{api}` asks nobody who they are.',
      why: 'Anyone who finds it can use it, and nobody can tell afterwards who did.',
      remedy: 'Add `auth` (oidc, oauth2, …), or `auth none` where it is meant for everybody.',
    },
  },
  visit({ model, report }) {
    const guarded = servicesBehindSignIn(model);
    return {
      api(api) {
        if (api.auth.length > 0 || !isServiceId(api.service)) return;
        const audience = widestAudience(model, api);
        if (audience === undefined || guarded.has(api.service)) return;
        report({
          message: 'open',
          data: { api: api.qualifiedName, audience },
          span: api.nameSpan,
          element: api.id,
          severity: audience === 'public' ? 'error' : 'warning',
          fixes: [addStatement(api, 'auth oidc')],
        });
      },
    };
  },
});

function widestAudience(model: Model, { audience, operations }: Api) {
  const all = [audience, ...operations.map((id) => find(model, 'operation', id)?.audience)];
  return all.includes('public') ? 'public' : all.includes('partner') ? 'partner' : undefined;
}

/** Services that a gateway or bff with sign-in calls. */
function servicesBehindSignIn(model: Model): Set<ElementId> {
  const gateways = new Set<ElementId>();
  for (const { auth, service } of model.apis) {
    if (!auth.some(({ scheme }) => scheme !== 'none')) continue;
    const kind = find(model, 'service', service)?.serviceKind;
    if (kind === 'gateway' || kind === 'bff') gateways.add(service);
  }
  return new Set(
    [...gateways].flatMap((id) => callsFrom(model, id).map(({ toService }) => toService)),
  );
}
