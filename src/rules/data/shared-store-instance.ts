import { find, nameOfId } from '../../model/lookup.js';
import type { Store } from '../../model/elements/store.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const sharedStoreInstance = defineRule({
  id: 'shared-store-instance',
  category: 'data',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'Stores of several contexts live on one server.',
  sources: ['M. Nygard: Release It! 2nd ed. (2018)'],
  messages: {
    shared: {
      what: 'The instance `{instance}` serves stores of {contexts}.',
      why: 'Their data are apart, but the server is not: load, locks, upgrades and failures reach all of them.',
      remedy: 'Give each context an instance of its own, or accept it with its cost as the reason.',
    },
  },
  check({ model, report }) {
    const instances = new Map<string, Store[]>();
    for (const store of model.stores) {
      if (store.instance === undefined || store.context === undefined) continue;
      if (store.owner !== undefined && !find(model, 'service', store.owner)) continue;
      const known = instances.get(store.instance);
      if (known) known.push(store);
      else instances.set(store.instance, [store]);
    }
    for (const [instance, stores] of instances) {
      const [first, ...others] = stores;
      const contexts = [...new Set(stores.map(({ context }) => context ?? ''))];
      if (!first || contexts.length < 2) continue;
      report({
        message: 'shared',
        data: { instance, contexts: listed(contexts.map((id) => `\`${nameOfId(id)}\``)) },
        span: first.nameSpan,
        element: first.id,
        elements: stores.map(({ id }) => id),
        related: others.map(({ nameSpan: span, qualifiedName }) => ({
          span,
          message: `\`${qualifiedName}\` is on it too.`,
        })),
      });
    }
  },
});
