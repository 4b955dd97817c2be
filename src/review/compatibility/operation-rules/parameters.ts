import type { Operation, Parameter } from '../../../model/elements/operations.js';
import { parameterText } from '../../compare/members.js';
import type { ContractContext, ContractDifference, OperationRule } from '../contract.js';
import { standOf, type Slot } from '../difference.js';
import { typedPlace } from '../typed-place.js';

/** Parameters and the body: what a caller must send, and may. */
export const parameters: OperationRule = ({ before, after }, context) => {
  const pairs = pairParameters(before.operation, after.operation);
  return pairs.flatMap(({ old, now }) => {
    if (old && now) return changed(old, now, context);
    return old ? removed(old, context) : now ? added(now) : [];
  });
};

interface ParameterPair {
  readonly old?: Parameter;
  readonly now?: Parameter;
}

/** By place and wire name; path parameters by their order, as the wire knows no names for them. */
function pairParameters(before: Operation, after: Operation): ParameterPair[] {
  const keys = (operation: Operation) => {
    let nth = 0;
    // An rpc has one request, whatever it is called.
    const isRpc = operation.operationKind === 'rpc';
    return new Map(
      operation.parameters.map((parameter) => {
        const { in: place, wireName } = parameter;
        const name = place === 'path' || isRpc ? String(nth++) : place === 'body' ? '' : wireName;
        // Names of header fields are not case-sensitive (RFC 9110, section 5.1).
        return [`${place} ${place === 'header' ? name.toLowerCase() : name}`, parameter] as const;
      }),
    );
  };
  const [then, now] = [keys(before), keys(after)];
  return [...new Set([...then.keys(), ...now.keys()])].map((key) => {
    const [old, fresh] = [then.get(key), now.get(key)];
    return { ...(old ? { old } : {}), ...(fresh ? { now: fresh } : {}) };
  });
}

function removed(parameter: Parameter, { today }: ContractContext): ContractDifference[] {
  // A path without it is another path, which the route tells.
  if (parameter.in === 'path') return [];
  const isBody = parameter.in === 'body';
  return [
    {
      rule: isBody ? 'request-body-removed' : 'request-parameter-removed',
      impact: parameter.in === 'argument' ? 'breaking' : 'warning',
      place: placeOf(parameter),
      what: 'was removed',
      reach: 'users',
      before: { text: parameterText(parameter, today), span: parameter.span },
    },
  ];
}

function added(parameter: Parameter): ContractDifference[] {
  if (parameter.in === 'path') return [];
  const isDemanded = !parameter.optional && parameter.default === undefined;
  const noun = parameter.in === 'body' ? 'request-body' : 'request-parameter';
  return [
    {
      rule: isDemanded ? `new-required-${noun}` : `new-optional-${noun}`,
      impact: isDemanded ? 'breaking' : 'info',
      place: placeOf(parameter),
      what: isDemanded ? 'is new and required' : 'is new',
      reach: 'users',
      after: { text: parameterText(parameter, (id) => id), span: parameter.span },
    },
  ];
}

function changed(old: Parameter, now: Parameter, context: ContractContext): ContractDifference[] {
  if (old.stream !== now.stream) {
    const [is, was] = now.stream
      ? ['a stream', 'a single request']
      : ['a single request', 'a stream'];
    return [
      {
        rule: 'request-form-changed',
        impact: 'breaking',
        place: placeOf(now),
        what: `is ${is} instead of ${was}`,
        reach: 'users',
        before: { text: parameterText(old, context.today), span: old.span },
        after: { text: parameterText(now, (id) => id), span: now.span },
      },
    ];
  }
  const isBody = now.in === 'body' || now.in === 'argument';
  return typedPlace(
    isBody ? 'request' : 'request-parameter',
    placeOf(now),
    'input',
    context.input.values(
      slot(old, context.today),
      slot(now, (id) => id),
    ),
  );
}

function slot(parameter: Parameter, today: ContractContext['today']): Slot {
  const { type, constraints, optional, nullable, span } = parameter;
  return {
    type,
    constraints,
    optional,
    nullable,
    hasDefault: parameter.default !== undefined,
    stand: standOf(span, () => parameterText(parameter, today)),
  };
}

function placeOf({ in: place, wireName }: Parameter): string {
  return place === 'body' ? 'request body' : `${place} ${wireName}`;
}
