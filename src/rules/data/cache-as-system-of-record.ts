import { isCache } from '../../model/durability.js';
import { find, nameOfId } from '../../model/lookup.js';
import { accessesOf, indexBy } from '../../model/edge-index.js';
import type { Access } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Store } from '../../model/elements/store.js';
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
    const caches: Store[] = [];
    const judge = (service: Service) => {
      const written = indexBy(model.accesses, writer).get(service.id) ?? [];
      const stores = [...service.stores, ...written.map(({ store }) => store)].flatMap(
        (id) => find(model, 'store', id) ?? [],
      );
      const [first] = stores;
      if (!first || !stores.every(({ technology }) => isCache(technology))) return;
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
    };
    return {
      store(store) {
        if (isCache(store.technology)) caches.push(store);
      },
      end() {
        // Only who has or writes to a cache may have nothing else.
        const users = new Set<ElementId | undefined>();
        for (const { id, owner } of caches) {
          users.add(owner);
          for (const { mode, service } of accessesOf(model, id)) {
            if (mode === 'write') users.add(service);
          }
        }
        for (const id of users) {
          const service = find(model, 'service', id);
          if (service && service.owns.length > 0) judge(service);
        }
      },
    };
  },
});

const writer = ({ mode, service }: Access) => (mode === 'write' ? service : undefined);
