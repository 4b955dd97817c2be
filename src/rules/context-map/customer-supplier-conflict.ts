import { defineRule } from '../rule.js';
import { removal } from './role-edits.js';

export const customerSupplierConflict = defineRule({
  id: 'customer-supplier-conflict',
  category: 'context-map',
  severity: 'error',
  severityNote: 'error (CF, OHS) / info (ACL)',
  gate: { kind: 'structural' },
  summary:
    'A customer/supplier relation with a conformist, an open-host service or an anticorruption layer.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'E. Evans: Domain-Driven Design Reference (2015)',
  ],
  messages: {
    conformist: {
      what: 'A customer that is a conformist (`CF`) contradicts itself.',
      why: 'A customer has a say in what the supplier plans; a conformist has given that up.',
      remedy: 'Remove `CF`, or make it a plain upstream/downstream relation.',
    },
    openHost: {
      what: 'A supplier that offers an open-host service (`OHS`) contradicts itself.',
      why: 'An open-host service is one protocol for everybody; a supplier serves the wishes of this customer.',
      remedy: 'Remove `OHS`, or make it a plain upstream/downstream relation.',
    },
    layer: {
      what: 'This customer keeps an anticorruption layer (`ACL`) against its supplier.',
      why: 'A customer can ask for a model that suits it; the layer says that this does not work.',
      remedy: 'Check whether the two teams really plan together.',
    },
  },
  check({ model, report }) {
    for (const relation of model.relations) {
      if (relation.relationKind !== 'customer-supplier') continue;
      const { id, upstream, downstream, upstreamRoles, downstreamRoles } = relation;
      const elements = [upstream, downstream].filter((end) => end !== undefined);
      for (const token of [...upstreamRoles, ...downstreamRoles]) {
        const { role, span } = token;
        const upstreamSide = upstreamRoles.includes(token);
        const remove = removal(relation, upstreamSide ? 'upstream' : 'downstream', token);
        const at = { span, element: id, elements, fixes: [remove] };
        if (role === 'CF' && !upstreamSide) report({ message: 'conformist', data: {}, ...at });
        if (role === 'OHS' && upstreamSide) report({ message: 'openHost', data: {}, ...at });
        if (role === 'ACL' && !upstreamSide) {
          report({ message: 'layer', data: {}, severity: 'info', ...at });
        }
      }
    }
  },
});
