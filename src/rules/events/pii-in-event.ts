import { classesOf, classifiedPathOf, dataClasses } from '../../model/classification.js';
import { boundaryOf } from '../../model/lookup.js';
import type { Field } from '../../model/elements/data-types.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const piiInEvent = defineRule({
  id: 'pii-in-event',
  category: 'events',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'classification' },
  summary: 'An event carries personal or otherwise protected data.',
  sources: ['Zalando: RESTful API and Event Guidelines (@67505882) (2025)'],
  messages: {
    classified: {
      what: '`{event}` carries {classes} in `{path}`.',
      why: 'Events are copied to every consumer, log and backup, and cannot be taken back or deleted there.',
      remedy:
        'Carry an id or token in its place, encrypt the field, or accept it with its legal reason.',
    },
  },
  visit({ model, report }) {
    return {
      event(event) {
        for (const field of event.fields) {
          if (isHarmless(field)) continue;
          if (boundaryOf(model, event.id)?.kind === 'external') return;
          const own = classesOf(field);
          const ways = dataClasses.flatMap((one) => {
            if (own.includes(one)) return [{ one, path: field.name }];
            const path = classifiedPathOf(model, field.type, one);
            return path === undefined ? [] : [{ one, path: `${field.name}.${path}` }];
          });
          const [first] = ways;
          if (!first) continue;
          report({
            message: 'classified',
            data: {
              event: event.name,
              classes: listed(ways.map(({ one }) => words[one])),
              path: first.path,
            },
            span: field.nameSpan,
            element: field.id,
            elements: [event.id, field.id],
            facts: { dataClasses: ways.map(({ one }) => one) },
          });
        }
      },
    };
  },
});

/** Neither classified itself nor of a type that might hold what is. */
function isHarmless({ annotations, type }: Field): boolean {
  return annotations.length === 0 && type.shape === 'primitive';
}

const words = {
  pii: 'personal data',
  pci: 'card data',
  phi: 'health data',
  secret: 'a secret',
} as const;
