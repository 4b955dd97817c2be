import { businessNumbers } from '../../metrics/business-services.js';
import { importance } from '../../metrics/importance.js';
import { outlierLimit } from '../../metrics/outliers.js';
import { callsFrom, callsTo } from '../../model/edge-index.js';
import { find } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';

/** Services from which on a share of all calls says something. */
const enoughForBus = 6;

export const hubOrBottleneck = defineRule({
  id: 'hub-or-bottleneck',
  category: 'coupling',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service is called by unusually many, or stands between many others.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'D. Rud, A. Schmietendorf, R. Dumke: Product Metrics for Service-Oriented Infrastructures (AIS, ADS, ACS, SIY) (2006)',
    'clowee/MicroserviceDataset: 20 dependency graphs of public systems, measured for this catalogue (2019)',
  ],
  options: {
    fanIn: { default: 5, minimum: 1, description: 'Services that may call one.' },
    hub: {
      default: 3,
      minimum: 1,
      description: 'Callers and callees that a service in the middle may have, each.',
    },
  },
  messages: {
    bottleneck: {
      what: '`{service}` is called by {ais} other services. The limit is {limit}.',
      why: 'When it is slow or down, so are all of them; and its team waits for nobody, but everybody for it.',
      remedy:
        'Let callers keep replicas of what they read, fed by events, or split it by what its callers need.',
    },
    hub: {
      what: '`{service}` stands between others: {ais} call it, and it calls {ads}.',
      why: 'What goes through one place knows everything, and changes with everything.',
      remedy:
        'Let the services on both sides talk to each other, and move the logic to where its data is.',
    },
    bus: {
      what: '`{service}` takes part in {share} % of all pairs of services that call each other.',
      why: 'A service that everything goes through is an enterprise service bus by another name.',
      remedy: 'Let services publish and subscribe on a broker that only passes messages on.',
    },
  },
  check({ model, options, report }) {
    const { incoming, outgoing } = importance(model);
    const business = businessNumbers(model);
    const limit = outlierLimit(
      options.fanIn,
      business.map((number) => incoming[number]!),
    );
    let pairs: ReturnType<typeof callingPairs> | undefined;
    const share = (id: ElementId) => {
      pairs ??= callingPairs(model);
      return (pairs.of.get(id) ?? 0) / Math.max(1, pairs.count);
    };
    const callersOf = (id: ElementId) =>
      others(
        callsTo(model, id).map(({ fromService }) => fromService),
        id,
      );
    const calleesOf = (id: ElementId) =>
      others(
        callsFrom(model, id).map(({ toService }) => toService),
        id,
      );
    for (const number of business) {
      const ais = incoming[number]!;
      if (ais <= 1) continue;
      const ads = outgoing[number]!;
      const { id, qualifiedName, nameSpan } = model.services[number]!;
      const at = { span: nameSpan, element: id, facts: { ais, ads } };
      const between = ais > options.hub && ads > options.hub;
      if (between && Math.abs(ais - ads) <= (ais + ads) / 4) {
        const data = { service: qualifiedName, ais, ads };
        report({ message: 'hub', data, ...at, elements: [id, ...callersOf(id), ...calleesOf(id)] });
      } else if (business.length >= enoughForBus && ads > 1 && share(id) >= 0.5) {
        const data = { service: qualifiedName, share: Math.round(share(id) * 100) };
        report({ message: 'bus', data, ...at, elements: [id, ...callersOf(id), ...calleesOf(id)] });
      } else if (ais > limit) {
        const data = { service: qualifiedName, ais, limit: Number(limit.toFixed(1)) };
        report({ message: 'bottleneck', data, ...at, elements: [id, ...callersOf(id)] });
      }
    }
  },
});

/** Each once, actors and the service itself left out. */
function others(ends: readonly (ElementId | undefined)[], own: ElementId): ElementId[] {
  return [...new Set(ends.flatMap((id) => (id === undefined || id === own ? [] : [id])))];
}

/** Ordered pairs of services that call each other, and how many each service is part of. */
function callingPairs(model: Model): { count: number; of: ReadonlyMap<string, number> } {
  const pairs = new Set<string>();
  const of = new Map<string, number>();
  for (const { fromService: from, toService: to } of model.calls) {
    if (from === undefined || from === to || pairs.has(`${from} ${to}`)) continue;
    if (!find(model, 'service', from) || !find(model, 'service', to)) continue;
    pairs.add(`${from} ${to}`);
    for (const end of [from, to]) of.set(end, (of.get(end) ?? 0) + 1);
  }
  return { count: pairs.size, of };
}
