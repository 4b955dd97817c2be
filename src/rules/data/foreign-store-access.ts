import { find, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';

export const foreignStoreAccess = defineRule({
  id: 'foreign-store-access',
  category: 'data',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'A service reads or writes a store that another service owns.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'M. Richards: Microservices AntiPatterns and Pitfalls (2016)',
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
  ],
  messages: {
    foreign: {
      what: '`{service}` {verb} the store `{store}`, which `{owner}` owns{team}.',
      why: 'It depends on how `{owner}` keeps its data, so the owner cannot change that without breaking it.',
      remedy: 'Call an operation of `{owner}`, or subscribe to its events and keep a replica.',
    },
  },
  visit({ model, report }) {
    return {
      access(access) {
        const store = find(model, 'store', access.store);
        const owner = store?.owner;
        if (!store || owner === undefined || owner === access.service) return;
        const teams = [teamOf(model, access.service), teamOf(model, owner)];
        const [own, other] = teams;
        const otherTeam = own !== undefined && other !== undefined && own !== other;
        report({
          message: 'foreign',
          data: {
            service: nameOfId(access.service),
            verb: access.mode === 'read' ? 'reads' : 'writes',
            store: store.qualifiedName,
            owner: nameOfId(owner),
            team: otherTeam ? `, a service of another team (${nameOfId(other)})` : '',
          },
          span: access.targetSpan,
          element: access.id,
          elements: [access.service, store.id],
          related: [{ span: store.nameSpan, message: 'The store.' }],
          facts: { owner, otherTeam },
        });
      },
    };
  },
});

function teamOf(model: Model, id: ElementId): ElementId | undefined {
  const element = model.elements.get(id);
  return element && 'team' in element ? element.team : undefined;
}
