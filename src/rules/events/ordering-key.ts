import type { Command, Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { find } from '../../model/lookup.js';
import { defineRule, type Fix } from '../rule.js';

export const orderingKey = defineRule({
  id: 'ordering-key',
  category: 'events',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'if-declared', fact: 'ordering' },
  summary: 'An ordered message has no key, or its key is none of its fields.',
  sources: ['Zalando: RESTful API and Event Guidelines (@67505882) (2025)'],
  messages: {
    none: {
      what: '`{name}` is ordered but has no key.',
      why: 'Brokers keep the order of messages with the same key only; without one it is lost with the second partition.',
      remedy: 'Add `key` with the field that says what the order is about{suggestion}.',
    },
    unknown: {
      what: 'The key `{key}` of `{name}` is none of its fields.',
      why: 'Nobody can tell which messages belong together, so their order is lost.',
      remedy: 'Name one of the fields as `key`{suggestion}.',
    },
  },
  visit({ model, report }) {
    const judge = (message: Event | Command): void => {
      const { key, keySpan, ordered, name, fields } = message;
      const [first] = (key ?? '').split('.');
      if (key === undefined ? !ordered : fields.some((field) => field.name === first)) return;
      const candidate = likelyKey(model, message);
      const suggestion = candidate === undefined ? '' : `, such as \`${candidate}\``;
      const at = { element: message.id, fixes: fixes(message, candidate) };
      if (key === undefined) {
        report({ message: 'none', data: { name, suggestion }, span: message.nameSpan, ...at });
      } else {
        const data = { name, key, suggestion };
        report({ message: 'unknown', data, span: keySpan ?? message.nameSpan, ...at });
      }
    };
    return { event: judge, command: judge };
  },
});

/** The identifier, the aggregate's id (`orderId` of `Order`), else the first field that ends in Id. */
function likelyKey(model: Model, { fields, aggregate }: Event | Command): string | undefined {
  const name = find(model, 'aggregate', aggregate)?.name.toLowerCase();
  const field =
    fields.find(({ identifier }) => identifier) ??
    fields.find((candidate) => candidate.name.toLowerCase() === `${name ?? ''}id`) ??
    fields.find((candidate) => candidate.name.endsWith('Id'));
  return field?.name;
}

function fixes({ fields, keySpan }: Event | Command, candidate: string | undefined): Fix[] {
  const [first] = fields;
  if (candidate === undefined || !first) return [];
  const title = `Set key ${candidate}`;
  if (keySpan) return [{ title, edits: [{ span: keySpan, text: `key ${candidate}` }] }];
  if (first.doc !== undefined) return [];
  const { file, start } = first.span;
  return [{ title, edits: [{ span: { file, start, end: start }, text: `key ${candidate}  ` }] }];
}
