import { firstWord } from '../../language/names.js';
import { isServiceId } from '../../model/lookup.js';
import type { Operation } from '../../model/elements/operations.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';

export const unsafeRead = defineRule({
  id: 'unsafe-read',
  category: 'contracts',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'An operation that looks like a read changes something, or a GET has a body.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  messages: {
    changes: {
      what: '`{operation}` is a read by {sign}, but {effects}.',
      why: 'Caches, crawlers, retries and prefetching repeat or skip reads as they like.',
      remedy:
        'Make it a command (`POST`, a mutation, another name), or split the change from the query.',
    },
    body: {
      what: '`{operation}` is a {method} with a request body.',
      why: 'HTTP gives such a body no meaning (RFC 9110); caches and proxies drop or refuse it.',
      remedy: 'Use query parameters, or `POST`.',
    },
  },
  visit({ model, report }) {
    return {
      operation(operation) {
        if (!isServiceId(operation.service)) return;
        const { method = '', modifies, emits, parameters, name, nameSpan: span, id } = operation;
        const changes = modifies.length + emits.length > 0;
        const sign = changes ? signOfReading(operation) : undefined;
        const names = (targets: Operation['emits']) =>
          listed(targets.map(({ target }) => `\`${model.elements.get(target)?.name ?? ''}\``));
        if (sign !== undefined) {
          const effects = [
            ...(modifies.length > 0 ? [`modifies ${names(modifies)}`] : []),
            ...(emits.length > 0 ? [`emits ${names(emits)}`] : []),
          ];
          report({
            message: 'changes',
            data: { operation: name, sign, effects: listed(effects) },
            span,
            element: id,
            elements: [id, ...[...modifies, ...emits].map(({ target }) => target)],
            related: [...modifies, ...emits].map((effect) => ({
              span: effect.span,
              message: 'The effect.',
            })),
            fixes: makePost(operation),
          });
        }
        if (method !== 'GET' && method !== 'HEAD') return;
        if (parameters.some((parameter) => parameter.in === 'body')) {
          report({
            message: 'body',
            data: { operation: name, method },
            span,
            element: id,
            fixes: makePost(operation),
          });
        }
      },
    };
  },
});

const readingNames: ReadonlySet<string> = new Set(['get', 'list', 'search', 'find']);

/** What makes it a read to everybody who looks: its method, its kind or its name. */
function signOfReading({ method, operationKind, name }: Operation): string | undefined {
  if (method === 'GET' || method === 'HEAD') return `its method \`${method}\``;
  if (operationKind === 'query') return 'its kind `query`';
  return readingNames.has(firstWord(name)) ? 'its name' : undefined;
}

/** The method is the keyword of an operation of a REST API. */
function makePost({ method, keywordStart: start, span: { file } }: Operation): Fix[] {
  if ((method !== 'GET' && method !== 'HEAD') || !start) return [];
  const end = { line: start.line, column: start.column + method.length };
  return [{ title: 'Make it a POST', edits: [{ span: { file, start, end }, text: 'POST' }] }];
}
