import { businessNumbers } from '../../metrics/business-services.js';
import { importance } from '../../metrics/importance.js';
import { serviceSizes } from '../../metrics/service-sizes.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { callsTo } from '../../model/edge-index.js';
import { defineRule } from '../rule.js';
import { plural } from '../text.js';

/** Services from which on a share of all operations says something. */
const enoughForShare = 10;

export const nanoService = defineRule({
  id: 'nano-service',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service is so small that it costs more than it gives.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
  ],
  options: {
    nanoOps: {
      default: 2,
      minimum: 0,
      description: 'Operations and handlers up to which a service is tiny.',
    },
    nanoShare: {
      default: 0.03,
      minimum: 0,
      description: 'Share of all operations up to which a service without aggregates is tiny.',
    },
  },
  messages: {
    tiny: {
      what: '`{service}` offers {offers}, and {used}.',
      why: 'It costs a deployment, a network hop and a contract; as a part of another service it would cost nothing.',
      remedy: 'Merge it into {into}.',
    },
    share: {
      what: '`{service}` owns no aggregate and offers {offers}, {percent} % of all that there are.',
      why: 'It costs a deployment, a network hop and a contract; as a part of another service it would cost nothing.',
      remedy: 'Merge it into the service whose data it works on.',
    },
  },
  check({ model, options, report }) {
    const { services } = model;
    const business = businessNumbers(model);
    const sizes = serviceSizes(model);
    const { incoming, outgoing } = importance(model);
    const perContext = new Map<ElementId, number>();
    let total = 0;
    let ownersKnown = false;
    for (const number of business) {
      const { context, owns } = services[number]!;
      perContext.set(context, (perContext.get(context) ?? 0) + 1);
      total += sizes.operations[number]!;
      ownersKnown ||= owns.length > 0;
    }
    for (const number of business) {
      const { id, serviceKind, context, qualifiedName, nameSpan } = services[number]!;
      const operations = sizes.operations[number]!;
      const handlers = sizes.handlers[number]!;
      const aggregates = sizes.aggregates[number]!;
      if (serviceKind !== 'service' || operations === 0) continue;
      const tiny =
        operations + handlers <= options.nanoOps &&
        aggregates <= 1 &&
        isLonely(incoming[number]!, outgoing[number]!) &&
        (perContext.get(context) ?? 0) > 1;
      const isSmallShare =
        business.length >= enoughForShare &&
        ownersKnown &&
        aggregates === 0 &&
        operations / total <= options.nanoShare;
      if (!tiny && !isSmallShare) continue;
      const at = { span: nameSpan, element: id, facts: { operations, handlers, aggregates } };
      const offers =
        handlers === 0
          ? plural(operations, 'operation')
          : `${plural(operations, 'operation')} and ${plural(handlers, 'handler')}`;
      if (tiny) {
        const caller = onlyCaller(model, id);
        report({
          message: 'tiny',
          data: {
            service: qualifiedName,
            offers,
            used:
              caller === undefined
                ? 'no other service calls it'
                : `only \`${nameOfId(caller)}\` calls it`,
            into:
              caller === undefined ? 'the service that it works for' : `\`${nameOfId(caller)}\``,
          },
          ...at,
          elements: caller === undefined ? [id] : [id, caller],
        });
      } else {
        const percent = ((operations / total) * 100).toFixed(1);
        report({ message: 'share', data: { service: qualifiedName, offers, percent }, ...at });
      }
    }
  },
});

/** Whether a service that so many call, and that calls so many, is one caller's or nobody's. */
function isLonely(ais: number, ads: number): boolean {
  return ais <= 1 && ais + ads >= 1;
}

/** The caller of a service that has exactly one. */
function onlyCaller(model: Model, id: ElementId): ElementId | undefined {
  const callers = new Set<ElementId>();
  for (const { fromService } of callsTo(model, id)) {
    if (fromService !== undefined && fromService !== id) callers.add(fromService);
  }
  const [only, ...others] = callers;
  return others.length === 0 ? only : undefined;
}
