import { nameOfId } from '../../model/lookup.js';
import type { Element } from '../../model/elements/element.js';
import { defineRule, type Fix } from '../rule.js';
import { relationsOf, type MapRelation } from './relations.js';
import { addition, rewritten } from './role-edits.js';

export const missingAnticorruptionLayer = defineRule({
  id: 'missing-anticorruption-layer',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A model that one does not want comes in without an anticorruption layer.',
  sources: [
    'ddd-crew (Plöd, Gunia, Tune et al.): Context Mapping (cheat sheet, README @556342d) (2020-23)',
    'E. Evans: Domain-Driven Design Reference (2015)',
    'V. Khononov: Learning Domain-Driven Design (2021)',
  ],
  messages: {
    legacy: {
      what: '`{downstream}` takes over the model of the legacy system `{upstream}` without an anticorruption layer.',
      why: 'What nobody understands any more upstream will spread downstream, and outlive its replacement.',
      remedy: 'Add the role `ACL` to `{downstream}`, and translate at the border.',
    },
    mud: {
      what: '`{downstream}` takes over the model of `{upstream}`, a big ball of mud, without an anticorruption layer.',
      why: 'A model without borders upstream dissolves those downstream, too.',
      remedy: 'Add the role `ACL` to `{downstream}`, and translate at the border.',
    },
    external: {
      what: '`{downstream}` depends on the external `{upstream}`, which offers no open-host service, without an anticorruption layer.',
      why: 'Others decide when the model of `{upstream}` changes, and do not ask `{downstream}`.',
      remedy:
        'Add the role `ACL` to `{downstream}`, or `OHS` to `{upstream}` if it promises a stable interface.',
    },
    core: {
      what: '`{downstream}` is core domain, and conforms to `{upstream}`.',
      why: 'The core domain is where one’s own model makes the difference; a conformist has none.',
      remedy: 'Replace `CF` by `ACL`, and translate at the border.',
    },
  },
  check({ model, report }) {
    for (const map of model.maps) {
      for (const entry of relationsOf(model, map)) {
        const { relation, directed, upstream, downstream, downstreamRoles } = entry;
        if (!directed || downstreamRoles.has('ACL')) continue;
        const message = reasonFor(
          entry,
          model.elements.get(upstream),
          model.elements.get(downstream),
        );
        if (!message) continue;
        report({
          message,
          data: { upstream: nameOfId(upstream), downstream: nameOfId(downstream) },
          span: relation.downstreamSpan,
          element: relation.id,
          elements: [upstream, downstream],
          fixes: [addAcl(entry)],
        });
      }
    }
  },
});

function reasonFor(
  { upstreamRoles, downstreamRoles }: MapRelation,
  upstream: Element | undefined,
  downstream: Element | undefined,
): 'legacy' | 'mud' | 'external' | 'core' | undefined {
  if (upstream?.kind === 'context') {
    if (upstream.contextKind === 'legacy') return 'legacy';
    if (upstream.contextKind === 'big-ball-of-mud') return 'mud';
  }
  if (upstream?.kind === 'external' && !upstreamRoles.has('OHS')) return 'external';
  const core = downstream?.kind === 'context' && downstream.subdomainType === 'core';
  return core && downstreamRoles.has('CF') ? 'core' : undefined;
}

/** An anticorruption layer and conforming exclude each other, so `CF` makes room. */
function addAcl({ relation, downstreamRoles }: MapRelation): Fix {
  const { downstreamRolesSpan } = relation;
  if (downstreamRolesSpan && downstreamRoles.has('CF')) {
    const roles = relation.downstreamRoles.map(({ role }) => (role === 'CF' ? 'ACL' : role));
    return { title: 'Replace CF by ACL', edits: [rewritten(roles, downstreamRolesSpan)] };
  }
  return { title: 'Add ACL', edits: [addition(relation, 'downstream', 'ACL')] };
}
