import { nameOfId } from '../../model/lookup.js';
import {
  objectiveSpan,
  serviceLevelUnits,
  type ServiceLevelUnit,
} from '../../model/requirements.js';
import { defineRule, type Fix } from '../rule.js';
import { readablePercent } from '../../model/quantities.js';
import { listed } from '../text.js';
import { neededFor, promisedAvailability } from '../../model/needed.js';

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
      what: '`{name}` promises {promised}, but needs `{weakest}`, which promises only {possible}.',
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
      const promised = promisedAvailability(unit);
      if (!promised) continue;
      const needed = neededFor(model, unit);
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
          fixes: lowered(unit, weakest.ratio),
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
        fixes: lowered(unit, possible),
      });
    }
  },
});

/** Promises what is possible, rounded down to a hundredth of a percent. */
function lowered({ slo }: ServiceLevelUnit, possible: number): Fix[] {
  const span = slo.spans.availability;
  const percent = Math.floor(possible * 10_000 + 1e-9) / 100;
  if (!span || percent <= 0) return [];
  const text = `availability ${String(percent)}%`;
  return [{ title: `Promise ${String(percent)} %`, edits: [{ span, text }] }];
}
