import { operationGraph, graphOfServicesAlone } from '../../model/call-graph.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { chainOf, plural } from '../text.js';
import { cyclesOf, type Cycle } from './cycles.js';

export const syncCycle = defineRule({
  id: 'sync-cycle',
  category: 'coupling',
  severity: 'error',
  severityNote: 'error / warning (operations acyclic)',
  gate: { kind: 'structural' },
  summary: 'Services call each other synchronously in a ring.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'I. Pigazzini, F. Arcelli Fontana, V. Lenarduzzi, D. Taibi: Towards Microservice Smells Detection (Arcan), TechDebt ’20 (2020)',
    'D. Rud, A. Schmietendorf, R. Dumke: Product Metrics for Service-Oriented Infrastructures (AIS, ADS, ACS, SIY) (2006)',
  ],
  messages: {
    cycle: {
      what: 'These services call each other synchronously in a ring: {chain}.',
      why: 'They fail together, wait for each other, and none of them can be released or started alone.{more}',
      remedy:
        'Invert one of the calls (let the one that is called subscribe to an event of its caller), extract what both need, or merge the services.',
    },
    servicesOnly: {
      what: 'These services depend on each other in a ring, though none of their operations does: {chain}.',
      why: 'No request goes round, but the services still need each other to be up and to be released in step.{more}',
      remedy:
        'Invert one of the calls (let the one that is called subscribe to an event of its caller), extract what both need, or accept it with a reason.',
    },
  },
  check({ model, report }) {
    const operationCycles = cyclesOf(operationGraph(model), true).map(({ members }) =>
      servicesOf(model, members),
    );
    for (const cycle of cyclesOf(graphOfServicesAlone(model), false)) {
      const members = new Set(cycle.members);
      const inside = operationCycles.filter((services) =>
        [...services].every((service) => members.has(service)),
      );
      const explained = new Set(inside.flatMap((services) => [...services]));
      if (cycle.members.every((member) => explained.has(member))) continue;
      const operationsAcyclic = inside.length === 0 && perOperation(cycle);
      const [first = ''] = cycle.ring;
      const [call] = cycle.calls;
      if (!call) continue;
      const more = cycle.members.length - cycle.ring.length;
      report({
        message: operationsAcyclic ? 'servicesOnly' : 'cycle',
        data: {
          chain: chainOf([...cycle.ring, first]),
          more:
            more > 0
              ? ` ${plural(more, 'more of them is', 'more of them are')} tied into the same knot.`
              : '',
        },
        span: call.targetSpan,
        element: first,
        elements: cycle.members,
        acceptedAt: cycle.members,
        related: cycle.calls.slice(1).map(({ targetSpan, fromService }) => ({
          span: targetSpan,
          message: `\`${nameOfId(fromService ?? '')}\` calls on here.`,
        })),
        severity: operationsAcyclic ? 'warning' : 'error',
        facts: { level: 'service', ring: cycle.ring },
      });
    }
  },
});

function servicesOf(model: Model, operations: readonly ElementId[]): Set<ElementId> {
  const services = new Set<ElementId>();
  for (const id of operations) {
    const operation = model.elements.get(id);
    if (operation?.kind === 'operation') services.add(operation.service);
  }
  return services;
}

/** Whether every call of the ring stands in the block of an operation or handler. */
function perOperation({ calls }: Cycle): boolean {
  return calls.every(
    ({ fromOperation, handler, toOperation }) =>
      (fromOperation ?? handler) !== undefined && toOperation !== undefined,
  );
}
