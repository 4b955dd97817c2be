import { find, nameOfId } from '../../model/lookup.js';
import type { ElementId, Model } from '../../model/model.js';
import {
  availabilityTarget,
  objectiveSpan,
  serviceLevelUnits,
  type ServiceLevelUnit,
} from '../../model/requirements.js';
import { defineRule } from '../rule.js';
import { listed, readablePercent } from '../text.js';

export const availabilityInfeasible = defineRule({
  id: 'availability-infeasible',
  category: 'slo',
  severity: 'error',
  severityNote: 'error (above the weakest dependency) / warning (above the product)',
  gate: { kind: 'if-declared', fact: 'slo' },
  summary: 'A service promises more availability than what it needs can give.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  messages: {
    weakest: {
      what: '`{name}` promises {promised}, but needs {weakest}, which promises only {possible}.',
      why: 'Whenever `{weakest}` is down, so is `{name}`, even if all failures fell together.',
      remedy:
        'Lower the target to {possible}, add a `fallback`, or make the dependency asynchronous.',
    },
    product: {
      what: '`{name}` promises {promised}; {factors} = {possible} is possible.',
      why: 'It needs {dependencies} for every answer, and independent failures add up.',
      remedy:
        'Lower the target to {possible}, add a `fallback` to a call, or make one asynchronous.',
    },
  },
  check({ model, report }) {
    for (const unit of serviceLevelUnits(model)) {
      const promised = unit.slo.availability;
      // An operation without a target of its own and without calls of its own is its service.
      if (
        !promised ||
        (unit.operation && !unit.operation.slo?.availability && unit.calls.length === 0)
      )
        continue;
      const needed = dependencies(model, unit);
      const weakest = [...needed].sort((a, b) => a.ratio - b.ratio)[0];
      if (!weakest) continue;
      const at = {
        span: objectiveSpan(unit, 'availability'),
        element: unit.id,
        elements: [unit.id, ...needed.map(({ id }) => id)],
      };
      const name = nameOfId(unit.id);
      if (promised.ratio > weakest.ratio) {
        report({
          message: 'weakest',
          data: {
            name,
            promised: `${promised.percent} %`,
            weakest: nameOfId(weakest.id),
            possible: `${weakest.percent} %`,
          },
          ...at,
          facts: { promised: promised.ratio, possible: weakest.ratio },
        });
        continue;
      }
      const possible = needed.reduce((product, { ratio }) => product * ratio, 1);
      if (promised.ratio <= possible + 1e-12) continue;
      report({
        message: 'product',
        data: {
          name,
          promised: `${promised.percent} %`,
          factors: needed.map(({ percent }) => `${percent} %`).join(' × '),
          possible: readablePercent(possible),
          dependencies: listed(needed.map(({ id }) => `\`${nameOfId(id)}\``)),
        },
        ...at,
        severity: 'warning',
        facts: { promised: promised.ratio, possible },
      });
    }
  },
});

interface Needed {
  readonly id: ElementId;
  readonly ratio: number;
  readonly percent: string;
}

/** What must be up for an answer, with a target: callees without fallback, stores, the broker. */
function dependencies(model: Model, unit: ServiceLevelUnit): Needed[] {
  const needed = new Map<ElementId, Needed>();
  const add = (id: ElementId, target: { ratio: number; percent: string } | undefined) => {
    const known = needed.get(id);
    if (target && id !== unit.service.id && (!known || target.ratio < known.ratio)) {
      needed.set(id, { id, ratio: target.ratio, percent: target.percent });
    }
  };
  for (const call of unit.calls) {
    const { optional, fallback } = call.policies;
    if (!optional && !fallback) add(call.toService, availabilityTarget(model, call));
  }
  for (const id of unit.service.stores) add(id, find(model, 'store', id)?.availability);
  for (const { service, store } of model.accesses) {
    if (service === unit.service.id) add(store, find(model, 'store', store)?.availability);
  }
  if (!unit.service.outbox) {
    // Without an outbox a request that publishes waits for the broker.
    for (const { service, event, by } of model.publications) {
      if (service !== unit.service.id || (unit.operation && by !== unit.operation.id)) continue;
      const broker = find(model, 'broker', find(model, 'event', event)?.broker);
      if (broker) add(broker.id, broker.availability);
    }
  }
  return [...needed.values()];
}
