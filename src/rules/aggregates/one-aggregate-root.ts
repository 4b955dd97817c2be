import type { Entity } from '../../model/elements/aggregate.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';

export const oneAggregateRoot = defineRule({
  id: 'one-aggregate-root',
  category: 'aggregates',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'An aggregate that declares entities has not exactly one root among them.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'V. Vernon: Implementing Domain-Driven Design, ch.10 / Effective Aggregate Design (2011/2013)',
  ],
  messages: {
    none: {
      what: 'The aggregate `{name}` has no root entity.',
      why: 'Others may hold on to the root only; without one nothing guards the invariants.',
      remedy: 'Put `root` before the entity through which the aggregate is changed.',
    },
    several: {
      what: 'The aggregate `{name}` has {count} roots: {roots}.',
      why: 'With two ways in, neither can guarantee the invariants of the whole.',
      remedy: 'Keep `root` at one of them, or split the aggregate.',
    },
  },
  visit({ model, report }) {
    return {
      aggregate(aggregate) {
        if (aggregate.root !== undefined && aggregate.entities.length === 1) return;
        const entities = aggregate.entities
          .map((id) => model.elements.get(id))
          .filter((element): element is Entity => element?.kind === 'entity');
        const roots = entities.filter(({ root }) => root);
        if (entities.length === 0 || roots.length === 1) return;
        const at = { span: aggregate.nameSpan, element: aggregate.id };
        if (roots.length === 0) {
          const fixes = entities.map(markRoot).filter((fix) => fix !== undefined);
          report({ message: 'none', data: { name: aggregate.name }, ...at, fixes });
          return;
        }
        report({
          message: 'several',
          data: {
            name: aggregate.name,
            count: roots.length,
            roots: listed(roots.map(({ name }) => `\`${name}\``)),
          },
          ...at,
          elements: [aggregate.id, ...roots.map(({ id }) => id)],
          related: roots.map(({ nameSpan }) => ({ span: nameSpan, message: 'One root.' })),
        });
      },
    };
  },
});

function markRoot({ name, keywordStart, span }: Entity): Fix | undefined {
  if (!keywordStart) return undefined;
  const place = { file: span.file, start: keywordStart, end: keywordStart };
  return { title: `Make ${name} the root`, edits: [{ span: place, text: 'root ' }] };
}
