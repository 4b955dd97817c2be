import { nameOfId } from '../../model/lookup.js';
import { objectiveSpan, serviceLevelUnits } from '../../model/requirements.js';
import { defineRule } from '../rule.js';
import { listed, readablePercent } from '../text.js';
import { neededFor, promisedAvailability } from './needed.js';

export const extraNine = defineRule({
  id: 'extra-nine',
  category: 'slo',
  severity: 'info',
  gate: { kind: 'if-declared', fact: 'availability objectives' },
  summary: 'What a service needs is not an order of magnitude more available than the service.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  options: {
    factor: {
      default: 10,
      minimum: 1,
      description: 'How many times less often a dependency may fail than what needs it.',
    },
  },
  messages: {
    close: {
      what: '`{name}` may fail {own} of the time; {dependencies}.',
      why: 'A dependency should take a tenth of the error budget at most, or little is left for the service itself.',
      remedy: 'Raise these targets to {wanted}, add a `fallback`, or lower the own target.',
    },
  },
  check({ model, options, report }) {
    for (const unit of serviceLevelUnits(model)) {
      const promised = promisedAvailability(unit);
      if (!promised) continue;
      const budget = (1 - promised.ratio) / options.factor;
      // Percentages are decimal, so a rounding error must not decide.
      const close = neededFor(model, unit).filter(({ ratio }) => 1 - ratio > budget + 1e-12);
      if (close.length === 0) continue;
      report({
        message: 'close',
        data: {
          name: nameOfId(unit.id),
          own: readablePercent(1 - promised.ratio),
          dependencies: listed(
            close.map(({ id, ratio }) => `\`${nameOfId(id)}\` ${readablePercent(1 - ratio)}`),
          ),
          wanted: readablePercent(1 - budget),
        },
        span: objectiveSpan(unit, 'availability'),
        element: unit.id,
        elements: [unit.id, ...close.map(({ id }) => id)],
        facts: { promised: promised.ratio, wanted: 1 - budget },
      });
    }
  },
});
