import { find, nameOfId } from '../../../model/lookup.js';
import type { ContractDifference, OperationRule } from '../contract.js';
import { typedPlace } from '../typed-place.js';

/** Errors that an operation may answer with, and what they carry. */
export const errors: OperationRule = ({ before, after }, context) => {
  const old = new Map(
    before.operation.raises.map((raised) => [context.today(raised.target), raised] as const),
  );
  const now = new Map(after.operation.raises.map((raised) => [raised.target, raised] as const));
  const found: ContractDifference[] = [];
  for (const [id, raised] of old) {
    if (now.has(id)) continue;
    found.push({
      rule: 'response-non-success-status-removed',
      impact: 'info',
      place: `error ${nameOfId(raised.target)}`,
      what: 'is not raised any more',
      reach: 'users',
      before: { text: nameOfId(raised.target), span: raised.span },
    });
  }
  for (const [id, raised] of now) {
    const former = old.get(id);
    if (!former) {
      found.push({
        rule: 'response-non-success-status-added',
        impact: 'info',
        place: `error ${nameOfId(id)}`,
        what: 'may be raised now',
        reach: 'users',
        after: { text: nameOfId(id), span: raised.span },
      });
      continue;
    }
    const left = find(context.before, 'error', former.target);
    const right = find(context.after, 'error', id);
    if (!left || !right) continue;
    if (left.status !== right.status) {
      found.push({
        rule: 'response-non-success-status-changed',
        impact: 'warning',
        place: `error ${nameOfId(id)}`,
        what: `has status ${shown(right.status)} instead of ${shown(left.status)}`,
        reach: 'users',
        before: { text: shown(left.status), span: left.nameSpan },
        after: { text: shown(right.status), span: right.nameSpan },
      });
    }
    const place = `error ${nameOfId(id)}`;
    found.push(...typedPlace('error', place, 'output', context.output.fields(left, right)));
  }
  return found;
};

function shown(status: number | undefined): string {
  return status === undefined ? 'none' : String(status);
}
