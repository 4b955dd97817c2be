import type { Audience } from '../../../model/elements/apis.js';
import type { Operation } from '../../../model/elements/operations.js';
import type { ContractDifference, OperationRule } from '../contract.js';

/** From the smallest circle to the largest. */
const circles: readonly Audience[] = ['context', 'internal', 'partner', 'public'];

/** Promises beside the types: who may call, that a repeated call does no harm, how long it stays. */
export const promises: OperationRule = ({ before, after }) => {
  const [old, now] = [before.operation, after.operation];
  const spans = { before: old.nameSpan, after: now.nameSpan };
  const found: ContractDifference[] = [];
  const report = (
    rule: string,
    impact: ContractDifference['impact'],
    what: string,
    texts: readonly [string, string],
    reach: ContractDifference['reach'] = 'users',
  ) =>
    found.push({
      rule,
      impact,
      place: '',
      what,
      reach,
      before: { text: texts[0], span: spans.before },
      after: { text: texts[1], span: spans.after },
    });
  if (circles.indexOf(now.audience) < circles.indexOf(old.audience)) {
    report('api-audience-narrowed', 'breaking', `is for ${now.audience} use only now`, [
      `audience ${old.audience}`,
      `audience ${now.audience}`,
    ]);
  }
  if (old.idempotent && !now.idempotent) {
    report(
      'api-idempotency-removed',
      'breaking',
      'is not idempotent any more, so a repeated call counts twice',
      ['idempotent', 'not idempotent'],
      'retrying',
    );
  }
  if (asksForKey(now) && !asksForKey(old)) {
    found.push({
      rule: 'new-required-request-parameter',
      impact: 'breaking',
      place: 'header Idempotency-Key',
      what: 'is new and required, as the operation is idempotent now',
      reach: 'users',
      after: { text: 'idempotent', span: spans.after },
    });
  }
  const deprecation = { old: old.deprecated, now: now.deprecated };
  if (!deprecation.old && deprecation.now) {
    report('endpoint-deprecated', 'info', 'is deprecated now', ['–', sunsetText(deprecation.now)]);
  }
  const [was, is] = [deprecation.old?.sunset, deprecation.now?.sunset];
  if (was !== undefined && is !== undefined && is < was) {
    report('api-sunset-moved-up', 'warning', `goes away on ${is}, earlier than announced`, [
      was,
      is,
    ]);
  }
  return found;
};

/** Other methods are idempotent by themselves; a header that is declared is compared as a parameter. */
function asksForKey({ idempotent, method, parameters }: Operation): boolean {
  return (
    idempotent &&
    (method === 'POST' || method === 'PATCH') &&
    !parameters.some(({ wireName }) => /^idempotency-key$/i.test(wireName))
  );
}

function sunsetText({ sunset }: { readonly sunset?: string }): string {
  return sunset === undefined ? 'deprecated' : `deprecated, sunset ${sunset}`;
}
