import { consumersOf } from '../../model/consumers.js';
import { nameOfId } from '../../model/lookup.js';
import type { Annotation } from '../../model/elements/annotations.js';
import type { Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { IsoDate } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';
import { compare, compareSpans } from '../../model/span.js';
import { annotatedParts } from '../../model/annotated.js';
import { defineRule, type Fix } from '../rule.js';
import { labelOf, listed } from '../text.js';
import { proposedSunset } from './sunset.js';

export const deprecationIncomplete = defineRule({
  id: 'deprecation-incomplete',
  category: 'evolution',
  severity: 'warning',
  severityNote: 'error (overdue with consumers) / warning (incomplete) / info (overdue)',
  gate: { kind: 'structural' },
  summary: 'A deprecation does not say until when or in favour of what, or its day has passed.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'O. Zimmermann et al.: Patterns for API Design (MAP) (2022)',
    'OWASP: OWASP API Security Top 10 (2023)',
  ],
  messages: {
    incomplete: {
      what: 'The deprecated {element} names {missing}.',
      why: 'Consumers do not know by when they must move, or where to.',
      remedy: 'Write `@deprecated("use …", sunset: 2027-06-30)` with the replacement and the day.',
    },
    overdue: {
      what: 'The {element} was to go away on {sunset}, and is still used by {consumers}.',
      why: 'A date that passes without consequence teaches consumers not to take the next one seriously.',
      remedy: 'Move the consumers, or agree with them on a new day.',
    },
    removable: {
      what: 'The {element} was to go away on {sunset}, and nothing in the model uses it.',
      why: 'What is still offered is still used by somebody, attacked and kept running.',
      remedy: 'Remove it.',
    },
  },
  check({ model, today, report }) {
    for (const element of deprecatedElements(model)) {
      const { replacement, sunset } = element.deprecated ?? {};
      const annotation = element.annotations.find(({ name }) => name === 'deprecated');
      const at = { span: annotation?.span ?? element.nameSpan, element: element.id };
      const label = labelOf(element.id);
      const missing = [
        ...(replacement === undefined ? ['no replacement'] : []),
        ...(sunset === undefined ? ['no day of sunset'] : []),
      ];
      if (missing.length > 0) {
        report({
          message: 'incomplete',
          data: { element: label, missing: listed(missing) },
          ...at,
          fixes: sunset === undefined && annotation ? addSunset(annotation, today) : [],
        });
      }
      if (sunset === undefined || today <= sunset) continue;
      const consumers = consumersOf(model, element);
      const data = { element: label, sunset };
      if (consumers.length === 0) {
        report({ message: 'removable', data, ...at, severity: 'info' });
        continue;
      }
      const shown = consumers
        .slice(0, 5)
        .map(({ id }) => `\`${nameOfId(id).split('->')[0] ?? ''}\``);
      const more = consumers.length - shown.length;
      report({
        message: 'overdue',
        data: {
          ...data,
          consumers: listed(more > 0 ? [...shown, `${more} more`] : [...new Set(shown)]),
        },
        ...at,
        elements: [element.id, ...consumers.map(({ id }) => id)],
        related: consumers.map(({ span }) => ({ span, message: 'Used here.' })),
        severity: 'error',
      });
    }
  },
});

/** Everything that is deprecated, fields included, in the order of the text. */
function deprecatedElements(model: Model): (Element | Field)[] {
  return annotatedParts(model)
    .declarations.filter(({ deprecated }) => deprecated !== undefined)
    .sort((a, b) => compareSpans(a.span, b.span));
}

/** A day to be corrected where it does not fit. */
function addSunset({ arguments: known, nameSpan, span }: Annotation, today: IsoDate): Fix[] {
  const day = proposedSunset(today);
  const last = known.at(-1);
  // Empty parentheses have a place that nobody kept.
  if (!last && compare(nameSpan.end, span.end) !== 0) return [];
  const at = last ? last.span.end : nameSpan.end;
  const text = last ? `, sunset: ${day}` : `(sunset: ${day})`;
  const place = { file: span.file, start: at, end: at };
  return [{ title: `Add sunset: ${day}`, edits: [{ span: place, text }] }];
}
