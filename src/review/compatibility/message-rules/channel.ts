import { nameOfId } from '../../../model/lookup.js';
import type { ContractDifference, MessageRule } from '../contract.js';

/** Where a message travels: its topic and broker. */
export const channel: MessageRule = ({ before, after }, { today }) => {
  const found: ContractDifference[] = [];
  const report = (rule: string, what: string, left: string, right: string) =>
    found.push({
      rule: `${after.kind}-${rule}`,
      impact: 'breaking',
      place: 'channel',
      what,
      reach: 'users',
      before: { text: left, span: before.nameSpan },
      after: { text: right, span: after.nameSpan },
    });
  if (before.topic !== after.topic) {
    const why = after.topicDeclared ? '' : ', as its name changed';
    const what = `travels on \`${after.topic}\` instead of \`${before.topic}\`${why}`;
    report('topic-changed', what, before.topic, after.topic);
  }
  const [old, now] = [before.broker, after.broker];
  if (old !== undefined && now !== undefined && today(old) !== now) {
    const what = `travels over \`${nameOfId(now)}\` instead of \`${nameOfId(old)}\``;
    report('broker-changed', what, nameOfId(old), nameOfId(now));
  }
  return found;
};
