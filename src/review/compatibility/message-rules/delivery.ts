import type { Delivery } from '../../../model/elements/messages.js';
import { durationText } from '../../compare/values.js';
import type { ContractDifference, MessageRule } from '../contract.js';

/** Weakest first; a consumer built for a strong promise loses or doubles messages under a weak one. */
const strengths: readonly Delivery[] = ['at-most-once', 'at-least-once', 'exactly-once'];

/** What consumers may rely on beside the fields: delivery, order, partitioning, how long it stays. */
export const delivery: MessageRule = ({ before, after }) => {
  const found: ContractDifference[] = [];
  const report = (rule: string, what: string, left: string, right: string) =>
    found.push({
      rule: `${after.kind}-${rule}`,
      impact: 'warning',
      place: 'delivery',
      what,
      reach: 'users',
      before: { text: left, span: before.keySpan ?? before.nameSpan },
      after: { text: right, span: after.keySpan ?? after.nameSpan },
    });
  const { delivery: old, retention: kept } = before;
  const { delivery: now, retention: keeps } = after;
  if (old && now && strengths.indexOf(now) < strengths.indexOf(old)) {
    report('delivery-weakened', `is delivered ${now} instead of ${old}`, old, now);
  }
  if (before.ordered && !after.ordered) {
    report('order-removed', 'is not ordered any more', 'ordered', 'not ordered');
  }
  if (before.key !== undefined && before.key !== after.key) {
    const key = after.key ?? 'none';
    report('key-changed', `has the key \`${key}\` instead of \`${before.key}\``, before.key, key);
  }
  if (kept !== undefined && keeps !== undefined && keeps < kept) {
    const [left, right] = [durationText(kept), durationText(keeps)];
    report('retention-shortened', `is kept for ${right} instead of ${left}`, left, right);
  }
  return found;
};
