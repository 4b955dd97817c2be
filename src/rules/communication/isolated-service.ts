import { closest } from '../../language/closest.js';
import { entriesOf } from '../../model/call-graph.js';
import type { ElementId, ElementKind } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { find, nameOfId } from '../../model/lookup.js';
import { serviceNumbers } from '../../model/service-numbers.js';
import { defineRule } from '../rule.js';

export const isolatedService = defineRule({
  id: 'isolated-service',
  category: 'communication',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'Nothing reaches a service and it reaches nothing.',
  sources: [
    'T. Cerny et al.: Catalog and detection techniques of microservice anti-patterns: a tertiary study, JSS 206 (2023)',
  ],
  messages: {
    isolated: {
      what: 'Nothing calls `{name}`, it calls nothing, and no event leads to or from it.',
      why: 'Either the model lacks something, or the service does.',
      remedy: 'Declare who uses it and what it uses, or remove it.',
    },
  },
  visit({ model, report }) {
    const { services } = model;
    const { numberOf } = serviceNumbers(model);
    /** Those that call, are called, or send and get messages. */
    const isPartner = new Uint8Array(services.length);
    const connect = (id: ElementId | undefined) => {
      if (id !== undefined) isPartner[numberOf(id) ?? -1] = 1;
    };
    return {
      call({ fromService, toService }) {
        if (fromService === toService) return;
        connect(fromService);
        connect(toService);
      },
      subscription({ service }) {
        connect(service);
      },
      publication({ service }) {
        connect(service);
      },
      end() {
        const alone = services.filter((_, number) => isPartner[number] === 0);
        if (alone.length === 0) return;
        const others = otherConnections(model);
        const isolated = alone.filter(({ id }) => !others.has(id));
        if (isolated.length * 2 > services.length) return;
        for (const service of isolated) {
          if (isExpected(model, service) || isMeant(model, service)) continue;
          report({
            message: 'isolated',
            data: { name: service.qualifiedName },
            span: service.nameSpan,
            element: service.id,
          });
        }
      },
    };
  },
});

/** What a service is connected by when it names one of these. */
const partners: ReadonlySet<ElementKind> = new Set(['operation', 'event', 'command', 'store']);

/** What else connects a service: that requests enter there, commands, stores and flows. */
function otherConnections(model: Model): Set<ElementId | undefined> {
  const connected = new Set<ElementId | undefined>(entriesOf(model).map(({ service }) => service));
  for (const list of [model.sendings, model.handlings, model.accesses]) {
    for (const { service } of list) connected.add(service);
  }
  for (const { store } of model.accesses) connected.add(find(model, 'store', store)?.owner);
  // What is called or heard there has another name, which is said already.
  for (const { owner, expected } of model.unresolved) {
    if (!expected.some((kind) => partners.has(kind))) continue;
    const [path = ''] = nameOfId(owner).split('->');
    connected.add(`service:${path.split('.').slice(0, 2).join('.')}`);
  }
  for (const { steps } of model.flows) {
    for (const { from, to } of steps) {
      connected.add(from);
      const target = to === undefined ? undefined : model.elements.get(to);
      connected.add(target && 'service' in target ? target.service : to);
    }
  }
  return connected;
}

/** Whether somebody calls or hears of what is called almost the same, which is said already. */
function isMeant(model: Model, { name }: Service): boolean {
  return model.unresolved.some(
    ({ path, expected }) =>
      expected.some((kind) => partners.has(kind)) &&
      path.split('.').some((part) => closest(part, [name], 1).length > 0),
  );
}

/** What is not there yet or no longer, or is reached from outside, may stand alone. */
function isExpected(model: Model, { status, apis }: Service): boolean {
  if (status === 'planned' || status === 'retired') return true;
  return apis.some((id) => {
    const audience = find(model, 'api', id)?.audience;
    return audience === 'public' || audience === 'partner';
  });
}
