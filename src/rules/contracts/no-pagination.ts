import { isQuery } from '../../model/idempotency.js';
import { isServiceId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation, Result } from '../../model/elements/operations.js';
import type { Constraints } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import { defineRule, type Fix } from '../rule.js';

export const noPagination = defineRule({
  id: 'no-pagination',
  category: 'contracts',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'A query answers with a whole collection of things that have an identity.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  options: {
    boundedMaxItems: {
      default: 200,
      minimum: 1,
      description: 'Items up to which a list in the request bounds the answer.',
    },
  },
  messages: {
    unbounded: {
      what: '`{operation}` answers with every `{item}` at once.',
      why: 'The collection grows with the business; one day an answer takes too long, and pages cannot be added without breaking clients.',
      remedy: 'Answer with `paged {item}`, or stream them.',
    },
  },
  visit({ model, options, report }) {
    return {
      operation(operation) {
        const { result } = operation;
        if (!isServiceId(operation.service) || !isQuery(operation)) return;
        const item = unboundedItem(model, result);
        if (item === undefined || isBounded(operation, options.boundedMaxItems)) return;
        const name = model.elements.get(item)?.name ?? '';
        report({
          message: 'unbounded',
          data: { operation: operation.name, item: name },
          span: result.span ?? operation.nameSpan,
          element: operation.id,
          fixes: page(result),
        });
      },
    };
  },
});

/** The entity, or value with an identifier, of which the result is a whole collection. */
function unboundedItem(model: Model, { type, paged, stream }: Result): ElementId | undefined {
  if (paged || stream || (type?.shape !== 'list' && type?.shape !== 'set')) return undefined;
  if (type.item.shape !== 'named') return undefined;
  const item = model.elements.get(type.item.target);
  const identified =
    item?.kind === 'entity' ||
    (item?.kind === 'value' && item.fields.some(({ name }) => /^id$|(Id|_id)$/.test(name)));
  return identified ? item.id : undefined;
}

const pageParameter =
  /^(limit|first|last|top|cursor|page|offset|after|before|max)$|page|limit|maxresults/i;

/** Asked for by pages, or for no more than a bounded list of keys. */
function isBounded({ parameters }: Operation, most: number): boolean {
  return parameters.some(
    ({ name, type, constraints }) =>
      pageParameter.test(name) ||
      ((type.shape === 'list' || type.shape === 'set') && atMost(constraints, most)),
  );
}

function atMost({ max }: Constraints, most: number): boolean {
  return max !== undefined && max <= most;
}

function page({ type, span, optional, nullable }: Result): Fix[] {
  if (!span || type?.shape !== 'list' || type.item.shape !== 'named') return [];
  if (optional || nullable) return [];
  const { file, start } = type.item.span;
  const { end } = span;
  const brackets = { file, start: { ...end, column: end.column - 2 }, end };
  return [
    {
      title: 'Answer with pages',
      edits: [
        { span: { file, start, end: start }, text: 'paged ' },
        { span: brackets, text: '' },
      ],
    },
  ];
}
