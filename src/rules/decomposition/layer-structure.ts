import { isCrudName } from '../../language/crud.js';
import { isBusinessService } from '../../metrics/business-services.js';
import { isQuery } from '../../model/idempotency.js';
import { find } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

/** Callers without a store from which on a service of records is a shared data layer. */
const enoughCallers = 3;

export const layerStructure = defineRule({
  id: 'layer-structure',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'One service has the logic, and another the data.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  messages: {
    layered: {
      what: '`{logic}` has no store of its own and mostly calls `{data}`, which only reads and writes records.',
      why: 'They are two layers of one service: every feature changes both, and every request pays for the hop.',
      remedy: 'Merge `{data}` into `{logic}`.',
    },
    shared: {
      what: '`{data}` only reads and writes records, for {count} services without stores: {callers}.',
      why: 'A data layer as a service ties all who use it together, as a shared store would.',
      remedy: 'Give each service the data that it works on, and let it own the rules for it.',
    },
  },
  check({ model, report }) {
    const layered = dataLayerCalls(model);
    for (const [target, callers] of layered) {
      const data = find(model, 'service', target);
      if (!data) continue;
      if (callers.length >= enoughCallers) {
        report({
          message: 'shared',
          data: {
            data: data.qualifiedName,
            count: callers.length,
            callers: listed(callers.map(({ service }) => `\`${service.qualifiedName}\``)),
          },
          span: data.nameSpan,
          element: data.id,
          elements: [data.id, ...callers.map(({ service }) => service.id)],
        });
        continue;
      }
      for (const { service, share } of callers) {
        if (share < 0.5 || service.context !== data.context) continue;
        report({
          message: 'layered',
          data: { logic: service.qualifiedName, data: data.qualifiedName },
          span: service.nameSpan,
          element: service.id,
          elements: [service.id, data.id],
          related: [{ span: data.nameSpan, message: 'The other layer.' }],
        });
      }
    }
  },
});

interface LayerCaller {
  readonly service: Service;
  /** Share of its calls that go to the data service. */
  readonly share: number;
}

/** Callers without a store of each service that has one and only reads and writes records. */
function dataLayerCalls(model: Model): Map<ElementId, LayerCaller[]> {
  const candidates = model.services.filter(
    (service) => service.stores.length === 0 && isBusinessService(service),
  );
  if (candidates.length === 0) return new Map();
  const withStore = storeUsersOf(model);
  if (candidates.every(({ id }) => withStore.has(id))) return new Map();
  const data = dataServices(model);
  const calls = new Map<ElementId, Map<ElementId, number>>();
  const totals = new Map<ElementId, number>();
  for (const { fromService: from, toService: to } of model.calls) {
    if (from === undefined || from === to) continue;
    totals.set(from, (totals.get(from) ?? 0) + 1);
    if (!data.has(to) || withStore.has(from)) continue;
    const callers = calls.get(to) ?? new Map<ElementId, number>();
    calls.set(to, callers.set(from, (callers.get(from) ?? 0) + 1));
  }
  return new Map(
    [...calls].map(([to, callers]) => [
      to,
      [...callers].flatMap(([from, count]) => {
        const service = find(model, 'service', from);
        if (!service || !isBusinessService(service)) return [];
        return [{ service, share: count / (totals.get(from) ?? count) }];
      }),
    ]),
  );
}

function storeUsersOf(model: Model): Set<ElementId> {
  const users = new Set(model.accesses.map(({ service }) => service));
  for (const { id, stores } of model.services) if (stores.length > 0) users.add(id);
  return users;
}

/** Services with a store whose operations, at least one, all read or write records. */
function dataServices(model: Model): Set<ElementId> {
  const plain = new Map<ElementId, boolean>();
  for (const operation of model.operations) {
    const isPlain = isQuery(operation) || isCrudName(operation.name);
    plain.set(operation.service, isPlain && (plain.get(operation.service) ?? true));
  }
  return new Set(
    model.services
      .filter(({ id, stores }) => stores.length > 0 && plain.get(id) === true)
      .map(({ id }) => id),
  );
}
