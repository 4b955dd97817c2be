import { wordsOf } from '../../language/names.js';
import { find } from '../../model/lookup.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const rpcMethodNaming = defineRule({
  id: 'rpc-method-naming',
  category: 'contracts',
  severity: 'info',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'The name or the request of an RPC is not what one expects.',
  sources: ['Google: Google API Improvement Proposals (@126bed45b) (2026)'],
  messages: {
    odd: {
      what: 'The RPC `{name}` {problems}.',
      why: 'Names that follow one pattern let clients guess methods and messages instead of looking them up.',
      remedy: 'Name it verb and noun, such as `ListOrders(ListOrdersRequest)`.',
    },
  },
  visit({ model, report }) {
    return {
      operation(operation) {
        if (operation.operationKind !== 'rpc' || !find(model, 'service', operation.service)) return;
        const problems = problemsOf(model, operation);
        if (problems.length === 0) return;
        report({
          message: 'odd',
          data: { name: operation.name, problems: listed(problems) },
          span: operation.nameSpan,
          element: operation.id,
        });
      },
    };
  },
});

const prepositions: ReadonlySet<string> = new Set(['with', 'for', 'by', 'from', 'to']);

/** After AIP-131 to 136, 158 and 190; the first letter may be small, generated code is not. */
function problemsOf(model: Model, operation: Operation): string[] {
  const name = operation.name.charAt(0).toUpperCase() + operation.name.slice(1);
  const words = wordsOf(name);
  const preposition = words.find((word) => prepositions.has(word));
  const request = requestOf(model, operation);
  return [
    ...(/^[A-Z][a-z]+[A-Z]\w+$/.test(name) ? [] : ['is not named by a verb and a noun']),
    ...(preposition === undefined ? [] : [`has a preposition in its name (\`${preposition}\`)`]),
    ...(words.includes('async') ? ['says `Async` in its name'] : []),
    ...(request === undefined || request.name === `${name}Request`
      ? []
      : [`takes \`${request.name}\` instead of \`${name}Request\``]),
    ...(words[0] === 'list' && !isPaged(operation, request?.fields ?? [])
      ? ['lists without pages']
      : []),
  ];
}

interface Request {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The message that it takes as a whole, where it is declared; else one is made for it. */
function requestOf(model: Model, { parameters }: Operation): Request | undefined {
  const [only, ...others] = parameters;
  if (only?.type.shape !== 'named' || others.length > 0) return undefined;
  const type = model.elements.get(only.type.target);
  const isMessage = type?.kind === 'value' || type?.kind === 'entity' || type?.kind === 'command';
  return isMessage
    ? { name: type.name, fields: type.fields.map((field) => field.name) }
    : undefined;
}

function isPaged({ result, parameters }: Operation, fields: readonly string[]): boolean {
  const names = [...fields, ...parameters.map(({ name }) => name)];
  return result.paged || result.stream || names.some((name) => /^page_?(size|token)$/i.test(name));
}
