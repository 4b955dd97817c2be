import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Percentage } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';
import { objectiveSpan, serviceLevelUnits } from '../../model/requirements.js';
import type { Span } from '../../model/span.js';
import { defineRule } from '../rule.js';
import { readablePercent } from '../../model/quantities.js';
import { listed } from '../text.js';
import { neededFor, promisedAvailability, type Needed } from '../../model/needed.js';

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
    for (const { id, promised, span, needed } of targets(model)) {
      const budget = (1 - promised.ratio) / options.factor;
      // Percentages are decimal, so a rounding error must not decide.
      const close = [...needed.values()].filter(({ ratio }) => 1 - ratio > budget + 1e-12);
      if (close.length === 0) continue;
      report({
        message: 'close',
        data: {
          name: nameOfId(id),
          own: readablePercent(1 - promised.ratio),
          dependencies: listed(
            close.map((other) => `\`${nameOfId(other.id)}\` ${readablePercent(1 - other.ratio)}`),
          ),
          wanted: readablePercent(1 - budget),
        },
        span,
        element: id,
        elements: [id, ...close.map((other) => other.id)],
        facts: { promised: promised.ratio, wanted: 1 - budget },
      });
    }
  },
});

interface Target {
  readonly id: ElementId;
  readonly promised: Percentage;
  readonly span: Span;
  readonly needed: Map<ElementId, Needed>;
}

/** Each declared target once: operations without one of their own add to what their service needs. */
function targets(model: Model): Iterable<Target> {
  const known = new Map<ElementId, Target>();
  for (const unit of serviceLevelUnits(model)) {
    const promised = promisedAvailability(unit);
    if (!promised) continue;
    const id = unit.operation?.slo?.availability ? unit.id : unit.service.id;
    let entry = known.get(id);
    if (!entry) {
      const span = objectiveSpan(unit, 'availability');
      known.set(id, (entry = { id, promised, span, needed: new Map<ElementId, Needed>() }));
    }
    for (const dependency of neededFor(model, unit)) {
      const before = entry.needed.get(dependency.id);
      if (!before || dependency.ratio < before.ratio) entry.needed.set(dependency.id, dependency);
    }
  }
  return known.values();
}
