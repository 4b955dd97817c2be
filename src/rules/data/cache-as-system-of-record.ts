import { isCache } from '../../model/durability.js';
import { find, nameOfId } from '../../model/lookup.js';
import { indexBy } from '../../model/edge-index.js';
import type { Access } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const cacheAsSystemOfRecord = defineRule({
  id: 'cache-as-system-of-record',
  category: 'data',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Aggregates are kept in caches only.',
  sources: ['M. Kleppmann: Designing Data-Intensive Applications (2017)'],
  messages: {
    volatile: {
      what: '`{service}` owns {aggregates} and keeps data only in {stores}.',
      why: 'Caches drop what they have when they are full, restarted or moved; then it is gone for good.',
      remedy: 'Add a durable store, and use the cache in front of it.',
    },
  },
  visit({ model, report }) {
    return {
      service(service) {
        if (service.owns.length === 0) return;
        // Most have a store, and one that keeps what is in it.
        const own = find(model, 'store', service.stores[0]);
        if (own && !isCache(own.technology)) return;
        const written = indexBy(model.accesses, writer).get(service.id) ?? [];
        const stores = [...service.stores, ...written.map(({ store }) => store)].flatMap(
          (id) => find(model, 'store', id) ?? [],
        );
        const [first] = stores;
        if (!first) return;
        if (!stores.every(({ technology }) => isCache(technology))) return;
        const quoted = (names: readonly string[]) => listed(names.map((name) => `\`${name}\``));
        report({
          message: 'volatile',
          data: {
            service: service.qualifiedName,
            aggregates: quoted(service.owns.map(({ target }) => nameOfId(target))),
            stores: quoted(stores.map(({ name, technology }) => `${name}: ${technology}`)),
          },
          span: first.nameSpan,
          element: first.id,
          elements: [...stores.map(({ id }) => id), service.id],
        });
      },
    };
  },
});

const writer = ({ mode, service }: Access) => (mode === 'write' ? service : undefined);
