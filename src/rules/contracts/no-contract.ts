import { find, isServiceId, nameOfId } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Type } from '../../model/elements/types.js';
import { ownersOfUnresolved } from '../../model/unresolved.js';
import { defineRule, type Related } from '../rule.js';
import { listed } from '../text.js';

export const noContract = defineRule({
  id: 'no-contract',
  category: 'contracts',
  severity: 'warning',
  scope: 'file',
  severityNote: 'warning (nothing or untyped) / info (no errors, no audience)',
  gate: {
    kind: 'absence',
    aspect: 'contracts',
    declared: (model, fact) => {
      const raises = () => model.operations.some((operation) => operation.raises.length > 0);
      const audiences = () => model.apis.some(({ audienceDeclared }) => audienceDeclared);
      if (fact === 'errors') return raises();
      return audiences() || (fact !== 'audience' && raises());
    },
  },
  summary: 'An API does not say what it offers, takes, answers, raises or for whom it is.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'O. Zimmermann et al.: Patterns for API Design (MAP) (2022)',
  ],
  messages: {
    empty: {
      what: 'The API `{name}` declares no operations.',
      why: 'Nobody can build against it, check it, or notice when it changes.',
      remedy: 'Declare its operations with their parameters and results.',
    },
    untyped: {
      what: 'Of the API `{name}`, {operations} {take} any JSON.',
      why: 'Its consumers find out what goes over the wire by trying, and by what breaks.',
      remedy: 'Declare a `value` type for it.',
    },
    noErrors: {
      what: 'Of the API `{name}`, {operations} {raise} no errors.',
      why: 'Consumers cannot tell what may go wrong, and treat every failure alike.',
      remedy: 'Declare each `error` and name it behind `raises`.',
    },
    noAudience: {
      what: 'The API `{name}` does not say for whom it is.',
      why: 'Whether it may change, and who may call it, depends on its audience.',
      remedy: 'Add `audience public`, `partner`, `internal` or `context`.',
    },
  },
  visit({ model, report }) {
    const misnaming = ownersOfUnresolved(model, 'error');
    const judge = (api: Api): void => {
      if (!isServiceId(api.service)) return;
      const { id: element, qualifiedName: name, nameSpan: span } = api;
      const untyped: Operation[] = [];
      const silent: Operation[] = [];
      let [count, hasAudiences] = [0, true];
      for (const id of api.operations) {
        const operation = find(model, 'operation', id);
        if (!operation) continue;
        count++;
        if (isUntyped(operation)) untyped.push(operation);
        if (isSilent(operation) && !misnaming.has(id)) silent.push(operation);
        hasAudiences &&= operation.audienceDeclared;
      }
      if (count === 0) report({ message: 'empty', data: { name }, span, element });
      if (untyped.length > 0) {
        const take = untyped.length === 1 ? 'takes or answers' : 'take or answer';
        report({
          message: 'untyped',
          data: { name: nameOfId(api.id), operations: shown(untyped), take },
          span,
          element,
          elements: [element, ...untyped.map(({ id }) => id)],
          related: places(untyped),
        });
      }
      if (silent.length > 0) {
        const raise = silent.length === 1 ? 'raises' : 'raise';
        report({
          message: 'noErrors',
          missing: 'errors',
          data: { name: nameOfId(api.id), operations: shown(silent), raise },
          span,
          element,
          elements: [element, ...silent.map(({ id }) => id)],
          related: places(silent),
          severity: 'info',
        });
      }
      if (!api.audienceDeclared && !hasAudiences) {
        const at = { span, element, severity: 'info' } as const;
        report({ message: 'noAudience', missing: 'audience', data: { name }, ...at });
      }
    };
    /** Of few APIs is there something to say, and each of their operations tells. */
    const suspects = new Set<ElementId>();
    return {
      api({ id, operations, audienceDeclared }) {
        if (operations.length === 0 || !audienceDeclared) suspects.add(id);
      },
      operation(operation) {
        if (isSilent(operation) || isUntyped(operation)) suspects.add(operation.api);
      },
      end() {
        if (suspects.size === 0) return;
        for (const api of model.apis) if (suspects.has(api.id)) judge(api);
      },
    };
  },
});

/** Names up to five operations and says how many there are beyond. */
function shown(operations: readonly Operation[]): string {
  const names = operations.slice(0, 5).map(({ name }) => `\`${name}\``);
  const more = operations.length - names.length;
  return listed(more > 0 ? [...names, `${more} more`] : names);
}

function places(operations: readonly Operation[]): Related[] {
  return operations.map(({ nameSpan, name }) => ({
    span: nameSpan,
    message: `The operation \`${name}\`.`,
  }));
}

function isUntyped({ parameters, result }: Operation): boolean {
  return parameters.some(({ type }) => isAny(type)) || isAny(result.type);
}

function isAny(type: Type | undefined): boolean {
  switch (type?.shape) {
    case 'primitive':
      return type.name === 'json';
    case 'list':
    case 'set':
      return isAny(type.item);
    case 'map':
      return isAny(type.value);
    default:
      return false;
  }
}

/** What is subscribed to fails by ending, so it has no errors to name. */
function isSilent({ operationKind, raises }: Operation): boolean {
  return operationKind !== 'subscription' && raises.length === 0;
}
