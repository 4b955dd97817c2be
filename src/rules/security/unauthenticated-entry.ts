import { callsFrom } from '../../model/edge-index.js';
import { find, isServiceId } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
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
    const open: Api[] = [];
    const signedIn = new Set<ElementId>();
    return {
      api(api) {
        if (api.auth.length === 0) {
          if (isServiceId(api.service) && widestAudience(model, api)) open.push(api);
        } else if (api.auth.some(({ scheme }) => scheme !== 'none')) signedIn.add(api.service);
      },
      end() {
        if (open.length === 0) return;
        const guarded = servicesBehind(model, signedIn);
        for (const api of open) {
          const audience = widestAudience(model, api);
          if (audience === undefined || guarded.has(api.service)) continue;
          report({
            message: 'open',
            data: { api: api.qualifiedName, audience },
            span: api.nameSpan,
            element: api.id,
            severity: audience === 'public' ? 'error' : 'warning',
            fixes: [addStatement(api, 'auth oidc')],
          });
        }
      },
    };
  },
});

function widestAudience(model: Model, { audience, operations }: Api) {
  let widest = audience;
  for (const id of operations) {
    if (widest === 'public') break;
    const own = find(model, 'operation', id)?.audience;
    if (own === 'public' || own === 'partner') widest = own;
  }
  return widest === 'public' || widest === 'partner' ? widest : undefined;
}

/** Services that a gateway or bff among these calls. */
function servicesBehind(model: Model, signedIn: Iterable<ElementId>): Set<ElementId> {
  const guarded = new Set<ElementId>();
  for (const id of signedIn) {
    const kind = find(model, 'service', id)?.serviceKind;
    if (kind !== 'gateway' && kind !== 'bff') continue;
    for (const { toService } of callsFrom(model, id)) guarded.add(toService);
  }
  return guarded;
}
