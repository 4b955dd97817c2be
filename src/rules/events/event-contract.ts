import { subscriptionsTo } from '../../model/edge-index.js';
import { boundaryOf } from '../../model/lookup.js';
import type { Event } from '../../model/elements/messages.js';
import { compare } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';

export const eventContract = defineRule({
  id: 'event-contract',
  category: 'events',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'contracts',
    declared: (model) => model.events.some(({ version }) => version !== undefined),
  },
  summary: 'An event has no fields or version, or promises no compatibility to other contexts.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Confluent: Schema Evolution and Compatibility (2025)',
    'CNCF: CloudEvents 1.0 (2019-)',
    'AsyncAPI: AsyncAPI 3 specification (2023-26)',
  ],
  messages: {
    incomplete: {
      what: 'The event `{name}` has {missing}.',
      why: 'Its consumers cannot be built against it, nor be told apart from those of its next form.',
      remedy: 'Declare its fields, a `version`, and a `compatibility` other than `none`.',
    },
  },
  visit({ model, report }) {
    return {
      event(event) {
        const { fields, version, compatibility } = event;
        if (fields.length > 0 && version !== undefined && compatibility !== 'none') return;
        const home = boundaryOf(model, event.id);
        if (home?.kind !== 'context') return;
        const foreign =
          event.compatibility === 'none' &&
          subscriptionsTo(model, event.id).some(
            ({ service }) => boundaryOf(model, service)?.id !== home.id,
          );
        const missing = [
          ...(event.fields.length === 0 ? ['no fields'] : []),
          ...(event.version === undefined ? ['no version'] : []),
          ...(foreign ? ['no compatibility, though other contexts consume it'] : []),
        ];
        if (missing.length === 0) return;
        report({
          message: 'incomplete',
          data: { name: event.name, missing: listed(missing) },
          span: event.nameSpan,
          element: event.id,
          fixes: event.version === undefined ? addVersion(event) : [],
        });
      },
    };
  },
});

/** In front of the first field, or in a block of its own. */
function addVersion({ fields, span, nameSpan, title }: Event): Fix[] {
  const [first] = fields;
  const edit = (at: typeof span.start, text: string): Fix[] => [
    {
      title: 'Add version 1',
      edits: [{ span: { file: span.file, start: at, end: at }, text }],
    },
  ];
  if (first) return first.doc === undefined ? edit(first.span.start, 'version 1  ') : [];
  const bare = title === undefined && compare(nameSpan.end, span.end) === 0;
  return bare ? edit(span.end, ' { version 1 }') : [];
}
