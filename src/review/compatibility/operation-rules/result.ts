import type { Operation, Result } from '../../../model/elements/operations.js';
import { typeToday } from '../../compare/values.js';
import type { ContractContext, ContractDifference, OperationRule } from '../contract.js';
import type { Slot } from '../difference.js';
import { typedPlace } from '../typed-place.js';

/** What a caller gets: status, presence, paging, streaming, and the type. */
export const result: OperationRule = ({ before, after }, context) => {
  const [old, now] = [before.operation, after.operation];
  const { today } = context;
  const stands = {
    before: { text: resultText(old.result, today), span: old.result.span ?? old.nameSpan },
    after: { text: resultText(now.result, (id) => id), span: now.result.span ?? now.nameSpan },
  };
  const difference = (rule: string, what: string): ContractDifference[] => [
    { rule, impact: 'breaking', place: 'response', what, reach: 'users', ...stands },
  ];
  const found: ContractDifference[] = [];
  const isRest = now.operationKind === 'rest';
  if (isRest && old.result.status !== now.result.status) {
    found.push(
      ...difference(
        'response-success-status-removed',
        `answers ${String(now.result.status)} instead of ${String(old.result.status)}`,
      ),
    );
  }
  if (old.result.paged !== now.result.paged || old.result.stream !== now.result.stream) {
    return [...found, ...difference('response-form-changed', formChange(old.result, now.result))];
  }
  if (!old.result.type && !now.result.type) return found;
  if (!old.result.type) {
    return [
      ...found,
      {
        rule: 'response-body-added',
        impact: 'info',
        place: 'response',
        what: 'has a body now',
        reach: 'users',
        ...stands,
      },
    ];
  }
  if (!now.result.type) {
    return [...found, ...difference('response-body-removed', 'has no body any more')];
  }
  const differences = context.output.values(
    slot(old, old.result.type, stands.before),
    slot(now, now.result.type, stands.after),
  );
  return [...found, ...typedPlace('response', 'response', 'output', differences)];
};

function slot(operation: Operation, type: NonNullable<Result['type']>, stand: Slot['stand']): Slot {
  const { optional, nullable } = operation.result;
  return { type, constraints: {}, optional, nullable, hasDefault: false, stand };
}

function formChange(old: Result, now: Result): string {
  const form = ({ paged, stream }: Result) =>
    paged ? 'a page of items' : stream ? 'a stream' : 'a single answer';
  return `is ${form(now)} instead of ${form(old)}`;
}

function resultText(of: Result, today: ContractContext['today']): string {
  const type = of.type ? ` ${typeToday(of.type, today)}` : '';
  const form = of.paged ? ' paged' : of.stream ? ' stream' : '';
  return `${String(of.status)}${form}${type}${of.nullable ? ' | null' : ''}${of.optional ? '?' : ''}`;
}
