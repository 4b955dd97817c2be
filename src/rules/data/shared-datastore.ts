import { contextOf, nameOfId } from '../../model/lookup.js';
import type { Access } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Store } from '../../model/elements/store.js';
import { accessesOf } from '../../model/edge-index.js';
import { defineRule, type Severity } from '../rule.js';
import { listed } from '../text.js';

export const sharedDatastore = defineRule({
  id: 'shared-datastore',
  category: 'data',
  severity: 'error',
  severityNote: 'error (several contexts) / info (one context)',
  gate: { kind: 'structural' },
  summary: 'More than one service reads, writes or owns one store.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'I. Pigazzini, F. Arcelli Fontana, V. Lenarduzzi, D. Taibi: Towards Microservice Smells Detection (Arcan), TechDebt ’20 (2020)',
  ],
  messages: {
    shared: {
      what: 'The store `{store}` is used by {count} services{where}: {services}.',
      why: 'Its schema is a contract that nobody wrote down: a change for one service breaks the others.',
      remedy:
        'Give each service its own store and let the others ask its owner, or keep a replica fed by events.',
    },
    access: {
      what: '`{service}` {verb} the store `{store}`, which {others} {use} as well.',
      why: 'Its schema is a contract that nobody wrote down: a change for one service breaks the others.',
      remedy:
        'Go through the API of the service that owns the data, or keep a replica fed by events.',
    },
  },
  visit({ model, report }) {
    return {
      store(store) {
        const edges = accessesOf(model, store.id);
        if (edges.length === 0) return;
        const users = usersOf(store, edges);
        if (users.length < 2) return;
        const contexts = new Set(users.map((user) => contextOf(model, user)?.id ?? user));
        const severity: Severity = contexts.size > 1 ? 'error' : 'info';
        report({
          message: 'shared',
          data: {
            store: store.qualifiedName,
            count: users.length,
            where: contexts.size > 1 ? ` of ${String(contexts.size)} contexts` : '',
            services: listed(users.map((user) => `\`${nameOfId(user)}\``)),
          },
          span: store.nameSpan,
          element: store.id,
          elements: [store.id, ...users],
          related: edges.map(({ targetSpan, mode }) => ({
            span: targetSpan,
            message: mode === 'read' ? 'Read here.' : 'Written here.',
          })),
          severity,
        });
        for (const edge of edges) {
          const others = users.filter((user) => user !== edge.service);
          report({
            message: 'access',
            data: {
              service: nameOfId(edge.service),
              verb: edge.mode === 'read' ? 'reads' : 'writes',
              store: store.qualifiedName,
              others: listed(others.map((user) => `\`${nameOfId(user)}\``)),
              use: others.length === 1 ? 'uses' : 'use',
            },
            span: edge.targetSpan,
            element: edge.id,
            elements: [edge.service, store.id],
            acceptedAt: [store.id],
            related: [{ span: store.nameSpan, message: 'The store.' }],
            severity,
          });
        }
      },
    };
  },
});

/** The owner first, then the others in the order of the model. */
function usersOf(store: Store, edges: readonly Access[]): ElementId[] {
  const owner = store.owner === undefined ? [] : [store.owner];
  return [...new Set([...owner, ...edges.map(({ service }) => service)])];
}
